import * as z from 'zod';
import type { Lang } from './bilingual';
import { type Currency, currency, currencyName } from './currency';

/** What the words say of the amount (the table in the funding conventions). */
export const amountKinds = [
  'exact',
  'approximate',
  'near',
  'over',
  'several',
  'level',
  'bucket',
  'one-sided',
  'range',
  'undisclosed',
] as const;
export type AmountKind = (typeof amountKinds)[number];

/** A hard bound is stated; a soft one is what the words allow. */
export const boundKinds = ['hard', 'soft'] as const;
export type BoundKind = (typeof boundKinds)[number];

/** What the words allow, in units of the currency. A bound of null is open. */
export interface AmountRange {
  min: number | null;
  max: number | null;
  minBound: BoundKind | null;
  maxBound: BoundKind | null;
  kind: AmountKind;
}

const money = z.number().nonnegative().nullable().default(null);
const bound = z.enum(boundKinds).nullable().default(null);

/** An amount as stated: its words, its currency and the range that they allow. Undisclosed is never zero. */
export const amount = z
  .strictObject({
    text: z.string().trim().min(1).max(200).nullable().default(null),
    currency: currency.nullable().default(null),
    min: money,
    max: money,
    minBound: bound,
    maxBound: bound,
    kind: z.enum(amountKinds),
    /** Version of the rule that made the range; null where somebody entered it by hand. */
    rule: z.string().max(20).nullable().default(null),
  })
  .check((context) => {
    const { min, max, kind } = context.value;
    const refuse = (path: string, zh: string, en: string) =>
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: [path],
        message: en,
        params: { reason: { zh, en } },
      });
    if (min !== null && max !== null && min > max) {
      refuse('max', '上限小于下限，请检查', 'The upper bound is below the lower one.');
    }
    if (kind === 'undisclosed' && (min !== null || max !== null)) {
      refuse('kind', '未披露的金额不能带数字', 'An undisclosed amount has no numbers.');
    }
    if (kind !== 'undisclosed' && min === null && max === null) {
      refuse(
        'min',
        '请填下限或上限；不知道就写未披露',
        'Give a lower or an upper bound, or say undisclosed.',
      );
    }
    if ((min !== null || max !== null) && context.value.currency === null) {
      refuse('currency', '有金额就要有币种', 'An amount needs its currency.');
    }
  });
export type Amount = z.infer<typeof amount>;

/** What several statements of one event allow together: the lowest floor and the highest ceiling; open stays open. */
export function hull(ranges: readonly AmountRange[]): AmountRange {
  const known = ranges.filter((range) => range.kind !== 'undisclosed');
  const [first] = known;
  if (!first) return { min: null, max: null, minBound: null, maxBound: null, kind: 'undisclosed' };
  if (known.every((range) => range.min === first.min && range.max === first.max)) return pick(first);
  const lowest = known.reduce((a, b) => (a.min === null || (b.min !== null && a.min <= b.min) ? a : b));
  const highest = known.reduce((a, b) => (a.max === null || (b.max !== null && a.max >= b.max) ? a : b));
  return {
    min: lowest.min,
    max: highest.max,
    minBound: lowest.minBound,
    maxBound: highest.maxBound,
    kind: 'range',
  };
}

function pick({ min, max, minBound, maxBound, kind }: AmountRange): AmountRange {
  return { min, max, minBound, maxBound, kind };
}

const signs: Record<Currency, string> = {
  CNY: 'CN¥',
  USD: 'US$',
  HKD: 'HK$',
  EUR: '€',
  GBP: '£',
  JPY: 'JP¥',
  SGD: 'S$',
};
const unitsZh: readonly [number, string][] = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
];
const unitsEn: readonly [number, string][] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
];

/** A number of some digits, rounded once; nothing that is small becomes nothing. */
function digits(value: number, significant: number): string {
  return Number(value.toPrecision(significant)).toLocaleString('en-US', { maximumFractionDigits: 20 });
}

function scaled(value: number, units: readonly [number, string][], significant: number): string {
  for (const [unit, word] of units) {
    // 0.99995 of a unit is written as one unit, so that rounding never shows "1,000M".
    if (Number((value / unit).toPrecision(significant)) >= 1) {
      // Two decimals of a unit say enough: 1.23亿.
      const [whole = ''] = String(value / unit).split('.');
      return `${digits(value / unit, Math.min(significant, whole.length + 2))}${word}`;
    }
  }
  return digits(value, Math.max(significant, 3));
}

/** Money for a person: 3.5亿元, 43亿港元; US$4.3M, CN¥5B. Four significant digits. */
export function formatMoney(value: number, currency: Currency, lang: Lang, significant = 4): string {
  if (lang === 'en') return `${signs[currency]}${scaled(value, unitsEn, significant)}`;
  return `${scaled(value, unitsZh, significant)}${currency === 'CNY' ? '元' : currencyName(currency, 'zh')}`;
}

/** A range for a person: 3.5亿元; 至少 1亿元、低于 10亿元; at least US$100M, under US$1B; 未披露. */
export function formatAmount(
  range: Pick<AmountRange, 'min' | 'max' | 'kind'>,
  currency: Currency | null,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  const { min, max } = range;
  if (currency === null || (min === null && max === null)) return zh ? '未披露' : 'undisclosed';
  const money = (value: number) => formatMoney(value, currency, lang);
  if (min !== null && max !== null) {
    if (min === max) return money(min);
    return zh ? `${money(min)}至${money(max)}` : `${money(min)} to ${money(max)}`;
  }
  if (min !== null) return zh ? `至少${money(min)}` : `at least ${money(min)}`;
  return zh ? `至多${money(max as number)}` : `at most ${money(max as number)}`;
}
