import { expect, it } from 'vitest';
import { answerWithRange } from './byte-range';

const body = new Uint8Array(Array.from({ length: 100 }, (_, at) => at));
const answer = (range?: string) =>
  answerWithRange(new Request('http://x/', { headers: range ? { range } : {} }), body, { ETag: 'W/"x"' });

it.each([
  ['bytes=0-3', 206, [0, 1, 2, 3], 'bytes 0-3/100'],
  ['bytes=-2', 206, [98, 99], 'bytes 98-99/100'],
  ['bytes=98-', 206, [98, 99], 'bytes 98-99/100'],
  ['bytes=98-500', 206, [98, 99], 'bytes 98-99/100'],
])('gives the part that is asked for: %s', async (range, status, bytes, said) => {
  const part = answer(range);
  expect(part.status).toBe(status);
  expect([...new Uint8Array(await part.arrayBuffer())]).toEqual(bytes);
  expect(part.headers.get('content-range')).toBe(said);
  expect(part.headers.get('x-content-length')).toBe(String(bytes.length));
});

it.each([undefined, 'bytes=0-1,4-5', 'lines=0-3', 'bytes=x'])('gives all for %s', async (range) => {
  const whole = answer(range);
  expect(whole.status).toBe(200);
  expect((await whole.arrayBuffer()).byteLength).toBe(100);
  expect(whole.headers.get('accept-ranges')).toBe('bytes');
});

it('says how long the file is to who asks beyond its end', () => {
  const none = answer('bytes=100-200');
  expect(none.status).toBe(416);
  expect(none.headers.get('content-range')).toBe('bytes */100');
});
