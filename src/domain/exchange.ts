import type { Currency } from './currency';
import { dateSpan, type PartialDate } from './partial-date';

/** Units of a currency for one US dollar, for a month ('2023-02') or a day ('2023-02-24'). */
export interface Rate {
  currency: Currency;
  period: string;
  perUsd: number;
}

/** How well a rate fits the date: the day's own, its month's, the average of the months, or the last one known. */
export type RateBasis = 'day' | 'month' | 'period-average' | 'latest';

/** Rates by currency and period. Made by `rateTable`. */
export interface RateTable {
  byPeriod: ReadonlyMap<Currency, ReadonlyMap<string, number>>;
  lastMonth: ReadonlyMap<Currency, string>;
}

/** A converted amount, and what it was converted with. */
export interface Conversion {
  value: number;
  /** Units of `to` for one unit of `from`. */
  rate: number;
  /** The day, month or months whose rate it is. */
  period: string;
  basis: RateBasis;
}

/** Puts rates in order for `convert`. */
export function rateTable(rates: readonly Rate[]): RateTable {
  const byPeriod = new Map<Currency, Map<string, number>>();
  const lastMonth = new Map<Currency, string>();
  for (const { currency, period, perUsd } of rates) {
    const periods = byPeriod.get(currency) ?? new Map<string, number>();
    byPeriod.set(currency, periods.set(period, perUsd));
    if (period.length === 7 && period > (lastMonth.get(currency) ?? '')) lastMonth.set(currency, period);
  }
  return { byPeriod, lastMonth };
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; ) {
    months.push(month);
    const [year = 0, number = 0] = month.split('-').map(Number);
    month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  }
  return months;
}

interface Found {
  perUsd: number;
  period: string;
  basis: RateBasis;
}

const certainty: readonly RateBasis[] = ['day', 'month', 'period-average', 'latest'];

function perUsd(currency: Currency, on: PartialDate, table: RateTable): Found | 'any' | null {
  if (currency === 'USD') return 'any';
  const periods = table.byPeriod.get(currency);
  if (!periods) return null;
  const { from, to, precision } = dateSpan(on);
  const day = precision === 'day' ? periods.get(from) : undefined;
  if (day !== undefined) return { perUsd: day, period: from, basis: 'day' };
  const last = table.lastMonth.get(currency);
  if (!last) return null;
  const months = monthsBetween(from.slice(0, 7), to.slice(0, 7));
  const first = months[0] as string;
  if (first > last) return { perUsd: periods.get(last) as number, period: last, basis: 'latest' };
  const known = months.filter((month) => periods.has(month));
  const [start] = known;
  // A period that begins before the first rate cannot be averaged honestly.
  if (start !== first) return null;
  const sum = known.reduce((total, month) => total + (periods.get(month) as number), 0);
  return known.length === 1
    ? { perUsd: sum, period: first, basis: months.length === 1 ? 'month' : 'period-average' }
    : { perUsd: sum / known.length, period: `${first}/${known.at(-1)}`, basis: 'period-average' };
}

/**
 * Converts an amount at the rate of its date: a day's own rate, else its month's; for a longer time the average of
 * its months; after the last known month the last one. Null before the first known month, or without rates; an amount
 * in its own currency stays as it is.
 */
export function convert(
  value: number,
  from: Currency,
  to: Currency,
  on: PartialDate,
  table: RateTable,
): Conversion | null {
  // An amount in its own currency needs no rate, also before the first known month.
  if (from === to) return { value, rate: 1, period: on, basis: 'day' };
  const [source, target] = [perUsd(from, on, table), perUsd(to, on, table)];
  if (source === null || target === null) return null;
  const used = [source, target].filter((found) => found !== 'any');
  const least = used.toSorted((a, b) => certainty.indexOf(b.basis) - certainty.indexOf(a.basis))[0];
  if (!least) return null;
  const rate = (target === 'any' ? 1 : target.perUsd) / (source === 'any' ? 1 : source.perUsd);
  return { value: value * rate, rate, period: least.period, basis: least.basis };
}
