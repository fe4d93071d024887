import { connect as dial } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookiesOf, password, type Site, startSite } from './site';

const name = 'https://ai.example.org';
let site: Site;
beforeAll(async () => {
  site = await startSite({ PUBLIC_URL: name, TRUST_PROXY: '2', API_REQUESTS_PER_MINUTE: '5' });
}, 240_000);
afterAll(() => site?.stop());

/** Sends bytes as they are, and gives what comes back once the server closes or has answered. */
function raw(text: string, until: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = dial(site.port, '127.0.0.1', () => socket.write(text));
    let heard = '';
    const end = () => {
      socket.destroy();
      resolve(heard);
    };
    socket.on('data', (chunk) => {
      heard += String(chunk);
      if (until.test(heard)) end();
    });
    socket.once('end', end);
    socket.once('error', reject);
  });
}

const signIn = (headers: Record<string, string>, email = 'editor@example.org') =>
  site.ask({
    method: 'POST',
    address: '/api/sign-in',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `198.51.100.${Math.floor(Math.random() * 250)}, 10.0.0.1`,
      ...headers,
    },
    body: new URLSearchParams({ lang: 'zh', email, password, next: '/editor' }).toString(),
  });

describe('an address that is written otherwise', () => {
  /** Ways to write the address of a page of one's own so that it does not look like one. */
  const disguised = [
    '/x/%2e%2e/editor/account',
    '/x/%2E%2e/editor/account',
    '/x/../editor/account',
    '/./editor/account',
    '/zh/../editor/account',
    '/en/../editor/account',
    '//editor/account',
    '/%65ditor/account',
    '/editor%2faccount',
    '/editor\\account',
    '/x%5c..%5ceditor/account',
    '/editor;x=1/account',
    '/x/..;/editor/account',
    '/%252e%252e/editor/account',
    '/editor./account',
    '/zh/editor/account',
    '/ZH/editor/account',
    '/Editor/account',
    '/EDITOR/ACCOUNT',
    '/editor/account/',
    '/editor/account%20',
    '/editor/account.rsc',
    '/_next/data/x/editor/account.json',
    '/_next/../editor/account',
    '/index/../editor/account',
  ];

  it('shows nobody what one person saw there', async () => {
    for (const address of disguised) {
      const mine = await site.ask({ address, headers: { cookie: site.cookies.admin } });
      const theirs = await site.ask({ address });
      for (const [whose, answer] of Object.entries({ mine, theirs }))
        expect([address, whose, answer.text.includes('admin@example.org'), answer.status >= 500]).toEqual([
          address,
          whose,
          false,
          false,
        ]);
    }
    const own = await site.ask({ address: '/editor/account', headers: { cookie: site.cookies.admin } });
    expect(own.text).toContain('admin@example.org');
    expect((await site.ask({ address: '/editor/account' })).status).toBe(307);
  });

  it('is a 400 where it holds U+0000, in the path, the query or a body', async () => {
    for (const address of [
      '/%00',
      '/search?q=%00',
      '/en/vendors?q=a%00b',
      '/api/v1/search?q=%00',
      '/data/model.csv?q=%00',
    ])
      expect([address, (await site.ask({ address })).status]).toEqual([address, 400]);
    for (const address of ['/api/v1/newswire', '/api/v1/proposals', '/mcp', '/api/auth/sign-in/passkey']) {
      const sent = { address, method: 'POST', body: JSON.stringify({ text: 'a\0', id: '\0', method: '\0' }) };
      const answer = await site.ask({
        ...sent,
        headers: { 'content-type': 'application/json', origin: name },
      });
      expect([address, answer.status]).toEqual([address, 400]);
    }
  });
});

