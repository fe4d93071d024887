import fc from 'fast-check';
import { expect, it } from 'vitest';
import { niceTicks } from './ticks';

it('covers the greatest value with few, evenly spaced ticks from zero', () => {
  const most = fc.double({ min: 0.001, max: 1e13, noNaN: true });
  fc.assert(
    fc.property(most, fc.integer({ min: 3, max: 8 }), (value, count) => {
      const ticks = niceTicks(value, count);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(value * 0.999);
      expect(ticks.length).toBeLessThanOrEqual(count + 2);
    }),
  );
});

it('counts in whole numbers where things are counted', () => {
  expect(niceTicks(3, 6, true)).toEqual([0, 1, 2, 3]);
  expect(niceTicks(14.4e9, 5)).toEqual([0, 5e9, 10e9, 15e9]);
});
