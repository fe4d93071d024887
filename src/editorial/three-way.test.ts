import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeThreeWay } from './three-way';

const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(null), fc.constant('x'));
const payload = fc.record({ a: value, b: value, list: fc.uniqueArray(fc.constantFrom('p', 'q', 'r')) });

describe('merging three ways', () => {
  it('takes each side where only that side changed', () => {
    const base = { name: 'A', city: 'x', aliases: ['one', 'two'] };
    expect(
      mergeThreeWay(
        base,
        { ...base, name: 'B', aliases: ['two', 'three'] },
        { ...base, city: 'y', aliases: ['one', 'two', 'four'] },
      ),
    ).toEqual({ merged: { name: 'B', city: 'y', aliases: ['two', 'four', 'three'] }, conflicts: [] });
  });

  it('tells both versions of what both changed, and keeps theirs until somebody chooses', () => {
    expect(mergeThreeWay({ name: 'A' }, { name: 'B' }, { name: 'C' })).toEqual({
      merged: { name: 'C' },
      conflicts: [{ field: 'name', base: 'A', mine: 'B', theirs: 'C' }],
    });
  });

  it('merges statements of different sources, and not two changes of the same statement', () => {
    const one = { source: 's1', locator: null, amount: 1 };
    const two = { source: 's2', locator: null, amount: 2 };
    const base = { statements: [one] };
    const theirs = { statements: [{ ...one, amount: 5 }] };
    expect(mergeThreeWay(base, { statements: [one, two] }, theirs)).toEqual({
      merged: { statements: [{ ...one, amount: 5 }, two] },
      conflicts: [],
    });
    expect(mergeThreeWay(base, { statements: [{ ...one, amount: 7 }] }, theirs).conflicts).toMatchObject([
      { field: 'statements' },
    ]);
  });

  it('is the other side where one changed nothing, whatever the payloads', () => {
    fc.assert(
      fc.property(payload, payload, (base, changed) => {
        expect(mergeThreeWay(base, changed, base)).toEqual({ merged: changed, conflicts: [] });
        expect(mergeThreeWay(base, base, changed)).toEqual({ merged: changed, conflicts: [] });
        expect(mergeThreeWay(base, changed, changed)).toEqual({ merged: changed, conflicts: [] });
      }),
    );
  });

  it('finds the same conflicts whoever is first', () => {
    fc.assert(
      fc.property(payload, payload, payload, (base, mine, theirs) => {
        const fields = (a: typeof base, b: typeof base) =>
          mergeThreeWay(base, a, b)
            .conflicts.map(({ field }) => field)
            .sort();
        expect(fields(mine, theirs)).toEqual(fields(theirs, mine));
      }),
    );
  });
});