describe('what somebody writes without a session', () => {
  const form = {
    kind: 'industry',
    slug: '',
    base: '0',
    'f.name.zh': '半个念头',
    'f.name.en': 'Half a <thought>',
  };
  const drafts = () => site.client.proposal.count({ where: { state: 'draft' } });

  it('is kept nowhere but in the answer, whatever key it brings', async () => {
    const before = await drafts();
    const { token } = await site.client.session.findFirstOrThrow({ where: { userId: site.ids.editor } });
    for (const [author, key] of [
      [site.ids.editor, 'none'],
      [site.ids.editor, token],
      [site.ids.contributor, ''],
      ['0', 'x'],
    ]) {
      const answer = await site.post(
        '/api/records',
        { ...form, do: 'save', author: String(author), key: String(key) },
        { origin: name },
      );
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('半个念头');
      expect(answer.text).toContain('Half a &lt;thought&gt;');
    }
    expect(await drafts()).toBe(before);
  });

  it('is kept for a form that was opened in a session that is still there, and not after signing out', async () => {
    const cookie = cookiesOf(await signIn({ host: 'ai.example.org', origin: name }));
    const page = await site.ask({ address: '/editor/records/industry', headers: { cookie } });
    const hidden = (field: string) =>
      new RegExp(`name="${field}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
    const own = { ...form, do: 'save', author: hidden('author'), key: hidden('key') };
    expect(own.key.length).toBeGreaterThan(20);
    const before = await drafts();
    const kept = await site.post('/api/records', own, { origin: name });
    expect([kept.status, kept.headers.location]).toEqual([303, expect.stringContaining('draft%3D')]);
    expect(await drafts()).toBe(before + 1);
    await site.post('/api/sign-out', {}, { origin: name, cookie });
    expect((await site.post('/api/records', own, { origin: name })).status).toBe(403);
    expect(await drafts()).toBe(before + 1);
  });
});

describe('an answer for everybody', () => {
  it('is whole and the same, whatever its first reader said', async () => {
    const strange: Record<string, string>[] = [
      { range: 'bytes=0-9' },
      { 'if-modified-since': new Date(Date.now() + 1e9).toUTCString() },
      { 'x-middleware-prefetch': '1' },
      { rsc: '1', 'next-router-prefetch': '1' },
      { 'next-router-segment-prefetch': '/_tree' },
      { 'x-nextjs-data': '1', purpose: 'prefetch' },
      { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
      { 'x-forwarded-host': 'evil.example' },
      { 'x-original-url': '/editor', 'x-rewrite-url': '/editor', 'x-http-method-override': 'POST' },
    ];
    for (const [at, headers] of strange.entries())
      for (const address of ['/embed.js', `/vendors?top=${at + 1}`, `/charts/rounds.svg?w=${300 + at}`]) {
        const [first, beside] = await Promise.all([site.ask({ address, headers }), site.ask({ address })]);
        const later = await site.ask({ address });
        expect([
          address,
          headers,
          first.status,
          first.text === later.text,
          beside.text === later.text,
        ]).toEqual([address, headers, later.status, true, true]);
        expect(later.text.length).toBeGreaterThan(100);
        expect(later.text).not.toContain('evil.example');
      }
  });
});

describe('behind a proxy', () => {
  it('takes forms of its own pages, whatever became of the host on the way', async () => {
    const hosts: Record<string, string>[] = [
      { host: '127.0.0.1:3000', 'x-forwarded-host': 'ai.example.org' },
      { host: '127.0.0.1:3000' },
      { host: 'ai.example.org:443' },
      { host: 'AI.example.org' },
      { host: 'ai.example.org', 'x-forwarded-proto': 'https' },
      { host: 'ai.example.org' },
    ];
    for (const headers of hosts) {
      const answer = await signIn({ ...headers, origin: name });
      expect([headers, answer.status, answer.headers.location]).toEqual([headers, 303, '/editor']);
    }
  });

  it('refuses forms of other schemes, ports and sites', async () => {
    const origins = [
      'http://ai.example.org',
      'https://ai.example.org:8443',
      'https://evil.example',
      'https://ai.example.org.evil.example',
      'https://www.ai.example.org',
      'null',
      'https://',
    ];
    for (const origin of origins)
      for (const headers of [
        { host: 'ai.example.org' } as Record<string, string>,
        { host: new URL(origin === 'null' || origin === 'https://' ? name : origin).host },
        { host: 'ai.example.org', 'x-forwarded-proto': 'http' },
      ]) {
        const answer = await signIn({ ...headers, origin });
        expect([origin, headers, [403, 421].includes(answer.status)]).toEqual([origin, headers, true]);
      }
  });

  it('answers to its own hosts and to no other, whose pages could read what it says', async () => {
    const status = async (host: string) =>
      (await site.ask({ address: '/vendors', headers: { host } })).status;
    for (const host of ['ai.example.org', 'AI.EXAMPLE.ORG:443', 'localhost', `127.0.0.1:${site.port}`])
      expect([host, await status(host)]).toEqual([host, 200]);
    for (const host of [
      'evil.example',
      '192.168.1.9',
      'ai.example.org.evil.example',
      'a/b',
      'a b',
      'a@ai.example.org',
    ])
      expect([host, [400, 421].includes(await status(host))]).toEqual([host, true]);
  });

  it('counts tries by the first address that is no proxy of its own', async () => {
    const wrong = (client: string) =>
      site.post(
        '/api/sign-in',
        { email: 'nobody@example.org', password: 'not the password', next: '/editor' },
        { origin: name, host: 'ai.example.org', 'x-forwarded-for': `${client}, 192.0.2.77` },
      );
    for (let at = 1; at <= 7; at++)
      expect((await wrong(`203.0.113.${at}`)).headers.location).toContain('said=wrong');
    for (let at = 1; at <= 6; at++) await wrong(`2001:db8:5:6::${at}`);
    expect((await wrong('2001:db8:5:6:ffff::1')).headers.location).toContain('said=too-often');
    expect((await wrong('2001:db8:5:7::1')).headers.location).toContain('said=wrong');
  });

  it('counts a /64 as one client of the API', async () => {
    const ask = async (client: string) =>
      (
        await site.ask({
          address: '/api/v1/search?q=a',
          headers: { 'x-forwarded-for': `${client}, 192.0.2.77` },
        })
      ).status;
    for (let at = 0; at < 5; at++) expect(await ask(`2001:db8:9:9::${at}`)).toBe(200);
    expect(await ask('2001:db8:9:9:8::1')).toBe(429);
    expect(await ask('2001:db8:9:a::1')).toBe(200);
  });
});

describe('what is no request', () => {
  it('is refused at once, with a sentence', async () => {
    const host = 'Host: localhost\r\n';
    const refusals: [number, string][] = [
      ...['GET', 'OPTIONS', 'POST', 'M-SEARCH'].map((method): [number, string] => [
        400,
        `${method} * HTTP/1.1\r\n${host}\r\n`,
      ]),
      [400, `GET http://evil.example/vendors HTTP/1.1\r\n${host}\r\n`],
      [405, `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`],
      ...['TRACE', 'PUT', 'PROPFIND', 'QUERY'].map((method): [number, string] => [
        405,
        `${method} /vendors HTTP/1.1\r\n${host}\r\n`,
      ]),
      [400, `MADEUP / HTTP/1.1\r\n${host}\r\n`],
      [400, 'GET / HTTP/1.1\r\n\r\n'],
      [400, `GET / HTTP/1.1\r\n${host}Host: evil.example\r\n\r\n`],
      [400, `GET / HTTP/1.1\r\n${host}Host: localhost\r\n\r\n`],
      [421, 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
      [400, `GET /a b HTTP/1.1\r\n${host}\r\n`],
      [400, `GET / HTTP/1.1\r\n${host}A B: c\r\n\r\n`],
      [400, `GET / HTTP/1.1\r\n${host}A: b\r\n c\r\n\r\n`],
      [400, `GET / HTTP/1.1\r\n${host}A: b\0c\r\n\r\n`],
      [400, 'GET / HTTP/1.1\nHost: localhost\n\n'],
      [
        400,
        `POST /api/shares HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      ],
      [400, `POST /api/shares HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
      [413, `POST /api/shares HTTP/1.1\r\n${host}Content-Length: 99999999999\r\n\r\n`],
      [431, `GET / HTTP/1.1\r\n${host}A: ${'a'.repeat(20_000)}\r\n\r\n`],
      [400, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
      [400, '\u0016\u0003\u0001\u0002\0'],
    ];
    for (const [status, sent] of refusals) {
      const heard = await raw(sent, /"status":\d+\}/);
      const [, head, body] = /^HTTP\/1\.1 (\d+)[\s\S]*?(\{"type".*\})/.exec(heard) ?? [];
      expect([sent, head]).toEqual([sent, String(status)]);
      expect(JSON.parse(body ?? '{}')).toMatchObject({ status, title: expect.stringMatching(/^[A-Z].+\.$/) });
    }
  });

  it('does not end what came before it on its connection', async () => {
    const ask = 'GET /api/v1/edition HTTP/1.1\r\nHost: localhost\r\n\r\n';
    const heard = await raw(`${ask}${ask}NONSENSE\r\n\r\n`, /"status":400\}/);
    // What was asked well may be cut short by what follows, and is never mixed with it.
    for (const part of heard.split(/(?=HTTP\/1\.1 )/).filter((each) => each.startsWith('HTTP/1.1 200')))
      expect(part).not.toContain('"status":400');
  });

  it('is answered for those of HTTP/1.0, and for those who expect something', async () => {
    expect(await raw('GET /api/v1/edition HTTP/1.0\r\nHost: localhost\r\n\r\n', /"edition":\d+\}/)).toContain(
      ' 200 OK',
    );
    const expecting = `POST /api/v1/newswire HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 11\r\nExpect: EXPECTED\r\n\r\n{"text":""}`;
    for (const expected of ['100-continue', 'something else'])
      expect(await raw(expecting.replace('EXPECTED', expected), /"events":\[\]/)).toContain('HTTP/1.1 200');
  });
});

describe('a client that would speak another protocol', () => {
  it('is answered in this one, and keeps no connection that nothing closes', async () => {
    const wishes = [
      'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA',
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13',
      'Connection: Upgrade\r\nUpgrade: TLS/1.0',
    ];
    for (const wish of wishes)
      for (const path of ['/api/health/live', '/vendors', '/_next/webpack-hmr', '/editor'])
        for (const method of ['GET', 'POST']) {
          const heard = await raw(
            `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n${wish}\r\n\r\n`,
            /^HTTP\/1\.1 \d+[\s\S]*\r\n\r\n/,
          );
          expect([wish, path, /^HTTP\/1\.1 (?:200|307|404|405)/.test(heard)]).toEqual([wish, path, true]);
        }
  });
});
