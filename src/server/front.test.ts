import { createHash } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  request as openRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EditionWatch } from './edition-watch';
import { Front } from './front';

let server: Server;
let base: string;
let edition: number | null;
let reachable: boolean;
let replica: boolean;
let rendered: number;
let render: (request: IncomingMessage, response: ServerResponse) => unknown;

const filling = '文'.repeat(800);

function html(response: ServerResponse, head = '', status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private' });
  response.write(`<!DOCTYPE html><html lang="zh" data-edition="${edition}"><head>${head}</head>`);
  response.end(`<body>${filling}</body></html>`);
}

beforeEach(async () => {
  [edition, reachable, replica, rendered] = [1, true, false, 0];
  render = (_, response) => html(response);
  const watch: EditionWatch = {
    edition: () => edition,
    reachable: () => reachable,
    readable: () => reachable || replica,
    met: Promise.resolve(),
    stop: () => Promise.resolve(),
  };
  const front = new Front(
    async (request, response) => {
      rendered += 1;
      await render(request, response);
    },
    () => watch,
    true,
  );
  server = createServer((request, response) => void front.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(base + path, { headers: { 'accept-encoding': 'identity', ...headers }, method });

it('renders a page once for an edition, and anew for the next', async () => {
  expect(await (await ask('/vendors')).text()).toContain('data-edition="1"');
  await ask('/vendors');
  expect(rendered).toBe(1);
  edition = 2;
  expect(await (await ask('/vendors')).text()).toContain('data-edition="2"');
  expect(rendered).toBe(2);
});

it('says 304 to whoever has the page, and lets shared caches ask again', async () => {
  const first = await ask('/vendors');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).not.toBe('');
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  expect((await ask('/vendors', { 'if-none-match': `W/${tag}` })).status).toBe(304);
  expect((await ask('/vendors', { 'if-none-match': '"other"' })).status).toBe(200);
});

it('gives the status that the page states, and keeps such a page too', async () => {
  render = (_, response) => html(response, '<meta name="tracker-status" content="404"/>');
  expect((await ask('/vendors/nobody')).status).toBe(404);
  expect((await ask('/vendors/nobody')).status).toBe(404);
  expect(rendered).toBe(1);
});

it('compresses by what the client takes, with the same text inside', async () => {
  for (const encoding of ['br', 'gzip']) {
    const answer = await ask('/vendors', { 'accept-encoding': encoding });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(await answer.text()).toContain(filling);
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(1000);
  }
});

it('answers HEAD without a body', async () => {
  const answer = await ask('/vendors', {}, 'HEAD');
  expect(answer.status).toBe(200);
  expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(2000);
  expect(await answer.text()).toBe('');
});

it('says 503 in the language of the page while the facts cannot be read, and keeps none of it', async () => {
  render = (_, response) => html(response, '', 500);
  const [zh, en] = [await ask('/vendors'), await ask('/en/vendors')];
  expect([zh.status, en.status]).toEqual([503, 503]);
  expect(zh.headers.get('retry-after')).toBe('30');
  expect(await zh.text()).toContain('lang="zh');
  expect(await en.text()).toContain('lang="en"');
  render = (_, response) => html(response);
  expect((await ask('/vendors')).status).toBe(200);
});

it('shows what an address last showed while the facts cannot be read', async () => {
  await ask('/vendors');
  edition = 2;
  render = (_, response) => html(response, '', 500);
  const answer = await ask('/vendors');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('data-edition="1"');
});

it('shows kept pages, marked, while the database is away, and tries nothing in vain', async () => {
  const before = await ask('/vendors');
  reachable = false;
  const marked = await ask('/vendors');
  expect(marked.status).toBe(200);
  expect(await marked.text()).toContain('<html data-as-of="" lang="zh"');
  expect(marked.headers.get('x-as-of')).toBe('1');
  expect(marked.headers.get('cache-control')).toBe('no-store');
  expect((await ask('/models')).status).toBe(503);
  expect((await ask('/api/v1/search?q=a')).status).toBe(503);
  expect(rendered).toBe(1);
  reachable = true;
  expect((await ask('/vendors')).headers.get('etag')).toBe(before.headers.get('etag'));
});

it('goes on making pages from a replica while the primary is away, and refuses what needs the primary', async () => {
  [reachable, replica] = [false, true];
  const page = await ask('/vendors');
  expect([page.status, page.headers.get('x-as-of')]).toEqual([200, null]);
  expect((await ask('/api/v1/search?q=a')).status).toBe(200);
  expect((await ask('/api/v1/proposals', {}, 'POST')).status).toBe(503);
  expect((await ask('/editor')).status).toBe(503);
  expect((await ask('/api/health/ready')).status).toBe(200);
  expect(rendered).toBe(2);
});

it('says to the app, and nobody else can, that somebody who publishes asks', async () => {
  const told: unknown[] = [];
  render = (request, response) => {
    told.push(request.headers['x-ask-primary']);
    html(response);
  };
  await ask('/editor/records');
  await ask('/vendors', { 'x-ask-primary': '1' });
  expect(told).toEqual(['1', undefined]);
});

it('refuses quickly what is too much at once, and makes the rest', async () => {
  const waiting: (() => void)[] = [];
  render = (_, response) => waiting.push(() => html(response));
  const asked = Array.from({ length: 70 }, (_, at) => ask(`/vendors?top=${at}`));
  // Refusals come while everything else is still being made.
  const first = await Promise.race(asked);
  expect(first.status).toBe(503);
  expect(first.headers.get('retry-after')).toBe('2');
  render = (_, response) => html(response);
  for (const go of waiting) go();
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(24);
  expect((await ask('/vendors')).status).toBe(200);
});

it('leaves places for others where one client takes its exports slowly', async () => {
  process.env.TRUST_PROXY = '1';
  try {
    const reading: (() => void)[] = [];
    render = async (_, response) => {
      response.write('slug');
      await new Promise<void>((resolve) => reading.push(resolve));
      response.end();
    };
    const from = (client: string) => ask('/data/model.csv', { 'x-forwarded-for': client });
    const slow = await Promise.all(Array.from({ length: 8 }, () => from('203.0.113.1')));
    expect(slow.filter(({ status }) => status === 503)).toHaveLength(5);
    expect((await from('203.0.113.2')).status).toBe(200);
    for (const end of reading) end();
  } finally {
    delete process.env.TRUST_PROXY;
  }
});

it('tells health from the watch', async () => {
  const ready = { status: 'ready', live: true, ready: true, edition: 1 };
  expect(await (await ask('/api/health')).json()).toEqual(ready);
  reachable = false;
  const away = await ask('/api/health');
  expect([away.status, await away.json()]).toEqual([
    503,
    { status: 'database unreachable', live: true, ready: false, edition: 1 },
  ]);
  expect((await ask('/api/health/live')).status).toBe(200);
  expect((await ask('/api/health/ready')).status).toBe(503);
});

/** What is sent without being put right by `fetch`. */
function askAsWritten(path: string, method = 'GET', headers: Record<string, string> = {}) {
  return new Promise<{ status: number; location: string | undefined }>((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const sent = openRequest({ hostname, port, path, method, headers }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location }),
      );
    });
    sent.once('error', reject);
    sent.end();
  });
}

