import { expect, it } from 'vitest';
import { Gate, Overloaded } from './gate';

/** Work that ends when it is told to. */
function held(): { work: () => Promise<string>; end: () => void } {
  let end: () => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  return { work: () => ended, end: () => end() };
}

it('lets so many run, so many wait in their order, and refuses the rest', async () => {
  const gate = new Gate(1, 2);
  const works = [held(), held(), held()];
  const order: number[] = [];
  const passing = works.map(({ work }, at) => gate.pass(work).then(() => order.push(at)));
  await expect(gate.pass(async () => 'late')).rejects.toBeInstanceOf(Overloaded);
  expect([gate.underway, gate.waiting]).toEqual([1, 2]);
  for (const { end } of works.toReversed()) end();
  await Promise.all(passing);
  expect(order).toEqual([0, 1, 2]);
  expect([gate.underway, gate.waiting]).toEqual([0, 0]);
});

it('gives the place of work that failed to the next', async () => {
  const gate = new Gate(1, 1);
  const failing = gate.pass(() => Promise.reject(new Error('broken')));
  const next = gate.pass(async () => 'next');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('next');
  expect(gate.underway).toBe(0);
});

it('gives nobody more places than his share, and gives them back', async () => {
  const gate = new Gate(3, 3, 2);
  const works = [held(), held(), held()];
  const passing = works.map(({ work }, at) => gate.pass(work, at < 2 ? 'slow' : 'other'));
  await expect(gate.pass(async () => 'third', 'slow')).rejects.toBeInstanceOf(Overloaded);
  expect(gate.underway).toBe(3);
  for (const { end } of works) end();
  await Promise.all(passing);
  expect(await gate.pass(async () => 'again', 'slow')).toBe('again');
});
