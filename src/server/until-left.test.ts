import {
  createServer,
  type IncomingMessage,
  request as openRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeToNodeResponse } from 'next/dist/server/pipe-readable';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EditionWatch } from './edition-watch';
import { Front } from './front';

let server: Server;
let front: Front;
let port: number;

/** More than a socket takes by itself, so that a client can leave in the middle. */
const text = Array.from({ length: 400_000 }, (_, at) => at.toString(36)).join(' ');

/** Answers as Next does: a route's stream to the end, a file piped until it is finished. */
async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  if (!request.url?.startsWith('/_next/'))
    return pipeToNodeResponse(new Response(text).body as never, response);
  await new Promise<void>((resolve) => Readable.from([text]).pipe(response).on('finish', resolve));
}

beforeEach(async () => {
  const watch: EditionWatch = {
    edition: () => 1,
    reachable: () => true,
    readable: () => true,
    met: Promise.resolve(),
    stop: () => Promise.resolve(),
  };
  front = new Front(handle, () => watch, true);
  server = createServer((request, response) => void front.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** Asks, and leaves with the first bytes of the answer, or takes all of it. */
function ask(method: string, path: string, headers: Record<string, string>, leave: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = openRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (leave) answer.destroy();
      });
      answer.on('error', () => undefined);
      answer.on('close', () => resolve(bytes));
    });
    asked.on('error', reject);
    asked.end(method === 'POST' ? 'a' : undefined);
  });
}

it.each([
  ['POST', '/api/v1/newswire', {}],
  ['POST', '/api/v1/newswire', { 'accept-encoding': 'gzip' }],
  ['GET', '/api/v1/events', { 'accept-encoding': 'gzip' }],
  ['POST', '/mcp', {}],
  ['GET', '/data/event.csv', {}],
  ['POST', '/api/import', {}],
  ['GET', '/api/editions', { cookie: 'landscape.session_token=someone' }],
  ['GET', '/_next/static/media/font.woff2', {}],
] as const)('keeps no place for whoever left in the middle of %s %s %o', async (method, path, headers) => {
  const { reading, writing, programs, exports } = front.places;
  for (let at = 0; at < 20; at++) await ask(method, path, headers, true);
  expect(await ask(method, path, headers, false)).toBeGreaterThan(100_000);
  await expect
    .poll(() => [reading, writing, programs, exports].map(({ underway }) => underway), { timeout: 5000 })
    .toEqual([0, 0, 0, 0]);
});