it('sends on who writes an address otherwise, before anything else looks at it, and refuses what is none', async () => {
  const cookie = { cookie: 'landscape.session_token=someone' };
  const to = async (path: string) => askAsWritten(path, 'GET', cookie);
  const there = { status: 308, location: '/editor/account' };
  expect(await to('/x/%2e%2e/editor/account')).toEqual(there);
  expect(await to('/./editor//account')).toEqual(there);
  expect(await to('/%65ditor/account')).toEqual(there);
  expect(await askAsWritten('//evil.example/', 'HEAD')).toEqual({ status: 308, location: '/evil.example/' });
  for (const path of [
    '/x/..%2feditor',
    '/%00',
    '/search?q=%00',
    '/a%5c..%5ceditor',
    '/%252e%252e/editor',
    '/a;b',
    '*',
  ])
    expect([path, (await to(path)).status]).toEqual([path, 400]);
  expect((await askAsWritten(`${base}/editor`)).status).toBe(400);
  expect((await askAsWritten('/api//news', 'POST')).status).toBe(400);
  expect((await askAsWritten('/api/x/../health/live')).location).toBe('/api/health/live');
  expect(rendered).toBe(0);
});

it('makes what is for everybody without a word of whoever asks first', async () => {
  const told: IncomingMessage['headers'][] = [];
  render = (request, response) => {
    told.push(request.headers);
    html(response);
  };
  const unknown = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`x-${at}-${Math.sqrt(at)}`, '1']),
  );
  const sent = {
    ...unknown,
    range: 'bytes=0-9',
    'if-range': '"a"',
    'if-modified-since': new Date(0).toUTCString(),
    'if-none-match': '"a"',
    'x-middleware-prefetch': '1',
    'x-middleware-subrequest': 'middleware',
    'x-matched-path': '/editor',
    'x-invoke-path': '/editor',
    'x-nextjs-data': '1',
    rsc: '1',
    'next-router-prefetch': '1',
    'next-router-state-tree': '[]',
    'next-action': 'a',
    cookie: 'landscape.session_token=someone',
    authorization: 'Bearer a',
    'accept-language': 'en',
    accept: 'text/x-component',
    'user-agent': 'curl',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '203.0.113.9',
    'x-client-address': '203.0.113.9',
    'x-database-away': '1',
  };
  // Whoever comes first and whoever waits with them gets the same, in full.
  const both = await Promise.all([ask('/vendors', sent), ask('/vendors')]);
  for (const answer of both) {
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(filling);
  }
  for (const path of [
    '/embed.js',
    '/charts/rounds.png',
    '/api/charts/rounds/png',
    '/feeds/changes.atom',
    '/',
  ])
    await ask(path, sent);
  await ask('/models');
  expect(told).toHaveLength(7);
  for (const headers of told) expect(headers).toEqual(told[6]);
  expect(JSON.stringify(told[0])).not.toMatch(/evil|someone|203\.0|curl/);
});

