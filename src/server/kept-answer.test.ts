import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { encodedBody, encodingFor, keptAnswer, tagOf } from './kept-answer';

const page = Buffer.from(
  Array.from({ length: 3000 }, (_, at) => `<td>${(at * 7919) % 1009} ${at % 13}</td>`).join(''),
);
const headers = { 'content-type': 'text/html' };
const sizeOf = async (answer: ReturnType<typeof keptAnswer>) => {
  const body = await encodedBody(answer, 'br');
  expect(brotliDecompressSync(body).equals(page)).toBe(true);
  return body.length;
};

it('makes what is asked for again smaller, of the same text', async () => {
  const answer = keptAnswer(200, headers, page);
  const first = await sizeOf(answer);
  await expect.poll(() => sizeOf(answer)).toBeLessThan(first);
});

it('makes what a cache before it will keep as small at once', async () => {
  const again = keptAnswer(200, headers, page);
  const first = await sizeOf(again);
  await expect.poll(() => sizeOf(again)).toBeLessThan(first);
  const kept = keptAnswer(200, { ...headers, 'x-accel-expires': '60' }, page);
  expect(await sizeOf(kept)).toBe(await sizeOf(again));
});

it('takes the encoding that the client weighs highest, and none that it refuses', () => {
  const answer = keptAnswer(200, headers, page);
  for (const [accepted, wanted] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['gzip;q=0, br;q=0', null],
    ['identity;q=1, br;q=0.5', null],
    ['*', 'br'],
    ['*;q=0', null],
    ['BR', 'br'],
    ['', null],
  ] as const)
    expect([accepted, encodingFor(answer, accepted)]).toEqual([accepted, wanted]);
});

it('gives each encoding a tag of its own', () => {
  const answer = keptAnswer(200, headers, page);
  expect(new Set([tagOf(answer, null), tagOf(answer, 'br'), tagOf(answer, 'gzip')]).size).toBe(3);
});
