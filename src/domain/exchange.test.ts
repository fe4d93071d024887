import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, rateTable } from './exchange';

const table = rateTable([
  { currency: 'CNY', period: '2024-01', perUsd: 7 },
  { currency: 'CNY', period: '2024-02', perUsd: 7.2 },
  { currency: 'CNY', period: '2024-02-05', perUsd: 7.5 },
  { currency: 'HKD', period: '2024-01', perUsd: 7.8 },
  { currency: 'HKD', period: '2024-02', perUsd: 7.8 },
]);

describe('convert', () => {
  it("takes the day's own rate, else its month's, and says which", () => {
    expect(convert(100, 'USD', 'CNY', '2024-02-05', table)).toEqual({
      value: 750,
      rate: 7.5,
      period: '2024-02-05',
      basis: 'day',
    });
    expect(convert(100, 'USD', 'CNY', '2024-02-06', table)).toMatchObject({
      value: 720,
      period: '2024-02',
      basis: 'month',
    });
  });

  it('averages the months of a longer time', () => {
    expect(convert(100, 'USD', 'CNY', '2024-01/2024-02', table)).toMatchObject({
      value: 710,
      period: '2024-01/2024-02',
      basis: 'period-average',
    });
  });

  it('takes the last month after the rates end, and nothing before they begin', () => {
    expect(convert(100, 'USD', 'CNY', '2025-06', table)).toMatchObject({
      value: 720,
      period: '2024-02',
      basis: 'latest',
    });
    expect(convert(100, 'USD', 'CNY', '2023-12', table)).toBeNull();
    expect(convert(100, 'EUR', 'CNY', '2024-01', table)).toBeNull();
  });

  it('crosses by the dollar, and comes back to the same amount', () => {
    expect(convert(78, 'HKD', 'CNY', '2024-01', table)?.value).toBeCloseTo(70);
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e12, noNaN: true }), (value) => {
        const there = convert(value, 'HKD', 'CNY', '2024-01', table);
        const back = convert(there?.value ?? 0, 'CNY', 'HKD', '2024-01', table);
        expect((back?.value ?? 0) / value).toBeCloseTo(1, 9);
      }),
    );
  });
});