it('lets only known headers through where an answer is for whoever asks', async () => {
  const told: IncomingMessage['headers'][] = [];
  render = (request, response) => {
    told.push(request.headers);
    html(response);
  };
  const own = { cookie: 'a=b', authorization: 'Bearer a', 'accept-language': 'en' };
  const strange = { rsc: '1', 'x-middleware-prefetch': '1', 'x-1': '1', 'x-forwarded-host': 'evil.example' };
  for (const path of ['/editor', '/api/v1/vendors', '/data/model.csv', '/api/auth/get-session'])
    await ask(path, { ...own, ...strange });
  expect(told).toHaveLength(4);
  for (const headers of told) {
    expect(headers).toMatchObject(own);
    for (const name of Object.keys(strange)) expect(headers[name]).toBeUndefined();
  }
});

it('refuses U+0000 in what programs send', async () => {
  render = (_, response) => html(response);
  const send = (body: string, type: string, path = '/api/v1/newswire') =>
    fetch(base + path, { method: 'POST', body, headers: { 'content-type': type } });
  expect((await send(JSON.stringify({ text: 'a\0' }), 'application/json')).status).toBe(400);
  expect((await send('a\0', 'text/plain; charset=utf-8')).status).toBe(400);
  expect((await send(JSON.stringify({ id: '\0' }), 'application/json', '/mcp')).status).toBe(400);
  expect((await send(JSON.stringify({ id: '\0' }), 'application/json', '/api/auth/passkey/a')).status).toBe(
    400,
  );
  expect(rendered).toBe(0);
  expect((await send(JSON.stringify({ text: '\\u0000' }), 'application/json')).status).toBe(200);
});

