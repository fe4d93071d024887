import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import fc from 'fast-check';
import { generateApi } from 'swagger-typescript-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken, revokeToken, tokensInUse } from '@/accounts/api-tokens';
import { createAccount } from '@/accounts/new-account';
import { operations } from '@/app/api/v1/operations';
import { connect } from '@/database/client';
import { freePort } from '@/database/free-port';
import type { PrismaClient } from '@/database/generated/client';
import { accept, decline } from '@/editorial/review';
import { normalAddress } from '@/server/normal-address';
import { type Serving, startServing } from '../../scripts/serving';
import { freshDatabaseWithFacts } from './database';

let site: string;
let serving: Serving;
let client: PrismaClient;
let accountId: number;

beforeAll(async () => {
  const url = await freshDatabaseWithFacts();
  const port = await freePort();
  site = `http://localhost:${port}`;
  serving = await startServing(port, url, 'production', {
    TRUST_PROXY: '1',
    API_REQUESTS_PER_MINUTE: '200',
    PUBLIC_URL: site,
  });
  client = connect(url);
  const admin = {
    name: 'Admin',
    email: 'admin@example.org',
    password: 'correct horse battery',
    role: 'admin',
  };
  await createAccount(client, admin);
  accountId = (await client.user.findFirstOrThrow()).id;
});
afterAll(async () => {
  await client.$disconnect();
  await serving.stop();
});

let addresses = 0;
/** Each call comes from an address of its own, so that no allowance is used up. */
function call(address: string, init: RequestInit = {}, from?: string): Promise<Response> {
  const headers = new Headers(init.headers);
  addresses += 1;
  headers.set('x-forwarded-for', from ?? `10.1.${Math.floor(addresses / 250)}.${addresses % 250}`);
  return fetch(`${site}/api/v1${address}`, { ...init, headers });
}

const inJson = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

interface DocumentedParameter {
  name: string;
  in: string;
  required: boolean;
  schema: { type?: string; enum?: string[]; pattern?: string; minimum?: number; maximum?: number };
}
interface ApiDocument {
  paths: Record<string, Record<string, { operationId: string; parameters: DocumentedParameter[] }>>;
}

async function documented(): Promise<ApiDocument> {
  return (await call('/openapi.json')).json() as Promise<ApiDocument>;
}

describe('the OpenAPI document', () => {
  it('is linted without a warning', async () => {
    const source = JSON.stringify(await documented());
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source, config, absoluteRef: 'openapi.json' });
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
  }, 60_000);

  it('names every operation that there is, once', async () => {
    const { paths } = await documented();
    const named = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(named.sort()).toEqual(operations.map(({ id }) => id).sort());
  });

  it('makes a client that reads the running server', async () => {
    const folder = path.resolve('test-results', `api-client-${process.pid}`);
    await mkdir(folder, { recursive: true });
    try {
      const spec = (await documented()) as never;
      await generateApi({ fileName: 'client.ts', output: folder, spec, silent: true, generateClient: true });
      const { Api } = await import(/* @vite-ignore */ pathToFileURL(path.join(folder, 'client.ts')).href);
      const api = new Api({ baseUrl: `${site}/api/v1` });
      const { data } = await api.records.listModel({ tier: 'industry', limit: 2, lang: 'en' });
      expect(data.items).toHaveLength(2);
      expect(data.items.every((item: { record: { tier: string } }) => item.record.tier === 'industry')).toBe(
        true,
      );
      const { data: baidu } = await api.records.getOrganization('baidu', {});
      expect(baidu.record.name).toEqual({ zh: '百度', en: 'Baidu' });
      expect(baidu.evidence.length).toBeGreaterThan(0);
      const { data: news } = await api.newswire.newswire({ text: '百川智能完成5000万美元A轮融资' }, {});
      expect(news.events[0].round).toBe('A轮');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

/** Good values of a parameter, from its schema. */
function goodValues({ schema }: DocumentedParameter): fc.Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'integer')
    return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 50, 50) }).map(String);
  // Slugs of facts are good in form and perhaps not in the facts; those that must be there are given by name.
  return fc.constant('');
}

