import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstOf } from './first-of';

it('finds what sorting would put first, in the same order', () => {
  const number = fc.record({ key: fc.nat(9), at: fc.nat() });
  fc.assert(
    fc.property(fc.array(number), fc.integer({ min: 1, max: 12 }), (all, count) => {
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
      expect(firstOf(all, count, compare)).toEqual(all.toSorted(compare).slice(0, count));
    }),
  );
});