it('says of a compressed body that it does not take one, whoever reads it', async () => {
  const send = (path: string, coding: string, body: string | Uint8Array<ArrayBuffer> = '{}') =>
    fetch(base + path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'content-encoding': coding },
    });
  for (const path of ['/api/v1/newswire', '/mcp', '/api/sign-in', '/api/import']) {
    const answer = await send(path, 'gzip', new Uint8Array(gzipSync('{}')));
    expect([path, answer.status, answer.headers.get('accept-encoding')]).toEqual([path, 415, 'identity']);
    expect(await answer.text()).toContain('Content-Encoding');
  }
  expect(rendered).toBe(0);
  expect((await send('/mcp', 'identity')).status).toBe(200);
});

it('names nothing of the framework in what it passes on', async () => {
  render = (_, response) => {
    response.setHeader('vary', 'rsc, next-router-state-tree, Accept-Encoding');
    response.setHeader('x-nextjs-cache', 'HIT');
    response.writeHead(404, { 'x-nextjs-prerender': '1', 'x-nextjs-stale-time': '300' });
    response.end('none');
  };
  const { headers } = await ask('/_next/image');
  expect(headers.get('vary')).toBe('Accept-Encoding');
  expect([...headers.keys()].filter((name) => name.includes('next'))).toEqual([]);
});

it('lets readers read in the places of readers, so that writers keep theirs', async () => {
  const waiting: (() => void)[] = [];
  const held = (_: unknown, response: ServerResponse) => waiting.push(() => html(response));
  render = held;
  const paths = [
    '/api/charts/rounds/png',
    '/vendors',
    '/sign-in',
    '/report',
    '/api/auth/get-session',
    '/_next/none',
  ];
  const asked = Array.from({ length: 85 }, (_, at) =>
    ask(`${paths[at % paths.length]}?top=${at}`, at % 2 ? { rsc: '0' } : {}),
  );
  expect((await Promise.race(asked)).status).toBe(503);
  render = (_, response) => html(response);
  const editor = { cookie: 'landscape.session_token=someone' };
  expect((await ask('/editor', editor)).status).toBe(200);
  expect((await ask('/api/news', editor, 'POST')).status).toBe(200);
  for (const go of waiting) go();
  await Promise.all(asked);
});

it('leaves places for other writers where one client takes many', async () => {
  process.env.TRUST_PROXY = '1';
  try {
    const waiting: (() => void)[] = [];
    render = (_, response) => waiting.push(() => html(response));
    const from = (client: string) =>
      ask('/editor', { cookie: 'landscape.session_token=x', 'x-forwarded-for': client });
    const many = Array.from({ length: 85 }, () => from('203.0.113.1'));
    expect((await Promise.race(many)).status).toBe(503);
    const other = from('203.0.113.2');
    render = (_, response) => html(response);
    for (const go of waiting) go();
    expect((await other).status).toBe(200);
    await Promise.all(many);
  } finally {
    delete process.env.TRUST_PROXY;
  }
});

it('names in the policy of a page what the build wrote, not what stands in the page', async () => {
  const script = 'stored()';
  render = (_, response) => html(response, `<script>${script}</script><style>p{}</style>`);
  const hash = createHash('sha256').update(script).digest('base64');
  for (const path of ['/vendors', '/editor']) {
    const policy = (await ask(path)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain(hash);
    expect(policy).not.toMatch(/sha256|unsafe-inline'? *;? *script/);
  }
});

it('refuses a path whose percent signs stand for nothing', async () => {
  for (const path of ['/vendors/%ED%A0%80', '/en/%zz', '/%']) expect((await ask(path)).status).toBe(400);
  expect((await ask('/vendors/%E7%99%BE')).status).toBe(200);
  expect(rendered).toBe(1);
});

it('refuses an address that no link of ours is as long as', async () => {
  expect((await ask(`/search?q=${'a'.repeat(9000)}`)).status).toBe(414);
  expect(rendered).toBe(0);
});
