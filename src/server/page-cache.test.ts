import { expect, it } from 'vitest';
import { keptAnswer } from './kept-answer';
import { type Fresh, PageCache } from './page-cache';

function page(text: string, edition: number | null): Fresh {
  return { answer: keptAnswer(200, { 'content-type': 'text/html' }, Buffer.from(text)), edition };
}

it('makes a page once, however many ask for it at the same time', async () => {
  const cache = new PageCache(1000);
  let made = 0;
  let finish: (fresh: Fresh) => void = () => undefined;
  const make = () => {
    made += 1;
    return new Promise<Fresh>((resolve) => {
      finish = resolve;
    });
  };
  const asked = [1, 2, 3].map(() => cache.get(1, '/vendors', make));
  finish(page('one', 1));
  const answers = await Promise.all(asked);
  expect(made).toBe(1);
  expect(new Set(answers.map(({ body }) => body.toString()))).toEqual(new Set(['one']));
  await cache.get(1, '/vendors', make);
  expect(made).toBe(1);
});

it('keeps a page under the edition that it was made from, not the one that was asked for', async () => {
  const cache = new PageCache(1000);
  // A publication came between the question and the rendering.
  await cache.get(1, '/vendors', async () => page('newer', 2));
  expect(cache.find(1, '/vendors')).toBeUndefined();
  expect(cache.find(2, '/vendors')?.body.toString()).toBe('newer');
});

it('does not keep what is not to be kept, and tries again after a failure', async () => {
  const cache = new PageCache(1000);
  await cache.get(1, '/a', async () => page('passing', null));
  expect(cache.size).toBe(0);
  await expect(cache.get(1, '/a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect((await cache.get(1, '/a', async () => page('up', 1))).body.toString()).toBe('up');
});

it('gives up the least used first when it is full', async () => {
  const cache = new PageCache(14);
  await cache.get(1, '/a', async () => page('aaaa', 1));
  await cache.get(1, '/b', async () => page('bbbb', 1));
  cache.find(1, '/a');
  await cache.get(1, '/c', async () => page('cccc', 1));
  expect(['/a', '/b', '/c'].map((path) => cache.find(1, path) !== undefined)).toEqual([true, false, true]);
});

it('keeps the newest answer of an address, and can tell it when it is of an earlier edition', async () => {
  const cache = new PageCache(1000);
  await cache.get(1, '/a', async () => page('first', 1));
  expect(cache.find(2, '/a')).toBeUndefined();
  expect(cache.lastKnown('/a')?.body.toString()).toBe('first');
  await cache.get(2, '/a', async () => page('second', 2));
  // Made slowly, from an older state.
  await cache.get(3, '/a', async () => page('first again', 1));
  expect(cache.lastKnown('/a')?.body.toString()).toBe('second');
  expect(cache.lastKnown('/b')).toBeUndefined();
  expect(cache.size).toBe(1);
});

it('keeps what was asked for again through a flood of addresses that are asked for once', async () => {
  const cache = new PageCache(1000);
  const front = async (edition: number) => page('x'.repeat(100), edition);
  await cache.get(1, '/', () => front(1));
  await cache.get(1, '/', () => front(1));
  // A new edition does not make it new.
  await cache.get(2, '/', () => front(2));
  for (let at = 0; at < 100; at++) await cache.get(2, `/?x=${at}`, () => front(2));
  expect(cache.find(2, '/')).toBeDefined();
  expect(cache.find(2, '/?x=0')).toBeUndefined();
  expect(cache.find(2, '/?x=99')).toBeDefined();
  expect(cache.bytes).toBeLessThanOrEqual(1000);
});

it('has room for what is new when everything was asked for again', async () => {
  const cache = new PageCache(1000);
  for (let at = 0; at < 30; at++)
    for (const _ of [1, 2]) await cache.get(1, `/${at}`, async () => page('x'.repeat(100), 1));
  await cache.get(1, '/new', async () => page('x'.repeat(100), 1));
  expect(cache.find(1, '/new')).toBeDefined();
  expect(cache.bytes).toBeLessThanOrEqual(1000);
  expect(cache.size).toBeGreaterThan(7);
});
