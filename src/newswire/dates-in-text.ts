import { linear } from '@/domain/expression/linear';
import { dateSpan, type PartialDate, type Precision } from '@/domain/partial-date';
import type { Found } from './news-event';

type NewsDate = Found<{ value: PartialDate; precision: Precision }>;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const pad = (text: string) => text.padStart(2, '0');
const monthOf = (name: string) => pad(String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1));

/** How dates are written, and the canonical text of each. A day without its year says too little: it is left alone. */
const forms: readonly [RegExp, (match: RegExpMatchArray) => string][] = [
  [
    /((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})[日号]/,
    ([, year = '', month = '', day = '']) => `${year}-${pad(month)}-${pad(day)}`,
  ],
  [/((?:19|20)\d\d)年(\d{1,2})月/, ([, year = '', month = '']) => `${year}-${pad(month)}`],
  [
    /((?:19|20)\d\d)年第?([一二三四1-4])季度/,
    ([, year = '', quarter = '']) => `${year}-Q${'一二三四'.indexOf(quarter) + 1 || quarter}`,
  ],
  [/((?:19|20)\d\d)年(?!内|度|以来)/, ([, year = '']) => year],
  [
    /\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b/,
    ([, year = '', month = '', day = '']) => `${year}-${pad(month)}-${pad(day)}`,
  ],
  [
    linear(new RegExp(`\\b(${monthNames})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`, 'i')),
    ([, month = '', day = '', year = '']) => `${year}-${monthOf(month)}-${pad(day)}`,
  ],
  [
    linear(new RegExp(`\\b(\\d{1,2}) (${monthNames})\\.? ((?:19|20)\\d\\d)\\b`, 'i')),
    ([, day = '', month = '', year = '']) => `${year}-${monthOf(month)}-${pad(day)}`,
  ],
  [
    linear(new RegExp(`\\b(${monthNames})\\.? ((?:19|20)\\d\\d)\\b`, 'i')),
    ([, month = '', year = '']) => `${year}-${monthOf(month)}`,
  ],
  [/\bQ([1-4]) ((?:19|20)\d\d)\b/i, ([, quarter = '', year = '']) => `${year}-Q${quarter}`],
  [/\bin ((?:19|20)\d\d)\b/i, ([, year = '']) => year],
];

/** The first date of a sentence that has a year, or null. */
export function dateIn(sentence: string, start: number): NewsDate | null {
  for (const [pattern, canonical] of forms) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const value = canonical(match);
    try {
      const { precision } = dateSpan(value);
      return {
        start: start + match.index,
        end: start + match.index + match[0].length,
        value: { value, precision },
      };
    } catch {
      // A 31st of June is no date; another form may still fit.
    }
  }
  return null;
}
