import { linear } from '@/domain/expression/linear';
import { dateSpan } from '@/domain/partial-date';
import type { Found, NewsDate } from './news-event';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const monthWord = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i;
const pad = (text: string) => text.padStart(2, '0');
const monthOf = (name: string) => pad(String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1));
/** Chinese reports write dates with blanks: 2025 年 3 月. */
const gap = '\\s?';

/** How dates are written, the fullest first, and the canonical text of each. */
const forms: readonly [RegExp, (match: RegExpMatchArray) => string, ('en' | 'zh')?][] = [
  [
    linear(new RegExp(`((?:19|20)\\d\\d)${gap}年${gap}(\\d{1,2})${gap}月${gap}(\\d{1,2})${gap}[日号]`, 'g')),
    ([, year = '', month = '', day = '']) => `${year}-${pad(month)}-${pad(day)}`,
    'zh',
  ],
  [
    /\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})\b/g,
    ([, year = '', month = '', day = '']) => `${year}-${pad(month)}-${pad(day)}`,
  ],
  [
    linear(new RegExp(`\\b(${monthNames})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`, 'gi')),
    ([, month = '', day = '', year = '']) => `${year}-${monthOf(month)}-${pad(day)}`,
    'en',
  ],
  [
    linear(new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${monthNames})\\.?,? ((?:19|20)\\d\\d)\\b`, 'gi')),
    ([, day = '', month = '', year = '']) => `${year}-${monthOf(month)}-${pad(day)}`,
    'en',
  ],
  [
    linear(new RegExp(`((?:19|20)\\d\\d)${gap}年${gap}(\\d{1,2})${gap}月`, 'g')),
    ([, year = '', month = '']) => `${year}-${pad(month)}`,
    'zh',
  ],
  [
    linear(new RegExp(`\\b(${monthNames})\\.?,? (?:of )?((?:19|20)\\d\\d)\\b`, 'gi')),
    ([, month = '', year = '']) => `${year}-${monthOf(month)}`,
    'en',
  ],
  [
    /((?:19|20)\d\d)\s?年第?([一二三四1-4])季度/g,
    ([, year = '', quarter = '']) => `${year}-Q${'一二三四'.indexOf(quarter) + 1 || quarter}`,
    'zh',
  ],
  [/\bQ([1-4]),? ((?:19|20)\d\d)\b/gi, ([, quarter = '', year = '']) => `${year}-Q${quarter}`],
  [
    /(?<![\d年])(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/g,
    ([, month = '', day = '']) => `--${pad(month)}-${pad(day)}`,
    'zh',
  ],
  [
    linear(
      new RegExp(`\\b(${monthNames})\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?!,? (?:19|20)\\d\\d|[\\d%])`, 'g'),
    ),
    ([, month = '', day = '']) => `--${monthOf(month)}-${pad(day)}`,
    'en',
  ],
  [
    linear(new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${monthNames})\\b(?!,? (?:19|20)\\d\\d)`, 'g')),
    ([, day = '', month = '']) => `--${monthOf(month)}-${pad(day)}`,
    'en',
  ],
  [
    /((?:19|20)\d\d)\s?年(?!内|度|以来|伊始|代|来|\s?\d{1,2}\s?月|第?[一二三四1-4]季度)/g,
    ([, year = '']) => year,
    'zh',
  ],
  [/\bin ((?:19|20)\d\d)\b/gi, ([, year = '']) => year],
];

/** Words before a date that tell of something else: founding, an older round, what is to come. */
const otherBefore = linear(
  /(?:成立于|创立于|创办于|创建于|始于|自从?|继|距离?|较|截至|截止|预计|计划|将于|到|至|早在|有望|founded|established|launched|started|spun out|since|until|by|before|from|through|early|late|mid-?|born|created|incorporated)\s*(?:in|on|of|at)?\s*(?:in )?(?:early |late |mid-?)?$/i,
);
const otherBehind =
  /^(?:初|底|末|年初|年底|中|上旬|中旬|下旬|份|上半年|下半年|[，,\s])*(?:成立|创立|创办|创建|注册|上市|发布(?!公司|新闻|公告|消息|声明|博客|融资|了)|推出|曾|营收|收入|净利|的?[A-H]\+*轮(?:融资)?(?:之?后|的|时)|以来|至今|起)/;

/** … that spun out of Example in 2015. */
const origin =
  /\b(?:spun|found(?:ed|er)|launched|started|established|born|created|since|graduated|joined|incorporated|debuted)\b/i;

/** A day that stands without its year, as the last one before the day of the news. */
function withYear(value: string, day: string | undefined): string {
  if (!value.startsWith('--') || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) return value;
  const year = Number(day.slice(0, 4));
  // News may be dated a day ahead, where it is tomorrow already.
  const latest = new Date(Date.parse(day) + 2 * 86_400_000).toISOString().slice(0, 10);
  const own = `${year}${value.slice(1)}`;
  return own <= latest ? own : `${year - 1}${value.slice(1)}`;
}

/**
 * The date that a sentence gives for its event, or null. `day` is the day of the news (ISO): it tells the year of a day that
 * has none; without it that day stays '--07-06'. Never today's year.
 */
export function dateIn(sentence: string, start: number, day?: string): Found<NewsDate> | null {
  if (!/\d/.test(sentence)) return null;
  const taken: { from: number; to: number }[] = [];
  const months = monthWord.test(sentence);
  const years = /[年月]/.test(sentence);
  for (const [pattern, canonical, language] of forms) {
    if ((language === 'en' && !months) || (language === 'zh' && !years)) continue;
    for (const match of sentence.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (taken.some((each) => from < each.to && to > each.from)) continue;
      // 2026年 alone dates an event at the head of a clause only: 创2026年最大单笔 does not.
      if (
        /^\d{4}\s?年$/.test(match[0]) &&
        from > 0 &&
        !/[，。：:；、\s于在（(到]$/.test(sentence.slice(0, from))
      )
        continue;
      if (/^in /i.test(match[0]) && origin.test(sentence.slice(Math.max(0, from - 48), from))) continue;
      taken.push({ from, to });
      if (
        otherBefore.test(sentence.slice(Math.max(0, from - 24), from)) ||
        otherBehind.test(sentence.slice(to, to + 16))
      )
        continue;
      const value = withYear(canonical(match), day);
      const precision = precisionOf(value);
      if (precision) return { start: start + from, end: start + to, value: { value, precision } };
    }
  }
  return null;
}

/** Null for what is no date: a 31st of June. */
function precisionOf(value: string): NewsDate['precision'] | null {
  try {
    // A leap year, so that the 29th of February may stand.
    return dateSpan(value.startsWith('--') ? `2024${value.slice(1)}` : value).precision;
  } catch {
    return null;
  }
}
