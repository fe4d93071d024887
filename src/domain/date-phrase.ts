import type { Bilingual } from '@/domain/bilingual';
import { linear } from '@/domain/expression/linear';
import { looseSpan, type PartialDate, partialDateOf } from './partial-date';

/** In which order a column writes day and month; null where it does not say. */
export type DateOrder = 'dmy' | 'mdy';

/** What the other cells of a column, or somebody, say about how it writes dates. */
export interface DateHabit {
  order: DateOrder | null;
  /** The year of days that name none. */
  year: number | null;
  /** 2026.10 stands in it too, so that 2026.1 is January and not what a number lost its last zero of. */
  months: boolean;
}

export const noHabit: DateHabit = { order: null, year: null, months: false };

/** A date, or what has to be asked before it can be read. */
export type DateReading = { date: PartialDate } | { question: Bilingual };

const question = (zh: string, en: string): DateReading => ({ question: { zh, en } });

const unread = question(
  '看不懂这个日期；请写作 2023、2023-05 或 2023-05-06',
  'This date cannot be read; write 2023, 2023-05 or 2023-05-06.',
);

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const longMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The number of a month by its whole name or its first three letters; 0 for any other word. */
function monthNamed(word: string): number {
  const name = word.toLowerCase();
  return name === 'sept' ? 9 : Math.max(months.indexOf(name), longMonths.indexOf(name)) + 1;
}

/** Years of two digits are of this century, and not further on than the next year. */
function wholeYear(year: string): string | null {
  if (year.length === 4) return year;
  const whole = 2000 + Number(year);
  return whole <= new Date().getUTCFullYear() + 1 ? String(whole) : null;
}

function made(year: string | null, month?: number | string, day?: number | string): DateReading {
  if (year === null || month === 0) return unread;
  const parts = [year, month, day].filter((part) => part !== undefined);
  const span = looseSpan(parts.map((part) => String(part).padStart(2, '0')).join('-'));
  return span ? { date: partialDateOf(span) } : unread;
}

