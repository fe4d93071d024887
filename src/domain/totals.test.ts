import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsAsRaised, formatTotal, type TotalItem, totalOf } from './totals';

const why = { zh: '合计', en: 'cumulative' };
const known = (min: number | null, max: number | null): TotalItem => ({ range: { min, max }, counts: true });
const item = fc.oneof(
  fc.tuple(fc.nat(1e9), fc.nat(1e9)).map(([min, more]) => known(min, min + more)),
  fc.nat(1e9).map((min) => known(min, null)),
  fc.constant(known(null, null)),
  fc.nat(1e9).map((min): TotalItem => ({ range: { min, max: min }, counts: false, why })),
);

describe('totalOf', () => {
  it('reads "at least, at most, n undisclosed", and counts what it leaves out', () => {
    const total = totalOf([
      known(1e8, 1e9),
      known(2e8, 2e8),
      known(null, null),
      { range: { min: 9e9, max: 9e9 }, counts: false, why },
    ]);
    expect(total).toEqual({
      atLeast: 3e8,
      atMost: 1.2e9,
      counted: 2,
      undisclosed: 1,
      leftOut: [{ why, count: 1 }],
    });
    expect(formatTotal(total, 'CNY', 'zh')).toBe('至少 3亿元，至多 12亿元，另有 1 笔未披露');
    expect(formatTotal(total, 'CNY', 'en')).toBe('at least CN¥300M, at most CN¥1.2B, 1 undisclosed');
  });

  it('does not depend on the order', () => {
    const items = fc.array(item, { maxLength: 20 });
    const shuffled = items.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(totalOf(other)).toEqual(totalOf(list));
      }),
    );
  });

  it('never has a floor above its ceiling, and loses no event', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 20 }), (items) => {
        const total = totalOf(items);
        if (total.atMost !== null) expect(total.atLeast).toBeLessThanOrEqual(total.atMost);
        const leftOut = total.leftOut.reduce((sum, { count }) => sum + count, 0);
        expect(total.counted + total.undisclosed + leftOut).toBe(items.length);
      }),
    );
  });

  it('is not moved by one more undisclosed event', () => {
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const [before, after] = [totalOf(items), totalOf([...items, known(null, null)])];
        expect([after.atLeast, after.atMost, after.undisclosed]).toEqual([
          before.atLeast,
          before.atMost,
          before.undisclosed + 1,
        ]);
      }),
    );
  });

  it('says so when nothing is disclosed, rather than writing a zero', () => {
    expect(formatTotal(totalOf([known(null, null)]), 'CNY', 'zh')).toBe('1 笔未披露');
    expect(formatTotal(totalOf([]), 'CNY', 'en')).toBe('no funding on record');
  });
});

describe('countsAsRaised', () => {
  it('leaves out what brings the company no new money, by type or by the round itself', () => {
    expect(countsAsRaised('round', 'series')).toEqual({ counts: true, why: null });
    expect(countsAsRaised('ipo', 'ipo').counts).toBe(true);
    for (const type of [
      'in-kind',
      'cornerstone',
      'reported',
      'cumulative',
      'merger',
      'transfer',
      'debt',
    ] as const) {
      expect(countsAsRaised(type, 'unknown')).toMatchObject({
        counts: false,
        why: { zh: expect.any(String) },
      });
    }
    expect(countsAsRaised('round', 'transfer').counts).toBe(false);
    expect(countsAsRaised('round', 'cornerstone').counts).toBe(false);
  });
});
