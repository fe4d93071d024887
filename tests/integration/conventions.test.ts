import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageKinds } from '../page-kinds';
import { type Answer, type Site, startSite } from './attack/site';

/** What crawlers, chats, feed readers, spreadsheets, caches and frames expect of any site. */
const publicSite = 'https://landscape.example';
let site: Site;
beforeAll(async () => {
  site = await startSite({ PUBLIC_URL: publicSite });
}, 240_000);
afterAll(() => site?.stop());

const get = (address: string, headers: Record<string, string> = {}) => site.ask({ address, headers });
const attribute = (html: string, pattern: RegExp) =>
  pattern.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? null;
const pictureOf = (html: string) => attribute(html, /<meta property="og:image" content="([^"]+)"/);
const own = (address: string) => address.replace(publicSite, '');
/** Width and height of a PNG, from its head. */
const sizeOf = ({ bytes }: Answer) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

describe('crawlers', () => {
  it('are told what there is, in both languages, and every address answers', async () => {
    const robots = (await get('/robots.txt')).text;
    expect(robots).toContain(`Sitemap: ${publicSite}/sitemap.xml`);
    for (const line of ['Disallow: /*?*&', 'Disallow: /editor', 'Disallow: /*.csv'])
      expect(robots).toContain(line);
    const index = (await get('/sitemap.xml')).text;
    const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => own(address));
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) {
      const { status, text } = await get(part);
      expect([part, status]).toEqual([part, 200]);
      const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
      expect(addresses.filter((address) => own(address).startsWith('/en')).length * 2).toBe(addresses.length);
      expect(text).toContain('hreflang="zh-CN"');
      for (const address of [addresses[0], addresses.at(-1)])
        expect([address, (await get(own(address ?? ''))).status]).toEqual([address, 200]);
    }
    const pages = (await get('/sitemaps/pages.xml')).text;
    for (const page of pageKinds.filter((each) => /^\/[a-z-]*$/.test(each) && each !== '/style'))
      expect(pages).toContain(`<loc>${publicSite}${page}</loc>`);
    expect((await get('/sitemaps/model-99.xml')).status).toBe(404);
  });

  it('are asked to leave combined filters alone', async () => {
    for (const address of ['/models?tier=industry', '/vendors?kind=startup', '/en/funding?family=series']) {
      const { text } = await get(address);
      for (const [, link = '', rest = ''] of text.matchAll(/<a [^>]*?href="([^"]+)"([^>]*)>/g))
        if (/^(?:\/en)?\/(?:models|vendors|funding)\?[^"]*&amp;/.test(link) && !/page=|after=/.test(link))
          expect([
            link,
            `${link}${rest}`.includes('nofollow') || text.includes(`rel="nofollow" href="${link}"`),
          ]).toEqual([link, true]);
    }
  });

  it('find where to report a hole, and what the site is called', async () => {
    const { text } = await get('/.well-known/security.txt');
    expect(text).toMatch(/^Contact: https:/m);
    const expires = new Date(/^Expires: (.+)$/m.exec(text)?.[1] ?? '').getTime();
    expect(expires).toBeGreaterThan(Date.now());
    const manifest = await get('/manifest.webmanifest');
    expect(JSON.parse(manifest.text)).toMatchObject({ lang: 'zh-CN', start_url: '/' });
    expect((await get('/')).text).toContain('<link rel="manifest" href="/manifest.webmanifest"');
  });

  it.each(['/no.such', '/模型.html', '/en/models.html', '/vendors/x.php', '/a/b/c.d', '/models.exe'])(
    'get a page for %s, which is none of ours',
    async (address) => {
      const { status, text } = await get(encodeURI(address));
      expect(status).toBe(404);
      expect(text).toMatch(/<h1[^>]*>[^<]/);
    },
  );
});

