import type { Lang } from './bilingual';

/** How much of a date is known. */
const precisions = ['day', 'month', 'quarter', 'year', 'period'] as const;
export type Precision = (typeof precisions)[number];

/** A date as far as it is known: '2023', '2023-Q1', '2023-02', '2023-02-24', or a period '2023-02/2023-03'. */
export type PartialDate = string;

/** First and last day of a partial date, both inclusive, as ISO days. */
export interface DateSpan {
  from: string;
  to: string;
  precision: Precision;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Last day of the month (1–12). */
function endOfMonth(year: number, month: number): string {
  return isoDay(new Date(Date.UTC(year, month, 0)));
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function simpleSpan(text: string): DateSpan | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(text);
  if (!match) return null;
  const [, year = '', quarter, month, day] = match;
  // A mistyped 0203 or 20223 is no year of this field; the oldest record is a university of the 1890s.
  if (Number(year) < 1800 || Number(year) > 2199) return null;
  if (quarter) {
    const last = Number(quarter) * 3;
    return { from: `${year}-${pad(last - 2)}-01`, to: endOfMonth(Number(year), last), precision: 'quarter' };
  }
  if (!month) return { from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year' };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (!day) return { from: `${text}-01`, to: endOfMonth(Number(year), Number(month)), precision: 'month' };
  const real = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || isoDay(real) !== text
    ? null
    : { from: text, to: text, precision: 'day' };
}

/** Reads a date or a period, also one that is not written in its canonical form; null where it is neither. */
export function looseSpan(text: string): DateSpan | null {
  const [first = '', last, more] = text.split('/');
  if (more !== undefined) return null;
  const from = simpleSpan(first);
  if (last === undefined || !from) return from;
  const to = simpleSpan(last);
  if (!to || from.from > to.to) return null;
  return { from: from.from, to: to.to, precision: 'period' };
}

function spanOf(text: string): DateSpan | null {
  const span = looseSpan(text);
  // One span has one text, so that two records of the same time are equal.
  return span && partialDateOf(span) === text ? span : null;
}

/** First and last day of a partial date. Throws on text that the schema refuses. */
export function dateSpan(text: PartialDate): DateSpan {
  const span = spanOf(text);
  if (!span) throw new Error(`"${text}" is no partial date`);
  return span;
}

/** One end of a period, in the shortest form that keeps its day. */
function boundary(day: string, end: 'from' | 'to'): string {
  const [year = '', month = ''] = day.split('-');
  const edge = end === 'from' ? `${year}-${month}-01` : endOfMonth(Number(year), Number(month));
  if (day !== edge) return day;
  const yearEdge = end === 'from' ? '01' : '12';
  return month === yearEdge ? year : `${year}-${month}`;
}

/** The canonical text of a span: the inverse of `dateSpan`. */
export function partialDateOf({ from, to, precision }: DateSpan): PartialDate {
  if (precision === 'day') return from;
  if (precision === 'month') return from.slice(0, 7);
  if (precision === 'quarter') return quarterOf(from);
  if (precision === 'year') return from.slice(0, 4);
  const start = boundary(from, 'from');
  const end = boundary(to, 'to');
  // A period within one day, month or year is that day, month or year.
  if (from === to) return from;
  if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && end.length < 10) return from.slice(0, 7);
  if (start === end) return start;
  // Both ends in the finer form of the two, so that 2023-02/2023-12 is not written 2023-02/2023.
  if (start.length === end.length) return `${start}/${end}`;
  const length = Math.max(start.length, end.length);
  return `${from.slice(0, length)}/${to.slice(0, length)}`;
}

/**
 * How long the time of a value is. A day and a month are moments alike; what was counted in a quarter does not go on
 * from what was counted in a year.
 */
export function stretchOf(text: PartialDate): 'moment' | 'quarter' | 'year' | number {
  const { from, to, precision } = dateSpan(text);
  if (precision === 'day' || precision === 'month') return 'moment';
  if (precision === 'quarter' || precision === 'year') return precision;
  const month = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return month(to) - month(from) + 1;
}

/** The quarter of an ISO day, as 'YYYY-Qn'. */
export function quarterOf(day: string): PartialDate {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const quartersZh = ['一', '二', '三', '四'];

function formatSimple(text: string, lang: Lang): string {
  const [year = '', part, day] = text.split('-');
  if (!part) return lang === 'zh' ? `${year}年` : year;
  if (part.startsWith('Q')) {
    return lang === 'zh' ? `${year}年第${quartersZh[Number(part[1]) - 1]}季度` : `${part} ${year}`;
  }
  const month = Number(part);
  if (lang === 'zh') return `${year}年${month}月${day ? `${Number(day)}日` : ''}`;
  return `${day ? `${Number(day)} ` : ''}${monthsEn[month - 1]} ${year}`;
}

/** The date for a person: 2023年2月 / Feb 2023; 2023年2–3月 / Feb–Mar 2023. */
export function formatPartialDate(text: PartialDate, lang: Lang): string {
  const [first = '', last] = text.split('/');
  if (last === undefined) return formatSimple(text, lang);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  if (sameYear && first.length === 7 && last.length === 7) {
    const [from, to] = [Number(first.slice(5)), Number(last.slice(5))];
    return lang === 'zh'
      ? `${first.slice(0, 4)}年${from}–${to}月`
      : `${monthsEn[from - 1]}–${monthsEn[to - 1]} ${first.slice(0, 4)}`;
  }
  const dash = lang === 'zh' ? '至' : ' – ';
  return `${formatSimple(first, lang)}${dash}${formatSimple(last, lang)}`;
}
