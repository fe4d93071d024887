import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { encoded, keptAnswer } from './kept-answer';

const page = Buffer.from(
  Array.from({ length: 3000 }, (_, at) => `<td>${(at * 7919) % 1009} ${at % 13}</td>`).join(''),
);
const headers = { 'content-type': 'text/html' };
const sizeOf = async (answer: ReturnType<typeof keptAnswer>) => {
  const { body } = await encoded(answer, 'br');
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
