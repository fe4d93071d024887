import { expect, it } from 'vitest';
import { LimitedCache } from './limited-cache';

const text = (limit: number) => new LimitedCache<string>(limit, (value) => value.length);

it('makes a picture once, also when it is asked for twice at the same time', async () => {
  const cache = text(100);
  let made = 0;
  const make = async () => `picture ${++made}`;
  const both = await Promise.all([cache.get('a', make), cache.get('a', make)]);
  expect([...both, await cache.get('a', make)]).toEqual(['picture 1', 'picture 1', 'picture 1']);
});

it('forgets what was used longest ago when it is full', async () => {
  const cache = text(10);
  for (const key of ['a', 'b', 'a', 'c']) await cache.get(key, async () => 'xxxx');
  expect(await cache.get('a', async () => 'made again')).toBe('xxxx');
  expect(await cache.get('b', async () => 'made again')).toBe('made again');
});

it('does not keep a failure', async () => {
  const cache = text(10);
  const failing = async (): Promise<string> => {
    throw new Error('blank');
  };
  await expect(cache.get('a', failing)).rejects.toThrow('blank');
  expect(await cache.get('a', async () => 'fine')).toBe('fine');
});
