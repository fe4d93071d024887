import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belowParts, moneyRaised, moneyReasons } from './money-raised';
import type { MoneyEvent, SumSpan } from './sum-spans';
import { Adding } from './totals';

type Range = readonly [number, number] | null;
const open = Number.NaN;

function event(key: number, range: Range, days: Range, rest: Partial<MoneyEvent> = {}): MoneyEvent {
  const [min, max] = range ?? [open, open];
  const [from, to] = days ?? [open, open];
  return { key, min, max, from, to, leftOut: null, sum: null, lacksRate: false, ...rest };
}

const spanning = (rest: Partial<SumSpan>): SumSpan => ({
  events: [],
  from: null,
  to: null,
  ofSomeInvestors: false,
  ...rest,
});

function sum(key: number, range: Range, days: Range, span: Partial<SumSpan>): MoneyEvent {
  return event(key, range, days, { sum: spanning(span), leftOut: { zh: '合计', en: 'a sum' } });
}

/** [at least, at most, undisclosed] */
function raised(events: readonly MoneyEvent[], sums = true) {
  const adding = new Adding();
  for (const standing of moneyRaised(events, sums).values())
    if (standing.as === 'counted') adding.add(standing.floor, standing.ceiling);
  const { atLeast, atMost, undisclosed } = adding.total();
  return [atLeast, atMost, undisclosed];
}

const standing = (events: readonly MoneyEvent[], key: number) => moneyRaised(events).get(key);

describe('money raised', () => {
  const [a, b] = [event(1, [3, 4], [10, 10]), event(2, [2, 2], [20, 20])];

  it('is the sum of the rounds where there is no sum over several', () => {
    expect(raised([a, b])).toEqual([5, 6, 0]);
    expect(raised([a, b, event(3, null, [30, 30])])).toEqual([5, null, 1]);
  });

  it('is the larger of a sum and of what it spans', () => {
    expect(raised([a, b, sum(9, [8, 9], [30, 30], { events: [1, 2] })])).toEqual([8, 9, 0]);
    // Smaller than its parts: they count, and it is said to be doubtful.
    expect(raised([a, b, sum(9, [1, 2], [30, 30], { events: [1, 2] })])).toEqual([5, 6, 0]);
  });

  it('adds what lies outside of the sum', () => {
    const later = event(3, [100, 100], [40, 40]);
    expect(raised([a, b, later, sum(9, [8, 9], [30, 30], { to: 30 })])).toEqual([108, 109, 0]);
  });

  it('closes over what is undisclosed in a sum, and stays open for what is undisclosed outside', () => {
    const total = sum(9, [8, 9], [30, 30], { to: 30 });
    expect(raised([a, event(3, null, [5, 5]), total])).toEqual([8, 9, 0]);
    expect(raised([a, event(3, null, [40, 40]), total])).toEqual([8, null, 1]);
    expect(standing([a, event(3, null, [5, 5]), total], 3)).toMatchObject({ as: 'contained', holders: [9] });
  });

  it('counts a round that may be in the sum for the ceiling only', () => {
    const total = sum(9, [8, 9], [30, 30], { from: 15, to: 30 });
    // Its date reaches over the edge.
    expect(raised([event(1, [3, 4], [10, 20]), total])).toEqual([8, 13, 0]);
    // It has no date.
    expect(raised([event(1, [3, 4], null), total])).toEqual([8, 13, 0]);
    expect(raised([event(1, [9, 9], null), total])).toEqual([9, 18, 0]);
  });

  it('never adds a sum of some investors', () => {
    const some = sum(9, [80, 90], [30, 30], { to: 30, ofSomeInvestors: true });
    expect(raised([a, b, some])).toEqual([5, 6, 0]);
    expect(standing([a, b, some], 9)).toEqual({ as: 'left-out', why: moneyReasons.someInvestors });
  });

  it('counts only rounds where a time or a round is chosen', () => {
    expect(raised([a, b, sum(9, [8, 9], [30, 30], { to: 30 })], false)).toEqual([5, 6, 0]);
  });

  it('takes a sum that does not say what it spans for one that may hold all before it, and closes nothing with it', () => {
    const silent = sum(9, [8, 9], [30, 30], {});
    expect(raised([a, b, silent])).toEqual([8, null, 0]);
    expect(raised([a, event(2, [7, 7], [40, 40]), silent])).toEqual([15, null, 0]);
  });

  it('counts a sum in a sum once, and one beside it too', () => {
    const all = sum(9, [20, 20], [50, 50], { to: 50 });
    const inner = sum(8, [8, 9], [30, 30], { to: 30 });
    expect(raised([a, b, inner, all])).toEqual([20, 20, 0]);
    expect(standing([a, b, inner, all], 8)).toMatchObject({ as: 'contained', why: moneyReasons.inSum });
    const beside = sum(7, [5, 5], [60, 60], { from: 51, to: 60 });
    expect(raised([a, b, inner, all, beside])).toEqual([25, 25, 0]);
  });

  it('counts no money twice where two sums overlap', () => {
    const [first, second] = [
      sum(8, [10, 10], [30, 30], { events: [1, 2] }),
      sum(9, [10, 10], [40, 40], { events: [2, 3] }),
    ];
    const c = event(3, [4, 4], [30, 30]);
    // 10 for the first, and the 4 that lie outside of it; 20 would count the round in both twice.
    expect(raised([a, b, c, first, second])).toEqual([14, 20, 0]);
  });

  it('has the rounds where sum and rounds come to the same, and the ceiling of the sum', () => {
    const total = sum(9, [5, 5], [30, 30], { events: [1, 2] });
    expect(raised([a, b, total])).toEqual([5, 5, 0]);
    expect(standing([a, b, total], 9)).toMatchObject({ as: 'counted', floor: 0, ceiling: 5 });
  });
});

