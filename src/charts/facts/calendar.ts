import type { Lang } from '@/domain/bilingual';

/** The length of the periods on a time axis. */
export type PeriodLength = 'quarter' | 'year';

/** The period of an ISO day: '2023Q1' or '2023'. */
export function periodOfDay(day: string, by: PeriodLength): string {
  const year = day.slice(0, 4);
  return by === 'year' ? year : `${year}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The period that a span of days falls into, or null where it is not precise enough to say. */
export function periodOfSpan(span: { from: string; to: string } | null, by: PeriodLength): string | null {
  if (!span) return null;
  const [from, to] = [span.from, span.to].map((day) => periodOfDay(day, by));
  return from !== undefined && from === to ? from : null;
}

/** '2023Q4' → '2024Q1', '2023' → '2024'. */
export function nextPeriod(period: string): string {
  const year = Number(period.slice(0, 4));
  const part = Number(period.slice(5));
  if (part === 0) return String(year + 1);
  return part === 4 ? `${year + 1}Q1` : `${year}Q${part + 1}`;
}

/** '2024Q1' → '2023Q4', '2024' → '2023'. */
export function periodBefore(period: string): string {
  const year = Number(period.slice(0, 4));
  const part = Number(period.slice(5));
  if (part === 0) return String(year - 1);
  return part === 1 ? `${year - 1}Q4` : `${year}Q${part - 1}`;
}

/** All periods from the first to the last of those given, so that a time axis has no gaps. */
export function periodsBetween(given: readonly string[]): string[] {
  const known = [...given].sort();
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  const periods: string[] = [];
  for (let period = first; period <= last && periods.length < 1000; period = nextPeriod(period))
    periods.push(period);
  return periods;
}

/** '2023 年第 1 季度', 'Q1 2023'. */
export function periodInWords(period: string, lang: Lang): string {
  const [year = '', quarter] = period.split('Q');
  if (lang === 'en') return quarter === undefined ? year : `Q${quarter} ${year}`;
  return quarter === undefined ? `${year} 年` : `${year} 年第 ${quarter} 季度`;
}
