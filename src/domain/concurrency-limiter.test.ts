import { expect, it } from 'vitest';
import { ConcurrencyLimiter, Overloaded } from './concurrency-limiter';

/** Work that ends when it is told to. */
function held(): { work: () => Promise<string>; end: () => void } {
  let end: () => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  return { work: () => ended, end: () => end() };
}

it('lets so many run, so many wait in their order, and refuses the rest', async () => {
  const limiter = new ConcurrencyLimiter(1, 2);
  const works = [held(), held(), held()];
  const order: number[] = [];
  const passing = works.map(({ work }, at) => limiter.run(work).then(() => order.push(at)));
  await expect(limiter.run(async () => 'late')).rejects.toBeInstanceOf(Overloaded);
  expect([limiter.underway, limiter.waiting]).toEqual([1, 2]);
  for (const { end } of works.toReversed()) end();
  await Promise.all(passing);
  expect(order).toEqual([0, 1, 2]);
  expect([limiter.underway, limiter.waiting]).toEqual([0, 0]);
});

it('gives the place of work that failed to the next', async () => {
  const limiter = new ConcurrencyLimiter(1, 1);
  const failing = limiter.run(() => Promise.reject(new Error('broken')));
  const next = limiter.run(async () => 'next');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('next');
  expect(limiter.underway).toBe(0);
});

it('gives nobody more places than his share, and gives them back', async () => {
  const limiter = new ConcurrencyLimiter(3, 3, 2);
  const works = [held(), held(), held()];
  const passing = works.map(({ work }, at) => limiter.run(work, at < 2 ? 'slow' : 'other'));
  await expect(limiter.run(async () => 'third', 'slow')).rejects.toBeInstanceOf(Overloaded);
  expect(limiter.underway).toBe(3);
  for (const { end } of works) end();
  await Promise.all(passing);
  expect(await limiter.run(async () => 'again', 'slow')).toBe('again');
});
