import { describe, expect, it } from 'vitest';
import { observedText } from './observed-value';

const none = { value: null, min: null, max: null };

describe('a value of an indicator in words', () => {
  it('names the unit of a range once', () => {
    const seen = { ...none, min: 10_000, max: 100_000, bound: 'several', unit: 'people' } as const;
    expect(observedText(seen, 'zh')).toBe('1万–10万人');
    expect(observedText(seen, 'en')).toBe('10K–100K people');
  });

  it('keeps floor and ceiling apart', () => {
    const floor = { ...none, min: 400, bound: 'more-than', unit: 'companies' } as const;
    const ceiling = { ...none, value: 4_600_000, bound: 'just-under', unit: 'USD' } as const;
    expect(observedText(floor, 'zh')).toBe('至少 400 家');
    expect(observedText(ceiling, 'zh')).toBe('不到 460万美元');
    expect(observedText(ceiling, 'en')).toBe('under US$4.6M');
  });

  it('says how often, around the bound', () => {
    const seen = { ...none, value: 50_000, bound: 'about', unit: 'USD/day' } as const;
    expect(observedText(seen, 'zh')).toBe('每天约 5万美元');
    expect(observedText(seen, 'en')).toBe('about US$50K a day');
    expect(observedText({ ...none, value: 0.7, bound: 'exact', unit: 'share per year' }, 'zh')).toBe(
      '每年 70%',
    );
  });

  it('takes the words of the record before its own', () => {
    const seen = {
      value: 2_500_000_000,
      min: null,
      max: null,
      bound: 'exact',
      unit: 'messages/day',
    } as const;
    const unitName = { zh: '条/天', en: 'messages a day' };
    expect(observedText({ ...seen, unitName }, 'zh')).toBe('25亿条/天');
    expect(observedText({ ...seen, unitName }, 'en')).toBe('2.5B messages a day');
    expect(observedText({ ...seen, unit: 'USD/day', unitName }, 'en')).toBe('US$2.5B a day');
  });

  it('never takes a missing figure for zero', () => {
    expect(observedText({ ...none, bound: 'not-stated', unit: 'companies' }, 'en')).toBe(
      'the source gives no figure',
    );
  });

  it('shows a unit that has no word as it is', () => {
    expect(observedText({ ...none, value: 600, bound: 'exact', unit: 'GB/s' }, 'zh')).toBe('600 GB/s');
  });
});