describe('chats', () => {
  it('are shown a picture of every page, from its own content, with its edition in the address', async () => {
    for (const path of pageKinds)
      for (const prefix of ['', '/en']) {
        const { text } = await get(prefix + (path === '/' && prefix !== '' ? '' : path));
        const picture = pictureOf(text);
        if (/^\/(?:search|style)/.test(path) && picture === null) continue;
        expect([path, picture]).toEqual([path, expect.stringMatching(/[?&]edition=1(?:&|$)/)]);
      }
    for (const address of [
      '/',
      '/vendors/baidu',
      '/funding',
      '/charts/models-by-vendor',
      '/compare?vendors=baidu~huawei',
    ]) {
      const picture = await get(own(pictureOf((await get(address)).text) ?? ''));
      expect([address, picture.status, ...sizeOf(picture)]).toEqual([address, 200, 1200, 630]);
    }
  }, 240_000);

  it('draw no words of others: what names the picture is signed', async () => {
    const address = own(pictureOf((await get('/vendors/baidu')).text) ?? '');
    const changed = new URL(address, publicSite);
    changed.searchParams.set('title', 'Buy this');
    expect((await get(changed.pathname + changed.search)).status).toBe(404);
    expect((await get(address.replaceAll('&', '&amp;'))).status).toBe(200);
  });

  it('hang what they like onto the address of a picture or a page', async () => {
    for (const query of [
      'v=2',
      '_=1',
      'ref=x',
      'height=630&amp;scale=1&amp;width=1200',
      'utm_source=a&msclkid=1',
    ]) {
      const { status, headers } = await get(`/charts/models-by-vendor.png?${query}`);
      expect([query, status, headers['content-type']]).toEqual([query, 200, 'image/png']);
    }
    const many = 'msclkid=1&dclid=1&yclid=1&chksm=1&mpshare=1&ref=x&_hsenc=1&si=a&igshid=b';
    for (const path of [
      '/charts/models-by-vendor',
      '/models',
      '/funding',
      '/vendors',
      '/sources',
      '/changes',
      '/map',
      '/compare?vendors=baidu~huawei',
    ]) {
      const address = `${path}${path.includes('?') ? '&' : '?'}${many}`;
      let answer = await get(address);
      if (answer.status >= 300 && answer.status < 400) answer = await get(own(answer.headers.location ?? ''));
      expect([address, answer.status, answer.text.includes('class="notice"')]).toEqual([address, 200, false]);
    }
    const slip = (await get('/charts/models-by-vendor?vendr=baidu')).text;
    expect(slip.match(/class="notice"[\s\S]*?<\/div>/)?.[0].match(/<li>/g)).toHaveLength(1);
  });
});

describe('feed readers', () => {
  it('find the feed of a page by its head, with the filter of the page', async () => {
    for (const [address, feed] of [
      ['/', '/feeds/funding.atom'],
      ['/', '/feeds/changes.atom'],
      ['/funding?family=series', '/feeds/funding.atom?family=series'],
      ['/en/changes?vendor=baidu', '/feeds/changes.atom?vendor=baidu&amp;lang=en'],
    ] as const) {
      const { text } = await get(address);
      const links = [...text.matchAll(/<link rel="alternate"[^>]*>/g)].map(([link]) => link);
      expect([
        address,
        links.filter((link) => link.includes(`${feed}"`) && link.includes('atom+xml')).length,
      ]).toEqual([address, 1]);
    }
  });

  it('keep what they have read when the site moves, and see the currency', async () => {
    const { text, headers } = await get('/feeds/funding.atom');
    expect(headers['access-control-allow-origin']).toBe('*');
    const ids = [...text.matchAll(/<id>([^<]+)<\/id>/g)].map(([, id = '']) => id);
    expect(ids.length).toBeGreaterThan(50);
    expect(ids.filter((id) => !/^urn:uuid:[0-9a-f-]{36}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const feed = JSON.parse((await get('/feeds/funding.json')).text);
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'zh-CN' });
    for (const { title } of feed.items as { title: string }[])
      expect(title).toMatch(/[元¥￥$€£₩刀镑]|[A-Z]{3}|dollar|yuan|未披露|：.*：?$/i);
    expect((await get('/feeds/funding.atom?famly=series')).status).toBe(400);
  });
});