const time = linear(
  /(?:t|\s+)\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?\s*(?:am|pm)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$/i,
);
const weekday = linear(
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+|\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?$/i,
);
const yearFirst = linear(
  /^(\d{4}|\d{2}(?=\s*年))(?:\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2}))?)?\s*[年月日号]?$/,
);
const yearLast = linear(/^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/);
const monthAndYear = linear(/^(\d{1,2})[./-](\d{4})$/);
const dayAlone = linear(/^(\d{1,2})\s*(?:月|[./-])\s*(\d{1,2})\s*[日号]?$/);
const quarterZh = linear(/^(\d{4})\s*年?\s*第?([一二三四1-4])\s*季度?$/);
const quarterAfter = linear(/^(\d{4}|\d{2})\s*年?[\s-]*q([1-4])$/i);
const quarterBefore = linear(/^(?:q([1-4])|([1-4])q)[\s'’/-]*(\d{4}|\d{2})$/i);
const halfZh = linear(/^(\d{4})\s*年?\s*([上下])半年$/);
const halfEn = linear(/^(?:(\d{4})\s*h([12])|h([12])\s*(\d{4}))$/i);
const dayNamed = linear(
  /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?(?:[\s-]+'?(\d{4}|\d{2}))?$/i,
);
const monthNamedFirst = linear(/^([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})$/i);
const monthNamedOnly = linear(/^([a-z]{3,9})\.?,?[\s-]+'?(\d{4}|\d{2})$/i);
const monthAndDay = linear(/^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)$/i);

/** Days that spreadsheets count from the last of 1899: those of this century. */
const [firstSerial, lastSerial] = [36_526, 73_050];

function numberAlone(text: string, habit: DateHabit): DateReading | null {
  const decimal = /^(\d{4})\.(\d{1,2})$/.exec(text);
  if (decimal?.[2] === '1' && !habit.months)
    return question(
      `“${text}”可能是 1 月，也可能是丢了末尾零的 10 月；请写作 ${decimal[1]}-01 或 ${decimal[1]}-10`,
      `"${text}" may be January, or October without its last zero. Write ${decimal[1]}-01 or ${decimal[1]}-10.`,
    );
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text)?.[1];
  if (serial !== undefined) {
    const days = Number(serial);
    if (days < firstSerial || days > lastSerial) return unread;
    return { date: new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10) };
  }
  const compact = /^(\d{4})(\d{2})(\d{2})?$/.exec(text);
  if (compact) return made(compact[1] ?? null, compact[2], compact[3]);
  // Seconds and milliseconds since 1970, as programs write moments.
  const stamp = /^(1\d{9})(\d{3})?$/.exec(text)?.[1];
  return stamp === undefined ? null : { date: new Date(Number(stamp) * 1000).toISOString().slice(0, 10) };
}

function partOfYear(text: string): DateReading | null {
  const zh = quarterZh.exec(text);
  if (zh) {
    const number = '一二三四'.indexOf(zh[2] ?? '') + 1 || Number(zh[2]);
    return made(`${zh[1]}`, `Q${number}`);
  }
  const [year, quarter] = quarterAfter.exec(text)?.slice(1) ?? [];
  if (year !== undefined) return made(wholeYear(year), `Q${quarter}`);
  const before = quarterBefore.exec(text);
  if (before) return made(wholeYear(before[3] ?? ''), `Q${before[1] ?? before[2]}`);
  const half = halfZh.exec(text) ?? halfEn.exec(text);
  if (!half) return null;
  const [first, which] = half[1] ? [half[1], half[2]] : [half[4], half[3]];
  const isFirst = which === '上' || which === '1';
  return { date: isFirst ? `${first}-01/${first}-06` : `${first}-07/${first}-12` };
}

const noYear = (habit: DateHabit, month: number | string, day: number | string): DateReading =>
  habit.year !== null
    ? made(String(habit.year), month, day)
    : question('这个日期没有年份；请选定年份，或写上年份', 'This date has no year. Choose one, or write it.');

function namedMonth(text: string, habit: DateHabit): DateReading | null {
  const first = monthNamedFirst.exec(text);
  if (first) return made(wholeYear(first[3] ?? ''), monthNamed(first[1] ?? ''), first[2]);
  const day = dayNamed.exec(text);
  if (day) {
    const month = monthNamed(day[2] ?? '');
    if (month === 0) return unread;
    return day[3] === undefined ? noYear(habit, month, day[1] ?? '') : made(wholeYear(day[3]), month, day[1]);
  }
  const withoutYear = monthAndDay.exec(text);
  if (withoutYear) {
    const month = monthNamed(withoutYear[1] ?? '');
    return month === 0 ? unread : noYear(habit, month, withoutYear[2] ?? '');
  }
  const only = monthNamedOnly.exec(text);
  return only ? made(wholeYear(only[2] ?? ''), monthNamed(only[1] ?? '')) : null;
}

/**
 * A date in any of the forms that tables hold: 2023年5月6日, 20230506, 6-May-23, 13/05/2026, Q1 2026, 45052. What may be two
 * dates is asked about, what is none is refused.
 */
export function readDate(cell: string, habit: DateHabit = noHabit): DateReading {
  const text = cell.normalize('NFKC').trim().slice(0, 60).replace(time, '').replace(weekday, '').trim();
  const number = numberAlone(text, habit) ?? partOfYear(text);
  if (number) return number;
  const year = yearFirst.exec(text);
  if (year) return made(wholeYear(year[1] ?? ''), year[2], year[3]);
  const last = yearLast.exec(text);
  if (last) {
    const [, one = '', two = '', written = ''] = last;
    const order = Number(one) > 12 ? 'dmy' : Number(two) > 12 ? 'mdy' : one === two ? 'dmy' : habit.order;
    if (order === null)
      return question(
        `“${text}”的日和月分不清；请选定这一列的日期顺序`,
        `Which of "${text}" is the day? Choose the order of dates of this column.`,
      );
    return order === 'dmy' ? made(wholeYear(written), two, one) : made(wholeYear(written), one, two);
  }
  const month = monthAndYear.exec(text);
  if (month) return made(month[2] ?? null, month[1]);
  const day = dayAlone.exec(text);
  if (day) return noYear(habit, day[1] ?? '', day[2] ?? '');
  const named = namedMonth(text, habit);
  if (named) return named;
  const span = looseSpan(text);
  return span ? { date: partialDateOf(span) } : unread;
}

/** What the cells of a column together say about how it writes dates. */
export function habitOf(cells: Iterable<string>): DateHabit {
  let [dayFirst, monthFirst, lastZero] = [false, false, false];
  for (const cell of cells) {
    const text = cell.normalize('NFKC').trim().slice(0, 60).replace(time, '');
    const [, one, two] = yearLast.exec(text) ?? [];
    if (Number(one) > 12) dayFirst = true;
    if (Number(two) > 12) monthFirst = true;
    if (/^\d{4}\.(?:10|0[1-9])$/.test(text)) lastZero = true;
  }
  return { order: dayFirst === monthFirst ? null : dayFirst ? 'dmy' : 'mdy', year: null, months: lastZero };
}
