import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faceted } from './faceted';

const row = fc.record({
  a: fc.subarray(['x', 'y', 'z']),
  b: fc.constantFrom('p', 'q'),
  c: fc.constantFrom('1', '2', '3'),
});
const valuesOf = {
  a: (each: { a: string[] }) => each.a,
  b: (each: { b: string }) => [each.b],
  c: (each: { c: string }) => [each.c],
};

describe('facets', () => {
  it('count what choosing a value would leave', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40 }),
        fc.record({
          a: fc.subarray(['x', 'y', 'z']),
          b: fc.subarray(['p', 'q']),
          c: fc.subarray(['1', '2', '3']),
        }),
        (rows, chosen) => {
          const { matching, counts } = faceted(rows, valuesOf, chosen);
          for (const name of ['a', 'b', 'c'] as const) {
            for (const value of ['x', 'y', 'z', 'p', 'q', '1', '2', '3']) {
              const alone = faceted(rows, valuesOf, { ...chosen, [name]: [value] });
              const possible = rows.some((each) => valuesOf[name](each as never).includes(value));
              if (possible) expect(counts[name].get(value) ?? 0).toBe(alone.matching.length);
            }
          }
          for (const each of matching)
            for (const name of ['a', 'b', 'c'] as const)
              expect(
                chosen[name].length === 0 ||
                  valuesOf[name](each as never).some((value) => chosen[name].includes(value as never)),
              ).toBe(true);
        },
      ),
    );
  });
});