describe('a sum below its parts', () => {
  const [a, b] = [event(1, [3, 4], [10, 10]), event(2, [2, 2], [20, 20])];
  it('is told with what is in it', () => {
    expect(belowParts([a, b, sum(9, [1, 4], [30, 30], { events: [1, 2] })], 9)).toEqual({
      most: 4,
      least: 5,
      rounds: [1, 2],
    });
  });
  it('is none where the words allow both, where its rounds are undisclosed, or it is of some investors', () => {
    expect(belowParts([a, b, sum(9, [1, 5], [30, 30], { to: 30 })], 9)).toBeNull();
    expect(belowParts([event(1, null, [10, 10]), sum(9, [1, 1], [30, 30], { to: 30 })], 9)).toBeNull();
    expect(belowParts([a, b, sum(9, [1, 1], null, { to: 30, ofSomeInvestors: true })], 9)).toBeNull();
  });
});

describe('whatever is on record', () => {
  const range: fc.Arbitrary<Range> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(fc.nat(50), fc.nat(20)).map(([min, more]) => [min, min + more] as const),
    },
    fc.nat(50).map((min) => [min, open] as const),
    fc.constant(null),
  );
  const days: fc.Arbitrary<Range> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(fc.nat(30), fc.nat(5)).map(([from, more]) => [from, from + more] as const),
    },
    fc.constant(null),
  );
  const span = fc.record({
    // Rounds, and other sums.
    events: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 101, 102, 103), { maxLength: 4 }),
    from: fc.option(fc.nat(15), { nil: null }),
    to: fc.option(fc.integer({ min: 15, max: 40 }), { nil: null }),
  });
  const rounds = fc
    .array(fc.tuple(range, days), { maxLength: 6 })
    .map((list) => list.map(([amount, when], at) => event(at + 1, amount, when)));
  const sums = fc
    .array(fc.tuple(range, days, span), { maxLength: 4 })
    .map((list) =>
      list.map(([amount, when, { events, ...time }], at) =>
        sum(at + 101, amount, when, { ...time, events: events.filter((key) => key !== at + 101) }),
      ),
    );
  const events = fc.tuple(rounds, sums).map((both) => both.flat());

  it('is never less than any event that may count, and never more at least than at most', () => {
    fc.assert(
      fc.property(events, (all) => {
        const [atLeast = 0, atMost] = raised(all);
        for (const { min } of all) if (!Number.isNaN(min)) expect(atLeast).toBeGreaterThanOrEqual(min);
        if (typeof atMost === 'number') expect(atLeast).toBeLessThanOrEqual(atMost);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never less than the rounds alone, nor more than all amounts together', () => {
    fc.assert(
      fc.property(rounds, sums, (some, over) => {
        const floors = (list: readonly MoneyEvent[]) =>
          list.reduce((total, { min }) => total + (Number.isNaN(min) ? 0 : min), 0);
        const atLeast = raised([...some, ...over])[0] as number;
        expect(atLeast).toBeGreaterThanOrEqual(floors(some));
        expect(atLeast).toBeLessThanOrEqual(floors([...some, ...over]));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of the records', () => {
    const shuffled = events.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(new Map([...moneyRaised(other)].sort())).toEqual(new Map([...moneyRaised(list)].sort()));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not rise above the larger of sum and parts when a round in the sum is added', () => {
    fc.assert(
      fc.property(rounds, range, range, (some, of, more) => {
        const names = some.map(({ key }) => key);
        const total = (events: readonly number[]) => sum(101, of ?? [10, 10], [30, 30], { events });
        const added = event(50, more, [20, 20]);
        const before = raised([...some, total(names)])[0] as number;
        const after = raised([...some, added, total([...names, 50])])[0] as number;
        const parts = raised([...some, added])[0] as number;
        expect(after).toBe(Math.max(before, parts));
      }),
      { numRuns: 1000 },
    );
  });

  it('tells of every record, and says why where it adds nothing', () => {
    fc.assert(
      fc.property(events, (all) => {
        const told = moneyRaised(all);
        expect([...told.keys()].sort()).toEqual(all.map(({ key }) => key).sort());
        for (const each of told.values())
          if (each.as === 'contained') expect(each.holders.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
