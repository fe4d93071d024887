import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount, formatNumber, formatParameters, formatShare } from './numbers';

describe('numbers', () => {
  it.each([
    [100_000_000, '1亿', '100M'],
    [9_999, '9,999', '9,999'],
    [12_345, '1.23万', '12.3K'],
    [999_960, '100万', '1M'],
    [600_000_000, '6亿', '600M'],
    [0, '0', '0'],
  ])('counts %d as %s and %s', (count, zh, en) => {
    expect(formatCount('zh', count)).toBe(zh);
    expect(formatCount('en', count)).toBe(en);
  });

  it.each([
    [200_000_000_000, '2000亿', '200B'],
    [245_700_000_000, '2457亿', '245.7B'],
    [7_000_000, '700万', '7M'],
    [1_300_000_000, '13亿', '1.3B'],
    [10_000_000_000_000, '10万亿', '10T'],
  ])('prints %d parameters as %s and %s', (parameters, zh, en) => {
    expect(formatParameters('zh', parameters)).toBe(zh);
    expect(formatParameters('en', parameters)).toBe(en);
  });

  it('prints shares with the spacing of the language and rounds half up', () => {
    expect(formatShare('zh', 1 / 3)).toBe('33%');
    expect(formatShare('en', 1 / 3)).toBe('33\u202f%');
    expect(formatShare('zh', 0.145)).toBe('15%');
    expect(formatShare('zh', 0.0123, 1)).toBe('1.2%');
  });

  it('makes nothing of what is small but not nothing', () => {
    expect(formatNumber('zh', 0.0145)).toBe('0.0145');
    expect(formatShare('en', 0.0004)).toBe('0.04\u202f%');
    expect(formatCount('en', 12.5)).toBe('12.5');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 12 }), (whole, places) => {
        const value = Number(`${whole}e-${places}`);
        if (value >= 100) return;
        const digits = value < 1 ? value : Number(value.toFixed(2));
        expect(Number(formatNumber('en', value))).toBe(digits);
        expect(Number(formatCount('zh', value))).toBe(digits);
      }),
    );
  });

  it('uses a true minus sign', () => {
    expect(formatNumber('en', -1234.5)).toBe('−1,234.5');
  });
});
