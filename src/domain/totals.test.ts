import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bilingual } from './bilingual';
import { Adding, countsAsRaised, formatTotal } from './totals';

const why = { zh: '传闻', en: 'reported' };
/** An amount, what is undisclosed, or why it is left out. */
type Item = readonly [number, number] | Bilingual;
const silent = [Number.NaN, Number.NaN] as const;
const item: fc.Arbitrary<Item> = fc.oneof(
  fc.tuple(fc.nat(1e9), fc.nat(1e9)).map(([min, more]) => [min, min + more] as const),
  fc.nat(1e9).map((min) => [min, Number.NaN] as const),
  fc.constant(silent),
  fc.constant(why),
);

function totalOf(items: readonly Item[]) {
  const adding = new Adding();
  for (const each of items)
    if ('zh' in each) adding.leave(each);
    else adding.add(each[0], each[1]);
  return adding.total();
}

describe('a total', () => {
  it('reads "at least, at most, n undisclosed", and counts what it leaves out', () => {
    const total = totalOf([[1e8, 1e9], [2e8, 2e8], why]);
    expect(total).toEqual({
      atLeast: 3e8,
      atMost: 1.2e9,
      counted: 2,
      contained: 0,
      undisclosed: 0,
      leftOut: [{ why, count: 1 }],
    });
    expect(formatTotal(total, 'CNY', 'zh')).toBe('至少 3亿元，至多 12亿元');
    expect(formatTotal(total, 'CNY', 'en')).toBe('at least CN¥300M, at most CN¥1.2B');
  });

  it('has no upper bound where something is undisclosed', () => {
    const total = totalOf([[1e8, 1e9], [2e8, 2e8], silent]);
    expect([total.atMost, total.undisclosed]).toEqual([null, 1]);
    expect(formatTotal(total, 'CNY', 'zh')).toBe('至少 3亿元，上限未知，另有 1 笔未披露');
    expect(formatTotal(total, 'CNY', 'en')).toBe('at least CN¥300M, no upper bound, 1 undisclosed');
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

  it('says so when nothing is disclosed, rather than writing a zero', () => {
    expect(formatTotal(totalOf([silent]), 'CNY', 'zh')).toBe('1 笔未披露');
    expect(formatTotal(totalOf([]), 'CNY', 'en')).toBe('no funding on record');
  });

  it('never says that nothing is on record where records are left out', () => {
    expect(formatTotal(totalOf([why]), 'CNY', 'zh')).toBe('收录 1 笔，不计入融资额');
    expect(formatTotal(totalOf([why, why]), 'CNY', 'en')).toBe(
      '2 events on record, none of which counts as money raised',
    );
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
