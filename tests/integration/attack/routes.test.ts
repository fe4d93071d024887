import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken, revokeToken } from '@/accounts/api-tokens';
import { auth } from '@/accounts/auth';
import { operations } from '@/app/api/v1/operations';
import { agentServer } from '@/app/mcp/tools';
import { roles } from '@/domain/role';
import { findFormDraft } from '@/editorial/form-drafts';
import {
  authGrants,
  elsewhere,
  type FormGrant,
  forms,
  type Least,
  ofTheFront,
  operationGrants,
  type ReadGrant,
  reads,
  toolGrants,
} from './access';
import { faultsOf } from './headers';
import { rewrites, routesInFiles } from './routes';
import { type Answer, cookiesOf, type PersonName, password, type Sent, type Site, startSite } from './site';

/** Readers come by https, through a proxy. */
const publicSite = 'https://landscape.example';
let site: Site;
/** The signed address of a page's preview. */
let preview: string;
beforeAll(async () => {
  site = await startSite({ PUBLIC_URL: publicSite });
  const { text } = await site.ask({ address: '/data' });
  preview = (/\/preview\.png\?[^"]+/.exec(text)?.[0] ?? '').replaceAll('&amp;', '&');
  process.env.DATABASE_URL = site.databaseUrl;
}, 240_000);
afterAll(() => site?.stop());

const ranks = ['everybody', ...roles] as const;
/** Those who come: nobody in particular, and one of each role. */
const comers = ['nobody', ...roles] as const;
type Comer = (typeof comers)[number];

function mayDo(comer: Comer, least: Least): boolean {
  return ranks.indexOf(comer === 'nobody' ? 'everybody' : comer) >= ranks.indexOf(least);
}

/**
 * The cookies with one byte of the session's signature changed. Another last character need not do: in base64 it holds bits that
 * no byte has.
 */
function withOtherSignature(cookies: string): string {
  let changed = 0;
  const forged = cookies.replace(
    /(session_token=[^;]*?\.)([^;.]+)/,
    (_, before: string, signature: string) => {
      const bytes = Buffer.from(decodeURIComponent(signature), 'base64');
      bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
      changed += 1;
      return before + encodeURIComponent(bytes.toString('base64'));
    },
  );
  expect(changed).toBe(1);
  return forged;
}

function cookieOf(comer: Comer): Record<string, string> {
  return comer === 'nobody' ? {} : { cookie: site.cookies[comer] };
}

/** Everything that a form or the API could change, as one text: two are the same where nothing changed. */
async function standing(): Promise<string> {
  const tables = [
    'user',
    'account',
    'passkey',
    'session',
    'verification',
    'api_token',
    'account_link',
    'webhook',
    'proposal',
  ];
  const parts = tables.map(
    (table) =>
      `SELECT '${table}', md5(coalesce(string_agg(t::text, '|' ORDER BY t.id), '')) FROM "${table}" t`,
  );
  const counted = [
    'edition',
    'change',
    'record',
    'share',
    'setting',
    'proposal_item',
    'webhook_delivery',
  ].map((table) => `SELECT '${table}', count(*)::text FROM "${table}"`);
  const rows = await site.client.$queryRawUnsafe<object[]>([...parts, ...counted].join(' UNION ALL '));
  return JSON.stringify(rows);
}

function isRefusal({ status, headers }: Answer): boolean {
  return [401, 403, 404].includes(status) || /^(?:\/en)?\/sign-in\?/.test(headers.location ?? '');
}

describe('the table of access', () => {
  it('holds every page and every method of every route, and nothing that is not there', () => {
    const granted = new Set([
      ...reads.map(({ folder }) => `GET ${folder}`),
      ...forms.map(({ folder }) => `POST ${folder}`),
      ...Object.keys(elsewhere),
    ]);
    const there = routesInFiles().map(({ method, folder }) => `${method} ${folder}`);
    expect(there.length).toBeGreaterThan(70);
    expect(new Set(there)).toEqual(granted);
  });

  it('holds every operation of the API and every tool, with what their tokens must allow', async () => {
    const scopes = Object.fromEntries(operations.map(({ id, scope }) => [id, scope ?? 'everybody']));
    expect(scopes).toEqual(operationGrants);
    const listed = await site.ask({
      method: 'POST',
      address: '/mcp',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
    const { result } = JSON.parse(listed.text) as {
      result: { tools: { name: string; annotations: { readOnlyHint: boolean } }[] };
    };
    expect(result.tools.map(({ name }) => name)).toEqual(toolGrants);
    expect(result.tools.every(({ annotations }) => annotations.readOnlyHint)).toBe(true);
    expect(agentServer()).toBeDefined();
  });
});

/** The addresses of something that is read; pages have two, and the preview of a page that which the page names. */
function addressesOf({ folder, address }: ReadGrant): string[] {
  const path = address === '/preview.png' ? preview : address.replace('{code}', site.code);
  return folder.startsWith('[lang]') ? [path, `/en${path === '/' ? '' : path}`] : [path];
}

const isPersonal = ({ address, least }: ReadGrant) =>
  least !== 'everybody' || /^\/(?:sign-in|set-up|set-password|report)/.test(address);

describe('what is read', () => {
  it('is given to whoever comes, with every header, where it is for everybody', async () => {
    const before = await standing();
    for (const grant of reads.filter(({ least }) => least === 'everybody'))
      for (const address of addressesOf(grant)) {
        const answer = await site.ask({ address });
        const status = grant.folder.endsWith('[...rest]') ? 404 : 200;
        expect([address, answer.status]).toEqual([address, status]);
        const kind = { embeddable: address.includes('/embed/'), personal: isPersonal(grant) };
        expect([address, ...faultsOf(answer, kind)]).toEqual([address]);
        // What everybody is given is the same for all of them, and can be kept.
        if (isPersonal(grant)) continue;
        const signedIn = await site.ask({ address, headers: cookieOf('admin') });
        expect([address, signedIn.status, signedIn.bytes.equals(answer.bytes)]).toEqual([
          address,
          status,
          true,
        ]);
      }
    expect(await standing()).toBe(before);
  }, 120_000);

  for (const comer of comers)
    it(`is given to ${comer} where it is theirs, and else not`, async () => {
      const before = await standing();
      for (const grant of reads.filter(({ least }) => least !== 'everybody'))
        for (const address of addressesOf(grant)) {
          const theirs = mayDo(comer, grant.least);
          // The rows of a file that is not there are not there for an editor either.
          const expected = address.startsWith('/api/') ? (theirs ? 404 : 401) : theirs ? 200 : 307;
          // Next's way of fetching a page for a link would be another way in; nobody is let in there.
          for (const headers of [cookieOf(comer), { ...cookieOf(comer), rsc: '1' }]) {
            const answer = await site.ask({ address, headers });
            expect([comer, address, answer.status]).toEqual([comer, address, expected]);
            if (!theirs && expected === 307)
              expect(answer.headers.location).toMatch(/^(?:\/en)?\/sign-in\?next=/);
            expect([address, ...faultsOf(answer, { personal: true })]).toEqual([address]);
            if (!theirs)
              expect([address, /<table|<form|"form"|"table"/.test(answer.text)]).toEqual([address, false]);
          }
        }
      expect(await standing()).toBe(before);
    }, 60_000);

  it('of the front is health for everybody, and figures for nobody who has no token', async () => {
    for (const address of ofTheFront) {
      const far = await site.ask({ address, headers: { 'x-forwarded-for': '203.0.113.7' } });
      expect([address, ...faultsOf(far, { personal: true })]).toEqual([address]);
      expect([address, far.status]).toEqual([address, address === '/api/metrics' ? 404 : 200]);
    }
    // Whoever comes from this machine may be a proxy through which everybody comes.
    for (const authorization of ['', 'Bearer ', 'Bearer undefined'])
      expect((await site.ask({ address: '/api/metrics', headers: { authorization } })).status).toBe(404);
  });
});

function send(grant: FormGrant, headers: Record<string, string | string[]>): Promise<Answer> {
  return site.ask({
    method: 'POST',
    address: grant.address,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': '10.7.7.7',
      ...headers,
    },
    body: new URLSearchParams({ lang: 'en', ...grant.fields }).toString(),
  });
}

describe('a form', () => {
  for (const comer of comers)
    it(`does for ${comer} what is theirs, and nothing else`, async () => {
      const before = await standing();
      for (const grant of forms) {
        // Signing out ends the session, which the others still need.
        if (grant.folder === 'api/sign-out') continue;
        const answer = await send(grant, { origin: site.origin, ...cookieOf(comer) });
        expect([grant.folder, ...faultsOf(answer, { personal: true })]).toEqual([grant.folder]);
        const what = [comer, grant.folder, grant.fields.do];
        if (mayDo(comer, grant.least)) {
          expect([...what, isRefusal(answer) && grant.least !== 'everybody']).toEqual([...what, false]);
          expect([...what, answer.status < 500]).toEqual([...what, true]);
        } else if (grant.program || comer !== 'nobody')
          expect([...what, [401, 403].includes(answer.status)]).toEqual([...what, true]);
        else expect([...what, answer.headers.location]).toEqual([...what, '/en/sign-in?said=ended']);
      }
      expect(await standing()).toBe(before);
    });

  it('of another site, or of a page that hides where it is, is refused, whoever is signed in', async () => {
    const before = await standing();
    for (const grant of forms) {
      for (const headers of [
        { origin: 'https://elsewhere.example' },
        { origin: `${site.origin}.elsewhere.example` },
        { origin: `http://elsewhere.example#${site.origin}` },
        { origin: 'null' },
        { origin: 'no address' },
        { origin: 'null', 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { referer: `${site.origin}/editor` },
        {},
      ] as Record<string, string>[]) {
        const answer = await send(grant, { ...headers, ...cookieOf('admin') });
        const named = 'origin' in headers;
        const expected = !named && grant.withoutOrigin ? 400 : 403;
        expect([grant.folder, ...faultsOf(answer, { personal: true })]).toEqual([grant.folder]);
        expect([grant.folder, headers, answer.status]).toEqual([grant.folder, headers, expected]);
      }
    }
    expect(await standing()).toBe(before);
  });

  it('is not answered for a token in place of a session', async () => {
    const before = await standing();
    for (const grant of forms.filter(({ least }) => least !== 'everybody')) {
      const answer = await send(grant, {
        origin: site.origin,
        authorization: `Bearer ${site.tokens.publish}`,
      });
      expect([grant.folder, isRefusal(answer)]).toEqual([grant.folder, true]);
    }
    expect(await standing()).toBe(before);
  });

  it('of a contributor becomes a proposal, also where it asks to publish', async () => {
    const edition = await site.client.edition.count();
    for (const [name, outcome] of [
      ['contributor', 'proposed'],
      ['editor', 'published'],
    ] as const) {
      const answer = await site.post(
        '/api/records',
        {
          do: 'publish',
          kind: 'industry',
          slug: '',
          base: '0',
          'f.slug': `by-${name}`,
          'f.name.zh': `由${name}`,
          'f.name.en': `By ${name}`,
          'f.citations.0.source': 'article',
          'f.citations.0.kind': 'claimed',
        },
        cookieOf(name),
      );
      expect(answer.headers.location).toContain(`said=${outcome}`);
    }
    expect(await site.client.edition.count()).toBe(edition + 1);
  });
});

describe('the API', () => {
  const proposal = (slug: string, publish: boolean) => ({
    note: 'try',
    publish,
    records: [
      {
        kind: 'industry',
        slug,
        payload: { slug, name: { zh: slug, en: slug }, citations: [{ source: 'article', kind: 'claimed' }] },
      },
    ],
  });
  const propose = (body: object, headers: Record<string, string>) =>
    site.ask({
      method: 'POST',
      address: '/api/v1/proposals',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('gives writing to tokens alone, and to each what its scope says', async () => {
    const before = await standing();
    const revoked =
      (await createToken(site.client, site.ids.admin, { name: 'gone', scope: 'publish' })) ?? '';
    const row = await site.client.apiToken.findFirstOrThrow({ where: { name: 'gone' } });
    await revokeToken(site.client, row.id);
    // A token allows no more than its account.
    const demoted =
      (await createToken(site.client, site.ids.contributor, { name: 'low', scope: 'publish' })) ?? '';
    for (const headers of [
      {},
      { authorization: 'Bearer ' },
      { authorization: 'Bearer ailandscape_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      { authorization: `Bearer ${revoked}` },
      { authorization: `Bearer ${demoted}` },
      { authorization: `Basic ${site.tokens.publish}` },
      // A browser sends its cookies wherever a page of another site wants.
      { cookie: site.cookies.admin },
    ] as Record<string, string>[]) {
      expect([headers, (await propose(proposal('never', true), headers)).status]).toEqual([headers, 401]);
      expect((await site.ask({ address: '/api/v1/proposals/1', headers })).status).toBe(401);
    }
    await site.client.apiToken.deleteMany({ where: { name: { in: ['gone', 'low'] } } });
    expect(await standing()).toBe(before);

    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    const edition = await site.client.edition.count();
    expect((await propose(proposal('by-token', true), bearer(site.tokens.propose))).status).toBe(403);
    const waits = await propose(proposal('by-token', false), bearer(site.tokens.propose));
    expect(waits.status).toBe(202);
    expect(await site.client.edition.count()).toBe(edition);
    expect((await propose(proposal('by-token', true), bearer(site.tokens.publish))).status).toBe(200);
    expect(await site.client.edition.count()).toBe(edition + 1);
    // Somebody else's proposal is nobody's business.
    const { proposal: id } = JSON.parse(waits.text) as { proposal: number };
    const foreign =
      (await createToken(site.client, site.ids.admin, { name: 'foreign', scope: 'publish' })) ?? '';
    const asked = (token: string) => site.ask({ address: `/api/v1/proposals/${id}`, headers: bearer(token) });
    expect([(await asked(site.tokens.propose)).status, (await asked(foreign)).status]).toEqual([200, 404]);
  });

  it('opens four doors of better-auth and no other: not signing up, not the list of sessions', async () => {
    const { api } = await auth(publicSite);
    const doors = Object.values(
      api as unknown as Record<string, { path?: string; options?: { method: unknown } }>,
    ).flatMap(({ path, options }) =>
      path ? [options?.method ?? 'GET'].flat().map((method) => `${method} ${path}`) : [],
    );
    expect(doors.length).toBeGreaterThan(25);
    expect(doors).toEqual(
      expect.arrayContaining([...Object.keys(authGrants), 'POST /sign-up/email', 'GET /list-sessions']),
    );
    const before = await standing();
    for (const door of new Set([...doors, 'GET /admin/list-users', 'POST /admin/set-role'])) {
      const [method = '', path = ''] = door.split(' ');
      const address = `/api/auth${path.replace(/:\w+/g, 'x')}`;
      for (const comer of ['nobody', 'admin'] as const) {
        const answer = await site.ask({
          method,
          address,
          headers: { origin: publicSite, 'content-type': 'application/json', ...cookieOf(comer) },
          ...(method === 'POST'
            ? { body: '{"email":"x@example.org","password":"correct horse battery","name":"x"}' }
            : {}),
        });
        expect([door, ...faultsOf(answer, { personal: true })]).toEqual([door]);
        const least = authGrants[door];
        const shut = answer.status === 404;
        expect([door, comer, shut]).toEqual([door, comer, least === undefined]);
        if (least !== undefined && least !== 'everybody' && comer === 'nobody')
          expect([door, [400, 401].includes(answer.status)]).toEqual([door, true]);
      }
    }
    // What a door that is open keeps is the challenge of a passkey.
    await site.client.verification.deleteMany();
    expect(await standing()).toBe(before);
  });
});

describe('what belongs to one person', () => {
  const cookies = (name: PersonName) => ({ cookie: site.cookies[name] });

  it('is no draft for another, by whatever number', async () => {
    const kept = await site.post(
      '/api/records/draft',
      { kind: 'industry', 'f.name.zh': '甲的稿子' },
      cookies('editor'),
    );
    const { draft } = JSON.parse(kept.text) as { draft: number };
    const found = () => findFormDraft(site.client, site.ids.editor, draft);
    const before = await found();
    const fields = { kind: 'industry', draft: String(draft), 'f.name.zh': '乙写的' };
    for (const what of ['save', 'check', 'discard'])
      await site.post('/api/records', { ...fields, do: what }, cookies('another-editor'));
    await site.post('/api/records/draft', fields, cookies('another-editor'));
    // Not for who only claims to be its author, after a session that has ended.
    await site.post('/api/records', { ...fields, author: String(site.ids.editor), key: 'guessed' });
    expect(await found()).toEqual(before);
    const page = await site.ask({
      address: `/editor/records/industry?draft=${draft}`,
      headers: cookies('another-editor'),
    });
    expect(page.text).not.toContain('甲的稿子');

    const news = await site.post('/api/news', { text: '甲公司完成A轮1亿元融资' }, cookies('editor'));
    const number = /draft=(\d+)/.exec(news.headers.location ?? '')?.[1] ?? '';
    for (const address of ['/api/news', '/api/news/confirm'])
      await site.post(
        address,
        { do: 'discard', draft: number, only: 'all', 'e.0.company': '乙' },
        cookies('another-editor'),
      );
    expect(await site.client.proposal.findUnique({ where: { id: Number(number) } })).toMatchObject({
      state: 'draft',
      note: '甲公司完成A轮1亿元融资',
    });
    const looked = await site.ask({
      address: `/editor/news?draft=${number}`,
      headers: cookies('another-editor'),
    });
    expect(looked.text).not.toContain('甲公司');
  });

  it('is no uploaded file for another', async () => {
    const boundary = 'part';
    const body = [
      ['lang', 'en'],
      ['do', 'upload'],
    ]
      .map(
        ([name, value]) =>
          `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      .join('');
    const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="x.csv"\r\n\r\nname,slug\r\n机密,secret\r\n--${boundary}--\r\n`;
    const sent = await site.ask({
      method: 'POST',
      address: '/api/import',
      headers: {
        origin: site.origin,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...cookies('editor'),
      },
      body: body + file,
    });
    const draft = /draft=(\d+)/.exec(sent.headers.location ?? '')?.[1] ?? '';
    expect(draft).not.toBe('');
    for (const what of ['discard', 'cancel', 'again', 'import'])
      expect(
        (await site.post('/api/import', { do: what, draft }, cookies('another-editor'))).headers.location,
      ).toContain('said=gone');
    const rows = await site.ask({
      address: `/api/import/refused?draft=${draft}`,
      headers: cookies('another-editor'),
    });
    expect(rows.status).toBe(404);
    expect(await site.client.proposalItem.count({ where: { proposalId: Number(draft) } })).toBe(1);
  });

  it('is no session or passkey that another could end, and ends with its own sign-out', async () => {
    const sessions = () =>
      site.client.session.findMany({ where: { userId: site.ids.editor }, orderBy: { id: 'asc' } });
    const before = await sessions();
    const passkey = await site.client.passkey.create({
      data: {
        userId: site.ids.editor,
        publicKey: 'x',
        credentialID: 'x',
        counter: 0,
        deviceType: 'singleDevice',
        backedUp: false,
      },
    });
    for (const { id } of before)
      await site.post('/api/account/sessions', { session: String(id) }, cookies('another-editor'));
    await site.post('/api/account/passkeys', { passkey: String(passkey.id) }, cookies('another-editor'));
    expect(await sessions()).toEqual(before);
    expect(await site.client.passkey.count({ where: { id: passkey.id } })).toBe(1);

    const signedIn = await site.post('/api/sign-in', {
      email: 'another-editor@example.org',
      password,
      next: '/editor',
    });
    const own = { cookie: cookiesOf(signedIn) };
    expect((await site.ask({ address: '/editor', headers: own })).status).toBe(200);
    await site.post('/api/sign-out', {}, own);
    expect((await site.ask({ address: '/editor', headers: own })).status).toBe(307);
    // A signature that is not the server's opens nothing.
    const forged = withOtherSignature(site.cookies.admin);
    expect((await site.ask({ address: '/editor/accounts', headers: { cookie: forged } })).status).toBe(307);
  });
});

describe('every address', () => {
  it('is asked with every method, and answers to those alone that it has', async () => {
    const before = await standing();
    const there = new Map<string, Set<string>>();
    for (const { method, folder } of routesInFiles())
      there.set(folder, new Set([...(there.get(folder) ?? []), method]));
    const addresses = [
      ...reads.flatMap((grant) => addressesOf(grant).map((address) => ({ folder: grant.folder, address }))),
      ...forms.map(({ folder, address }) => ({ folder, address })),
      ...ofTheFront.map((address) => ({ folder: '', address })),
      { folder: '', address: '/embed.js' },
      { folder: '', address: '/_next/static/chunks/no-such.js' },
      { folder: '', address: '/_next/image?url=%2Ficon.svg&w=64&q=75' },
    ];
    for (const { folder, address } of addresses)
      for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'POST', 'OPTIONS']) {
        if (there.get(folder)?.has(method)) continue;
        const answer = await site.ask({
          method,
          address,
          headers: { origin: site.origin, ...cookieOf('admin') },
        });
        const what = `${method} ${address}`;
        // A route of Next's says by itself what it takes.
        const expected =
          method === 'OPTIONS' && address.startsWith('/api/') && folder !== '' ? [204] : [404, 405];
        expect([what, expected.includes(answer.status)]).toEqual([what, true]);
        expect([what, ...faultsOf(answer, { embeddable: address.includes('/embed/') })]).toEqual([what]);
      }
    expect(await standing()).toBe(before);
  }, 120_000);

  it('that is rewritten is one of the table', async () => {
    const covered = new Set(reads.map(({ folder }) => folder).filter((folder) => folder.startsWith('api/')));
    const destinations = (await rewrites()).map(({ destination }) => destination.split('?', 1)[0] ?? '');
    for (const destination of destinations.filter((each) => each.startsWith('/api/'))) {
      const [, part = ''] = /^\/api\/([a-z]+)\//.exec(destination) ?? [];
      expect([destination, [...covered].some((folder) => folder.startsWith(`api/${part}/`))]).toEqual([
        destination,
        true,
      ]);
    }
    expect(destinations.filter((each) => !each.startsWith('/api/')).sort()).toEqual([
      '/zh',
      '/zh/:path',
      '/zh/:path',
    ]);
  });

  it('has its headers where it is wrong, too large, moved, known, or no page', async () => {
    const html = await site.ask({ address: '/vendors' });
    const [chunk = ''] = /\/_next\/static\/[^"']+\.js/.exec(html.text) ?? [];
    const cases: [string, number, Sent][] = [
      ['a file of Next', 200, { address: chunk }],
      ['a script for other sites', 200, { address: '/embed.js' }],
      ['a picture of the site', 200, { address: '/icon.svg' }],
      ['no file of Next', 404, { address: '/_next/static/chunks/no-such.js' }],
      ['nothing makes pictures smaller', 404, { address: '/_next/image?url=%2Ficon.svg&w=64&q=75' }],
      ['another site', 404, { address: '/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75' }],
      ['an unknown slug', 404, { address: '/vendors/no-such' }],
      ['an unknown chart', 404, { address: '/charts/no-such.svg' }],
      ['a wrong parameter', 400, { address: '/charts/rounds.csv?currenci=cny' }],
      ['no operation', 404, { address: '/api/v1/no-such' }],
      ['no route', 404, { address: '/api/no-such' }],
      ['an address that is too long', 414, { address: `/vendors?x=${'x'.repeat(9000)}` }],
      ['an address with the language that is there anyway', 308, { address: '/zh/vendors' }],
      [
        'a page that is known',
        304,
        { address: '/vendors', headers: { 'if-none-match': String(html.headers.etag) } },
      ],
      ['the head alone', 200, { method: 'HEAD', address: '/vendors' }],
      ['an unknown action', 405, { method: 'POST', address: '/vendors', headers: { 'next-action': 'x' } }],
      [
        'a form that is too large',
        413,
        { method: 'POST', address: '/api/reports', body: 'x'.repeat(5_000_000) },
      ],
      [
        'a form of no length',
        413,
        { method: 'POST', address: '/api/reports', body: 'x'.repeat(5_000_000), chunked: true },
      ],
      [
        'a file that is too large',
        413,
        { method: 'POST', address: '/api/import', body: 'x'.repeat(17_000_000) },
      ],
      [
        'a body of an operation',
        413,
        { method: 'POST', address: '/api/v1/newswire', body: `"${'x'.repeat(1_100_000)}"` },
      ],
      ['a message', 413, { method: 'POST', address: '/mcp', body: 'x'.repeat(300_000) }],
    ];
    for (const [what, status, sent] of cases) {
      const answer = await site.ask(sent);
      expect([what, answer.status]).toEqual([what, status]);
      expect([what, ...faultsOf(answer)]).toEqual([what]);
    }
  });

  it('sets cookies with every protection', async () => {
    const cookies = [
      await site.post('/api/sign-in', { email: 'editor@example.org', password }),
      await site.post('/api/sign-out', {}, cookieOf('contributor')),
      await site.post('/api/programs', { do: 'make', name: 'x', scope: 'propose' }, cookieOf('admin')),
      await site.ask({ address: '/api/auth/passkey/generate-authenticate-options' }),
    ];
    for (const answer of cookies) {
      expect(answer.headers['set-cookie']?.length).toBeGreaterThan(0);
      expect(faultsOf(answer, { personal: true })).toEqual([]);
    }
  });
});

describe('reports of errors, which anybody may send', () => {
  it('are taken ten an hour from one address; who sends more is told, and nothing of it is kept', async () => {
    const send = async (address: string, at: number) => {
      const answer = await site.post(
        '/api/reports',
        { page: '/vendors/baidu', text: `Error number ${at}` },
        { 'x-forwarded-for': address },
      );
      return /said=([a-z-]+)/.exec(String(answer.headers.location))?.[1];
    };
    const said: (string | undefined)[] = [];
    for (let at = 0; at < 12; at++) said.push(await send('10.8.0.1', at));
    expect(said).toEqual([...Array(10).fill('sent'), 'too-often', 'too-often']);
    expect(await send('10.8.0.2', 12)).toBe('sent');
    const kept = await site.client.proposal.count({
      where: { origin: 'report', note: { startsWith: 'Error number' } },
    });
    expect(kept).toBe(11);
  });
});
