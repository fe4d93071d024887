import { expect, it } from 'vitest';
import { Turns } from './turns';

it('lets no more run at once than it may, in order, and goes on after one that fails', async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  const ends: ((fails?: boolean) => void)[] = [];
  const work = (at: number) => () => {
    begun.push(at);
    return new Promise<number>((resolve, reject) =>
      ends.push((fails) => (fails ? reject(new Error('no')) : resolve(at))),
    );
  };
  const taken = [1, 2, 3, 4].map((at) => turns.take(work(at)));
  expect(begun).toEqual([1, 2]);
  ends[1]?.(true);
  await expect(taken[1]).rejects.toThrow('no');
  expect(begun).toEqual([1, 2, 3]);
  ends[0]?.();
  expect(await taken[0]).toBe(1);
  expect(begun).toEqual([1, 2, 3, 4]);
  for (const end of ends) end();
  expect(await Promise.all(taken.slice(2))).toEqual([3, 4]);
});