describe('caches and clients', () => {
  it('give each encoding its own tag, and none that is refused', async () => {
    const tags = new Set<unknown>();
    for (const [accepted, encoding] of [
      ['br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['identity', undefined],
    ] as const) {
      const answer = await get('/models', { 'accept-encoding': accepted });
      expect([accepted, answer.headers['content-encoding']]).toEqual([accepted, encoding]);
      expect(answer.headers.vary).toBe('Accept-Encoding');
      if (encoding === 'br') expect(brotliDecompressSync(answer.bytes).toString()).toContain('<html');
      if (encoding === 'gzip') expect(gunzipSync(answer.bytes).toString()).toContain('<html');
      tags.add(answer.headers.etag);
      const again = await get('/models', {
        'accept-encoding': accepted,
        'if-none-match': String(answer.headers.etag),
      });
      expect(again.status).toBe(304);
    }
    expect(tags.size).toBe(3);
  });

  it('ask again whether data still holds, and are told nothing of the framework', async () => {
    for (const address of [
      '/api/v1/records/model',
      '/data/model.csv',
      '/data/model.parquet',
      '/models.csv',
    ]) {
      const { headers } = await get(address);
      expect([address, headers['cache-control']]).toEqual([address, 'public, max-age=0, must-revalidate']);
      expect([address, String(headers.vary ?? '')]).toEqual([
        address,
        expect.not.stringMatching(/next|rsc/i),
      ]);
      const again = await get(address, { 'if-none-match': String(headers.etag) });
      expect([address, again.status]).toEqual([address, 304]);
    }
  });

  it('read Parquet in parts', async () => {
    const whole = await get('/data/model.parquet');
    expect(whole.headers['content-length']).toBe(String(whole.bytes.length));
    expect(whole.headers['accept-ranges']).toBe('bytes');
    const end = await get('/data/model.parquet', { range: 'bytes=-8' });
    expect([end.status, end.bytes.toString('latin1').slice(4)]).toEqual([206, 'PAR1']);
    expect(end.headers['content-range']).toBe(
      `bytes ${whole.bytes.length - 8}-${whole.bytes.length - 1}/${whole.bytes.length}`,
    );
    const head = await site.ask({ method: 'HEAD', address: '/data/model.parquet' });
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
  });

  it('open every CSV that a page links in a Chinese spreadsheet', async () => {
    const files = new Set<string>();
    for (const address of pageKinds)
      for (const [, link = ''] of (await get(address)).text.matchAll(/href="(\/[^"]+\.csv(?:\?[^"]*)?)"/g))
        files.add(link.replaceAll('&amp;', '&'));
    expect(files.size).toBeGreaterThan(10);
    for (const file of files) {
      const { status, bytes } = await get(own(file));
      expect([file, status, bytes.subarray(0, 3).toString('hex')]).toEqual([file, 200, 'efbbbf']);
    }
  }, 240_000);
});

describe('frames on other sites', () => {
  it('are told of by oEmbed for charts, comparisons, the map and pinned links, in any size', async () => {
    for (const path of ['/charts/rounds', '/en/compare?vendors=baidu~huawei', '/map', `/s/${site.code}`]) {
      const url = encodeURIComponent(publicSite + path);
      const { status, text } = await get(`/oembed?url=${url}&maxwidth=600`);
      expect([path, status]).toEqual([path, 200]);
      const { html, width, thumbnail_url, thumbnail_width = 0 } = JSON.parse(text);
      expect([path, width <= 600, thumbnail_width <= 600]).toEqual([path, true, true]);
      const frame = own(attribute(html, /src="([^"]+)"/) ?? '');
      const framed = await get(frame);
      expect([frame, framed.status]).toEqual([frame, 200]);
      expect(framed.text).toContain('<base target="_blank"');
      if (thumbnail_url) {
        const picture = await get(own(thumbnail_url));
        expect([path, picture.status, sizeOf(picture)[0]]).toEqual([path, 200, thumbnail_width]);
      }
      for (const size of ['maxwidth=1', 'maxwidth=50&maxheight=20', 'maxwidth=100000'])
        expect([size, (await get(`/oembed?url=${url}&${size}`)).status]).toEqual([size, 200]);
      expect((await get(`/oembed?url=${url}&maxwidth=wide`)).status).toBe(400);
      const page = (await get(path)).text;
      expect([path, page.includes('application/json+oembed')]).toEqual([path, true]);
    }
    expect(
      (await get(`/oembed?url=${encodeURIComponent('https://other.example/charts/rounds')}`)).status,
    ).toBe(404);
  });

  it('run in a sandbox, where they have no origin', async () => {
    const { text } = await get('/embed/charts/rounds');
    const script = attribute(text, /import\("([^"]+)"\)/) ?? '';
    expect((await get(script)).headers['access-control-allow-origin']).toBe('*');
  });
});

it('begins every page with the page, not with a hidden line', async () => {
  for (const address of ['/', '/vendors/baidu', '/en/funding']) {
    const { text } = await get(address);
    expect([address, text.indexOf('class="as-of"') > text.indexOf('<h1')]).toEqual([address, true]);
  }
});
