import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateSpan, formatPartialDate, partialDateOf, quarterOf } from './partial-date';
import { partialDate } from './partial-date-schema';

const year = fc.integer({ min: 1990, max: 2099 });
const month = fc.integer({ min: 1, max: 12 }).map((number) => String(number).padStart(2, '0'));
const anyDate = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}`),
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
);

describe('partial dates', () => {
  it('go through their span and back unchanged', () => {
    fc.assert(
      fc.property(anyDate, (text) => {
        expect(partialDateOf(dateSpan(text))).toBe(text);
      }),
    );
  });

  it('know their first and last day', () => {
    expect(dateSpan('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29', precision: 'month' });
    expect(dateSpan('2023-Q4')).toEqual({ from: '2023-10-01', to: '2023-12-31', precision: 'quarter' });
    expect(dateSpan('2023-02/2023-03')).toEqual({
      from: '2023-02-01',
      to: '2023-03-31',
      precision: 'period',
    });
    expect(partialDateOf({ from: '2023-02-01', to: '2023-12-31', precision: 'period' })).toBe(
      '2023-02/2023-12',
    );
  });

  it('refuse what no calendar has, and say how to write it', () => {
    for (const text of [
      '2023-13',
      '2023-02-30',
      '23',
      '2023-Q5',
      '2023-03/2023-02',
      '2023/2024/2025',
      '2023-1',
      'soon',
      '',
    ]) {
      const result = partialDate.safeParse(text);
      expect([text, result.success]).toEqual([text, false]);
    }
  });

  it('read well in both languages', () => {
    expect(formatPartialDate('2023-02/2023-03', 'zh')).toBe('2023年2–3月');
    expect(formatPartialDate('2023-02/2023-03', 'en')).toBe('Feb–Mar 2023');
    expect(formatPartialDate('2026-01-08', 'zh')).toBe('2026年1月8日');
    expect(formatPartialDate('2026-01-08', 'en')).toBe('8 Jan 2026');
    expect(formatPartialDate('2023-Q1', 'zh')).toBe('2023年第一季度');
    expect(quarterOf('2023-04-01')).toBe('2023-Q2');
  });
});