/** Values that no schema of ours allows. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    "' OR 1=1 --",
    '%00',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '-1',
    '1e9',
    '99999999999999999999',
    'a'.repeat(3000),
    '\u202e',
    '{"$ne":1}',
    '=1+1',
  ),
);

const examples: Readonly<Record<string, string>> = {
  vendors: 'baidu~alibaba',
  models: 'ernie~pangu',
  industries: 'finance~healthcare',
  q: '百度',
};

describe('every reading operation', () => {
  it('answers what its description says, for good queries', async () => {
    const { paths } = await documented();
    for (const operation of operations.filter(({ method, scope }) => method === 'get' && !scope)) {
      const { parameters = [] } = paths[operation.path]?.get ?? {};
      const optional = parameters.filter(
        ({ name, in: place }) => place === 'query' && name !== 'edition' && name !== 'known',
      );
      const arbitrary = fc.record(
        Object.fromEntries(optional.map((parameter) => [parameter.name, fc.option(goodValues(parameter))])),
      );
      for (const values of [{}, ...fc.sample(arbitrary, { numRuns: 3, seed: 7 })]) {
        const search = new URLSearchParams(
          Object.entries({ ...values } as Record<string, string | null>).flatMap(([name, value]) =>
            value === null || value === '' ? [] : [[name, value]],
          ),
        );
        for (const { name, required } of parameters)
          if (required && examples[name] !== undefined) search.set(name, examples[name]);
        const slug = operation.path.match(/records\/([a-z-]+)\/\{slug\}/)?.[1];
        const known = slug && (await client.record.findFirst({ where: { kind: slug, retracted: null } }));
        const path = operation.path
          .replace('{slug}', known ? known.slug : '')
          .replace('{organization}', 'zhipu');
        const address = `${path}?${search}`;
        const answer = await call(address);
        const body = await answer.json();
        expect([address, answer.status, answer.status === 200 ? null : body]).toEqual([address, 200, null]);
        // What comes is all of what is described, and nothing else.
        expect(operation.answer.parse(body)).toEqual(body);
      }
    }
  }, 120_000);

  it('refuses bad input with a problem that names it, and never fails', async () => {
    const { paths } = await documented();
    const cases = operations
      .filter(({ method, scope }) => method === 'get' && !scope)
      .flatMap((operation) =>
        (paths[operation.path]?.get?.parameters ?? []).map((parameter) => ({ operation, parameter })),
      );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), hostile, async ({ operation, parameter }, value) => {
        const { name, in: place } = parameter;
        const search = new URLSearchParams(place === 'query' ? [[name, value]] : []);
        for (const [required, example] of Object.entries(examples))
          if (operation.query?.[required]?.required && required !== name) search.set(required, example);
        const asked = operation.path.replace(
          /\{\w+\}/,
          place === 'path' ? encodeURIComponent(value.slice(0, 200)) : 'baidu',
        );
        const answer = await call(`${asked}?${search}`);
        expect(answer.status).toBeLessThan(500);
        const body = (await answer.json().catch(() => null)) as {
          title: string;
          problems?: { parameter: string }[];
        } | null;
        if (answer.status === 400) {
          expect(answer.headers.get('content-type')).toBe('application/problem+json');
          // What is no address is refused before anybody looks for parts in it.
          const found = normalAddress(`/api/v1${asked}?${search}`);
          if ('reason' in found) {
            expect(body?.title).toBe(found.reason);
            return;
          }
          expect(body?.problems?.map((problem) => problem.parameter)).toContain(name);
        }
      }),
      { numRuns: 300, seed: 11 },
    );
    expect((await call('/records/model?colour=red')).status).toBe(400);
    expect((await call('/records/nothing')).status).toBe(404);
    expect((await call('/records/model', { method: 'POST', body: '{}' })).status).toBe(405);
  }, 120_000);

  it('is told unchanged by its tag, compressed, readable from other sites, and of the edition that is asked for', async () => {
    const first = await call('/records/organization?limit=200', { headers: { 'accept-encoding': 'br' } });
    expect(first.headers.get('content-encoding')).toBe('br');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const edition = Number(first.headers.get('x-edition'));
    const tag = first.headers.get('etag') ?? '';
    expect((await first.json()).edition).toBe(edition);
    const same = await call('/records/organization?limit=200', { headers: { 'if-none-match': tag } });
    expect(same.status).toBe(304);
    expect((await call(`/records/organization/baidu?edition=${edition + 1}`)).status).toBe(400);
    expect((await call('/records/organization/baidu', { method: 'OPTIONS' })).status).toBe(204);
  });

  it('gives every record once, page after page', async () => {
    const slugs: string[] = [];
    let total = 0;
    for (let after: string | null = ''; after !== null; ) {
      const answer = await call(`/records/model?limit=37${after === '' ? '' : `&after=${after}`}`);
      const body = (await answer.json()) as { total: number; next: string | null; items: { slug: string }[] };
      slugs.push(...body.items.map(({ slug }) => slug));
      total = body.total;
      after = body.next;
    }
    expect([slugs.length, new Set(slugs).size]).toEqual([total, total]);
    expect(total).toBe(await client.model.count());
  });

  it('has an allowance for each client, and says what is left of it', async () => {
    const from = '10.200.0.1';
    const first = await call('/edition', {}, from);
    expect(first.headers.get('ratelimit-policy')).toBe('"api";q=200;w=60');
    const answers = await Promise.all(Array.from({ length: 220 }, () => call('/edition', {}, from)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(21);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await call('/edition', {}, '10.200.0.2')).status).toBe(200);
  });
});

const industry = (slug: string, name: string) => ({
  kind: 'industry',
  slug,
  baseVersion: 0,
  payload: { slug, name: { zh: name, en: name }, citations: [{ source: 'article', kind: 'claimed' }] },
});

describe('writing', () => {
  it('needs a token, waits for an editor, and says what became of it', async () => {
    const proposal = { note: 'try', records: [industry('api-industry', 'By API')] };
    expect((await call('/proposals', inJson(proposal))).status).toBe(401);
    expect(
      (await call('/proposals', inJson(proposal, { authorization: 'Bearer ailandscape_no' }))).status,
    ).toBe(401);
    const token = (await createToken(client, accountId, { name: 'test', scope: 'propose' })) ?? '';
    const bearer = { authorization: `Bearer ${token}` };
    const answer = await call('/proposals', inJson(proposal, bearer));
    expect(answer.status).toBe(202);
    const { proposal: id, state } = (await answer.json()) as { proposal: number; state: string };
    expect(state).toBe('open');
    expect(await client.industry.count({ where: { slug: 'api-industry' } })).toBe(0);
    await accept(client, id, accountId);
    const after = (await (await call(`/proposals/${id}`, { headers: bearer })).json()) as {
      state: string;
      edition: number;
    };
    expect(after).toMatchObject({ state: 'published', edition: expect.any(Number) });
    const second = await call(
      '/proposals',
      inJson({ note: 'no', records: [industry('api-two', 'Two')] }, bearer),
    );
    const { proposal: other } = (await second.json()) as { proposal: number };
    await decline(client, other, accountId, 'no source');
    expect(await (await call(`/proposals/${other}`, { headers: bearer })).json()).toMatchObject({
      state: 'declined',
      reason: 'no source',
    });
    expect((await call('/proposals', inJson({ ...proposal, publish: true }, bearer))).status).toBe(403);
    const [{ id: tokenId } = { id: 0 }] = await tokensInUse(client);
    await revokeToken(client, tokenId);
    expect((await call(`/proposals/${id}`, { headers: bearer })).status).toBe(401);
  });

  it('publishes where the token allows it, and refuses what is wrong or was changed meanwhile', async () => {
    const token = (await createToken(client, accountId, { name: 'publisher', scope: 'publish' })) ?? '';
    const bearer = { authorization: `Bearer ${token}` };
    const send = (records: unknown[], publish = true) =>
      call('/proposals', inJson({ note: 'try', publish, records }, bearer));
    const published = await send([industry('api-published', 'Published')]);
    expect(await published.json()).toMatchObject({ state: 'published', edition: expect.any(Number) });
    expect(await (await send([industry('api-published', 'Published')])).json()).toMatchObject({
      problems: [{ cause: 'conflict' }],
    });
    const wrong = await send([{ ...industry('api-wrong', 'Wrong'), payload: { slug: 'api-wrong' } }]);
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({
      problems: [{ slug: 'api-wrong', cause: 'invalid', field: 'name' }],
    });
    const before = await client.change.count();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (body) => {
        const answer = await call('/proposals', inJson(body, bearer));
        expect([400, 413, 422]).toContain(answer.status);
      }),
      { numRuns: 60, seed: 3 },
    );
    expect(
      (
        await call('/proposals', {
          method: 'POST',
          headers: { ...bearer, 'content-type': 'text/xml' },
          body: '<a/>',
        })
      ).status,
    ).toBe(415);
    expect((await call('/newswire', inJson({ text: 'a'.repeat(1_100_000) }))).status).toBe(413);
    expect(await client.change.count()).toBe(before);
  });
});

describe('the MCP server', () => {
  const post = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${site}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...body }),
    });
  const asked = async (name: string, parameters: object) => {
    const answer = await post({ method: 'tools/call', params: { name, arguments: parameters } });
    const text = await answer.text();
    expect([name, parameters, Buffer.byteLength(text) < 60_000]).toEqual([name, parameters, true]);
    const { result } = JSON.parse(text);
    expect([name, result.isError ?? false, text.slice(0, 300)]).toEqual([name, false, expect.anything()]);
    return result.structuredContent;
  };

  it('never says more than a model can take in, and says where to go on', async () => {
    const vendors = [
      'alibaba',
      'anthropic',
      'baichuan',
      'baidu',
      'bytedance',
      'deepseek',
      'google',
      'huawei',
    ];
    const query = { kind: 'vendors', slugs: [...vendors, 'moonshot', 'openai', 'tencent', 'zhipu'] };
    const keys: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const part: { dimensions: { key: string }[]; next: string | null } = await asked('compare', {
        ...query,
        ...(after === '' ? {} : { after }),
      });
      keys.push(...part.dimensions.map(({ key }) => key));
      after = part.next;
    }
    const whole = await (
      await fetch(`${site}/api/v1/compare/vendors?vendors=${query.slugs.join('~')}`)
    ).json();
    expect(keys).toEqual(whole.dimensions.map(({ key }: { key: string }) => key));
    const slugs: string[] = [];
    for (let after: string | null = ''; after !== null && slugs.length < 120; ) {
      const part: { items: { slug: string }[]; next: string | null } = await asked('funding', {
        limit: 100,
        ...(after === '' ? {} : { after }),
      });
      slugs.push(...part.items.map(({ slug }) => slug));
      after = part.next;
    }
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const chart of ['landscape', 'releases', 'vendors-by-industry', 'investors'])
      await asked('chart', { chart, limit: 200 });
    for (const [kind, slug] of [
      ['organization', 'alibaba'],
      ['model', 'ernie'],
      ['funding-event', 'zhipu-2026-ipo'],
    ])
      await asked('record', { kind, slug });
    await asked('changes', { limit: 200 });
    await asked('search', { text: 'a', limit: 20 });
  }, 60_000);

  it('says what was wrong in the codes of its protocol', async () => {
    const codeOf = async (answer: Response) => (await answer.json()).error.code;
    const unknown = await post({ method: 'tools/call', params: { name: 'serch', arguments: {} } });
    const { error } = await unknown.json();
    expect([error.code, error.message]).toEqual([-32602, expect.stringContaining('search')]);
    expect(await codeOf(await post({ method: 'tools/destroy' }))).toBe(-32601);
    const broken = await fetch(`${site}/mcp`, { method: 'POST', body: '{' });
    expect([broken.status, await codeOf(broken)]).toEqual([400, -32700]);
    const batch = await fetch(`${site}/mcp`, { method: 'POST', body: '[]' });
    expect([batch.status, await codeOf(batch)]).toEqual([400, -32600]);
    for (const body of [
      'null',
      '1',
      '{}',
      '{"jsonrpc":"2.0","id":{},"method":"ping"}',
      '{"jsonrpc":"2.0","id":1e400}',
    ]) {
      const odd = await fetch(`${site}/mcp`, { method: 'POST', body });
      expect([body, odd.status, await codeOf(odd)]).toEqual([body, 400, -32600]);
    }
    const listed = await post({ method: 'tools/call', params: { name: 'search', arguments: [1] } });
    expect((await listed.json()).error).toMatchObject({
      code: -32602,
      message: expect.stringContaining('object'),
    });
  });

  it('answers no page of another site', async () => {
    const list = { method: 'tools/list' };
    expect((await post(list, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(list, { origin: 'null' })).status).toBe(403);
    const local = await post(list, { origin: 'http://localhost:6274' });
    expect([local.status, local.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'http://localhost:6274',
    ]);
    expect((await post(list)).status).toBe(200);
  });

  it('is used by the client of the SDK: every tool answers with its edition', async () => {
    const agent = new Client({ name: 'test', version: '1' });
    await agent.connect(new StreamableHTTPClientTransport(new URL(`${site}/mcp`)));
    const { tools } = await agent.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'changes',
      'chart',
      'compare',
      'funding',
      'record',
      'search',
    ]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    const calls: [string, Record<string, unknown>][] = [
      ['search', { text: 'wenxin' }],
      ['compare', { kind: 'vendors', slugs: ['baidu', 'alibaba'] }],
      ['chart', { chart: 'models-by-vendor', parameters: { top: '5' } }],
      ['record', { kind: 'organization', slug: 'baidu' }],
      ['funding', { from: '2023', limit: 3 }],
      ['changes', { since: 0, limit: 2 }],
    ];
    for (const [name, parameters] of calls) {
      const answer = await agent.callTool({ name, arguments: parameters });
      expect([name, answer.isError ?? false]).toEqual([name, false]);
      expect([name, answer.structuredContent]).toEqual([
        name,
        expect.objectContaining({ edition: expect.any(Number) }),
      ]);
      if (name === 'chart') {
        const { permanent, rows } = answer.structuredContent as { permanent: string; rows: unknown[] };
        expect(rows).toHaveLength(5);
        expect((await fetch(permanent)).status).toBe(200);
        const [, image] = answer.content as { type: string; mimeType?: string; uri?: string }[];
        expect([image?.type, image?.mimeType]).toEqual(['resource_link', 'image/png']);
        const picture = Buffer.from(await (await fetch(image?.uri ?? '')).arrayBuffer());
        expect(picture.subarray(1, 4).toString()).toBe('PNG');
      }
      if (name === 'record' || name === 'funding') {
        const { evidence, sources } = answer.structuredContent as {
          evidence?: unknown[];
          sources?: unknown[];
        };
        expect((evidence ?? sources ?? []).length).toBeGreaterThan(0);
      }
    }
    for (const [name, parameters, near] of [
      ['chart', { chart: 'models-by-vendr' }, 'models-by-vendor'],
      ['record', { kind: 'organization', slug: 'baidoo' }, 'baidu'],
      ['compare', { kind: 'vendors', slugs: ['baidu', 'alibabba'] }, 'alibaba'],
      ['compare', { kind: 'vendors', slugs: ['baidu', 'alibaba'], dimensions: ['place-'] }, 'dimension'],
    ] as const) {
      const wrong = await agent.callTool({ name, arguments: parameters });
      expect([name, wrong.isError]).toEqual([name, true]);
      expect((wrong.content as { text: string }[])[0]?.text).toContain(near);
    }
    for (const { name, inputSchema, outputSchema } of tools) {
      expect([name, outputSchema?.type]).toEqual([name, 'object']);
      for (const [parameter, described] of Object.entries(inputSchema.properties ?? {}))
        expect([name, parameter, described]).toEqual([
          name,
          parameter,
          expect.objectContaining({ description: expect.any(String) }),
        ]);
    }
    await agent.close();
    expect((await fetch(`${site}/mcp`)).status).toBe(405);
    expect((await fetch(`${site}/mcp`, { method: 'POST', body: '{' })).status).toBe(400);
    const llms = await (await fetch(`${site}/llms.txt`)).text();
    for (const [, link = ''] of llms.matchAll(/\]\((http[^)]+)\)/g))
      expect([link, (await fetch(link)).status]).toEqual([link, link.endsWith('/mcp') ? 405 : 200]);
  }, 60_000);
});
