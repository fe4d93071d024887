import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AmountRange, amount, formatAmount, formatMoney, hull } from './amount';

const bound = fc.option(fc.integer({ min: 0, max: 1e12 }), { nil: null });
const range = fc.tuple(bound, bound).map(([a, b]): AmountRange => {
  const [min, max] = a !== null && b !== null && a > b ? [b, a] : [a, b];
  const kind = min === null && max === null ? 'undisclosed' : 'range';
  return { min, max, minBound: min === null ? null : 'hard', maxBound: max === null ? null : 'hard', kind };
});

describe('amount', () => {
  it('refuses a range upside down, numbers on an undisclosed amount, and money without a currency', () => {
    const refused = [
      { currency: 'CNY', min: 2, max: 1, kind: 'range' },
      { kind: 'undisclosed', currency: 'CNY', min: 0 },
      { kind: 'exact', min: 5, max: 5 },
      { kind: 'exact', currency: 'CNY' },
      { kind: 'exact', currency: 'CNY', min: -1, max: -1 },
      { kind: 'exact', currency: 'XYZ', min: 1, max: 1 },
    ];
    for (const each of refused) expect(amount.safeParse(each).success).toBe(false);
    expect(amount.parse({ kind: 'undisclosed' })).toMatchObject({ min: null, max: null, currency: null });
  });
});

describe('hull', () => {
  it('allows everything that each statement allows, and nothing outside their ends', () => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 6 }), (ranges) => {
        const all = hull(ranges);
        const known = ranges.filter((each) => each.kind !== 'undisclosed');
        const floors = known.map((each) => each.min);
        const ceilings = known.map((each) => each.max);
        expect(all.min).toBe(
          known.length === 0 || floors.includes(null) ? null : Math.min(...(floors as number[])),
        );
        expect(all.max).toBe(
          known.length === 0 || ceilings.includes(null) ? null : Math.max(...(ceilings as number[])),
        );
      }),
    );
  });

  it('keeps the kind of statements that agree', () => {
    const near: AmountRange = { min: 4, max: 5, minBound: 'soft', maxBound: 'hard', kind: 'near' };
    expect(hull([near, { ...near }])).toEqual(near);
  });
});

describe('formatting', () => {
  it('writes money as each language does', () => {
    expect(formatMoney(350_000_000, 'CNY', 'zh')).toBe('3.5亿元');
    expect(formatMoney(350_000_000, 'CNY', 'en')).toBe('CN¥350M');
    expect(formatMoney(4_300_000_000, 'HKD', 'zh')).toBe('43亿港元');
    expect(formatMoney(4_300_000_000, 'HKD', 'en')).toBe('HK$4.3B');
    expect(formatMoney(999_999_999, 'USD', 'en')).toBe('US$1B');
    expect(formatMoney(0, 'USD', 'en')).toBe('US$0');
  });

  it('keeps the digits of small prices, in every currency and language', () => {
    expect(formatMoney(0.0145, 'USD', 'en')).toBe('US$0.0145');
    expect(formatMoney(0.0145, 'CNY', 'zh')).toBe('0.0145元');
    expect(formatMoney(1.125, 'USD', 'zh')).toBe('1.125美元');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9 }), (whole, places) => {
        const price = Number(`${whole}e-${places}`);
        if (price >= 1000) return;
        const written = formatMoney(price, 'USD', 'en').replace(/[^\d.]/g, '');
        expect(Number(written)).toBe(price);
      }),
    );
  });

  it('rounds once', () => {
    expect(formatMoney(123_490_000, 'CNY', 'zh')).toBe('1.23亿元');
    expect(formatMoney(1_234_900_000, 'USD', 'en')).toBe('US$1.23B');
  });

  it('never writes an undisclosed amount as a number', () => {
    const none = { min: null, max: null, kind: 'undisclosed' } as const;
    expect(formatAmount(none, null, 'zh')).toBe('未披露');
    expect(formatAmount(none, 'CNY', 'en')).toBe('undisclosed');
  });
});
