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
  reads,
  toolGrants,
} from './access';
import { routesInFiles } from './routes';
import { type Answer, cookiesOf, type PersonName, password, type Site, startSite } from './site';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const ranks = ['everybody', ...roles] as const;
/** Those who come: nobody in particular, and one of each role. */
const comers = ['nobody', ...roles] as const;
type Comer = (typeof comers)[number];

function mayDo(comer: Comer, least: Least): boolean {
  return ranks.indexOf(comer === 'nobody' ? 'everybody' : comer) >= ranks.indexOf(least);
}

const cookieOf = (comer: Comer | PersonName) =>
  comer === 'nobody' ? {} : { cookie: site.cookies[comer as PersonName] };

/** Everything that a form or the API could change, as one text: two are the same where nothing changed. */
async function standing(): Promise<string> {
  const tables = [
    'user',
    'account',
    'passkey',
    'session',
    'verification',
    'api_token',
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

describe('what is read', () => {
  for (const comer of comers)
    it(`is given to ${comer} where it is theirs, and else not`, async () => {
      const before = await standing();
      for (const { address, least } of reads) {
        const path = address.replace('{code}', site.code);
        for (const each of path.startsWith('/api/') || /^\/(?:data|feeds|llms|oembed)/.test(path)
          ? [path]
          : [path, `/en${path === '/' ? '' : path}`]) {
          const answer = await site.ask({ address: each, headers: cookieOf(comer) });
          const given = mayDo(comer, least)
            ? !isRefusal(answer) || address.includes('such')
            : !isRefusal(answer);
          const theirs = mayDo(comer, least) || least === 'everybody';
          expect([comer, each, given]).toEqual([comer, each, theirs]);
          if (least !== 'everybody') expect(answer.headers['cache-control']).toContain('no-store');
          if (!theirs) expect(answer.text).not.toMatch(/<table|<form/);
          // Next's way of fetching a page for a link is another way in.
          if (!theirs) {
            const fetched = await site.ask({ address: each, headers: { ...cookieOf(comer), rsc: '1' } });
            expect([each, fetched.text.includes('<form'), fetched.text.includes('"form"')]).toEqual([
              each,
              false,
              false,
            ]);
          }
        }
      }
      expect(await standing()).toBe(before);
    });

  it('of the front is health, and figures for programs on this machine', async () => {
    for (const address of ofTheFront) {
      const far = await site.ask({ address, headers: { 'x-forwarded-for': '203.0.113.7' } });
      expect([address, far.status]).toEqual([address, address === '/api/metrics' ? 404 : 200]);
    }
    expect((await site.ask({ address: '/api/metrics' })).status).toBe(200);
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
      ]) {
        const answer = await send(grant, { ...headers, ...cookieOf('admin') });
        const named = 'origin' in headers;
        const expected = !named && grant.withoutOrigin ? 400 : 403;
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
        cookieOf(name) as Record<string, string>,
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
    const { api } = await auth(site.origin);
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
    for (const door of new Set([...doors, 'GET /', 'GET /admin/list-users', 'POST /admin/set-role'])) {
      const [method = '', path = ''] = door.split(' ');
      const address = `/api/auth${path.replace(/:\w+/g, 'x')}`;
      for (const comer of ['nobody', 'admin'] as const) {
        const answer = await site.ask({
          method,
          address,
          headers: { origin: site.origin, 'content-type': 'application/json', ...cookieOf(comer) },
          ...(method === 'POST'
            ? { body: '{"email":"x@example.org","password":"correct horse battery","name":"x"}' }
            : {}),
        });
        const least = authGrants[door];
        const shut = answer.status === 404;
        expect([door, comer, shut]).toEqual([door, comer, least === undefined]);
        if (least !== undefined && least !== 'everybody' && comer === 'nobody')
          expect([door, answer.status]).toEqual([door, 401]);
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
    const forged = site.cookies.admin.replace(/.(?=%3D|$)/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(forged).not.toBe(site.cookies.admin);
    expect((await site.ask({ address: '/editor/accounts', headers: { cookie: forged } })).status).toBe(307);
  });
});
