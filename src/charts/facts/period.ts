import { allowedText } from '@/i18n/charts';
import { choice, quarter } from '@/linking/parameters';
import type { Problem } from '@/linking/state';
import { type PeriodLength, periodOfDay } from './calendar';

/** A period in quarters, both ends included; null is open. */
export type Period = { readonly from: string | null; readonly to: string | null };

/** The parameters of a period. */
export const periodParameters = {
  from: quarter({ zh: '从哪个季度', en: 'From quarter' }),
  to: quarter({ zh: '到哪个季度', en: 'To quarter' }),
} as const;

/** The parameter of how long the periods on a time axis are. */
export const periodLength = <const Length extends PeriodLength>(usual: Length) =>
  choice(
    { zh: '时间单位', en: 'Period' },
    [
      { value: 'quarter', label: { zh: '季度', en: 'Quarter' } },
      { value: 'year', label: { zh: '年', en: 'Year' } },
    ],
    usual,
  );

/** Gives a reversed period up, and says so. */
export function checkPeriod<State extends Period>(state: State): { state: State; problems: Problem[] } {
  if (state.from === null || state.to === null || state.from <= state.to) return { state, problems: [] };
  const problem = { parameter: 'from', value: `${state.from}…${state.to}`, allowed: allowedText.period };
  return { state: { ...state, from: null, to: null }, problems: [problem] };
}

/**
 * Where a date stands to a period: `unclear` where the date is not precise enough to say, or not known and the period
 * is bounded.
 */
export function placeInPeriod(
  date: { from: string; to: string } | null,
  { from, to }: Period,
): 'inside' | 'outside' | 'unclear' {
  if (from === null && to === null) return 'inside';
  if (!date) return 'unclear';
  const first = from === null ? '' : firstDay(from);
  const last = to === null ? '9999' : lastDay(to);
  if (date.to < first || date.from > last) return 'outside';
  return date.from >= first && date.to <= last ? 'inside' : 'unclear';
}

function firstDay(quarter: string): string {
  return `${quarter.slice(0, 4)}-${String(Number(quarter[5]) * 3 - 2).padStart(2, '0')}-01`;
}

/** The last day of a quarter. */
export function lastDayOf(quarter: string): string {
  const month = String(Number(quarter[5]) * 3).padStart(2, '0');
  return `${quarter.slice(0, 4)}-${month}-${month === '06' || month === '09' ? '30' : '31'}`;
}

/** 31 for every month: days are only compared as texts. */
function lastDay(quarter: string): string {
  return `${quarter.slice(0, 4)}-${String(Number(quarter[5]) * 3).padStart(2, '0')}-31`;
}

/** The first and the last quarter that dates lie in; null where there is none. */
export function spanOf(
  dates: readonly ({ from: string; to: string } | null)[],
): { first: string; last: string } | null {
  const days = dates.flatMap((date) => (date ? [date.from, date.to] : [])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { first: periodOfDay(first, 'quarter'), last: periodOfDay(last, 'quarter') };
}
