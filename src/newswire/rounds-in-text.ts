import { linear } from '@/domain/expression/linear';
import type { Found } from './news-event';

const token = '(?:Pre[- ]?)?(?:种子|天使|[A-H](?:[- ]?\\d{1,2})?)\\+{0,3}\\d?';
const chineseRounds: readonly RegExp[] = [
  // A轮, Pre-A+轮, B-2轮, 天使轮, 天使+轮; also the first of a list: A、A+轮, 天使轮及Pre-A轮
  linear(new RegExp(`(?<![A-Za-z])(?:${token})(?: ?系列)? ?轮`, 'gi')),
  linear(
    new RegExp(
      `(?<![A-Za-z])(?:${token})(?=(?:轮)?(?:、|和|及|与|以及|/|\\+(?=Pre))(?:${token}) ?(?:轮|两轮|三轮|系列))`,
      'gi',
    ),
  ),
  /(?<![A-Za-z])(?:Pre-?)?(?:种子|天使)\+{0,3}(?=(?:期)?(?:融资|投资))/gi,
  /(?<![A-Za-z])(?:Pre-?)?(?:种子|天使|[A-H])\+{0,3}(?=系列融资)/gi,
  /(?<![A-Za-z])Pre-?[A-H]\+{0,3}(?=\s?[^，。；A-Za-z]{1,9}融资)/gi,
  /Pre-?IPO ?轮?/gi,
  /基石(?:轮|投资(?!者|人))/g,
  /战略(?:轮|融资|投资(?!者|人|方|部|机构|集团|基金|业务))/g,
  /策略(?:轮|融资|投资(?!者|人|方))/g,
  /过桥(?:轮|融资)/g,
  /股权(?:融资|转让)(?!基金)|老股转让/g,
  /债权融资|债务融资|可转债(?:融资)?/g,
  /定向增发|定增(?!股)/g,
  /Series [A-H]\+{0,3}\d?/gi,
];
const englishRounds: readonly RegExp[] = [
  /\bpre-?series [A-H]\d?\+{0,3}/gi,
  /\bseries [A-H](?:-?\d{1,2})?\+{0,3}/gi,
  /\bpre-?(?:seed|angel|IPO)\b\+{0,3}/gi,
  /\bpre-?[A-H]\b\+{0,3}/gi,
  /(?<!pre-)(?<!pre)\b(?:seed|angel)\b\+{0,3}(?=\s(?:round|funding|financing|extension|investment|capital|stage)|[,.;:)]|$|\s+(?:led|from|to|in|at|backed|with)\b)/gi,
  /\b[A-H](?:-?\d{1,2})?\+{0,3}(?=[- ](?:series )?round\b)/g,
  /\bstrategic (?:round|(?:equity )?investment|funding|financing)\b/gi,
  /\b(?:venture debt(?! (?:lender|provider|firm|fund))|debt financing|debt funding|convertible notes?|bridge (?:round|financing|loan))\b/gi,
  /(?<=\bin )debt\b|\bdebt(?= raise\b)/gi,
  /\bgrowth (?:round|equity)\b/gi,
  /\bcornerstone (?:round|investment)\b/gi,
  /\bprivate placement\b/gi,
];

function label(text: string, chinese: boolean): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[A-H]) (?=轮)|(?<=IPO) (?=轮)/g, '')
    .trim();
  if (chinese) {
    const bare = /^(?:Pre[- ]?)?(?:种子|天使|[A-H](?:[- ]?\d{1,2})?)\+{0,3}\d?$/i.test(plain);
    return `${plain
      .replace(/ ?系列(?=轮)/, '')
      .replace(/^pre[- ]?(?=\S)/i, 'Pre-')
      .replace(/[a-h](?=[+\d-]*轮|$)/, (letter) => letter.toUpperCase())}${bare ? '轮' : ''}`;
  }
  if (/^series/i.test(plain))
    return plain.replace(/^series ([a-h])/i, (_, letter: string) => `Series ${letter.toUpperCase()}`);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The rounds that a sentence names, in their order, none inside another. Labels are as stated: 'B-2轮', 'Series A'. */
export function roundsIn(sentence: string, start: number, chinese: boolean): Found<string>[] {
  const found = (chinese ? chineseRounds : englishRounds)
    .flatMap((pattern) => [...sentence.matchAll(pattern)])
    .map((match) => ({ at: match.index, text: match[0] }))
    // … and Redwood Seed: the end of a name.
    .filter(
      ({ at, text }) =>
        text !== 'Seed' ||
        !/(?:and|by|from|with|,) [A-Z][\w]{1,20} $/.test(sentence.slice(Math.max(0, at - 28), at)),
    )
    .sort((a, b) => a.at - b.at || b.text.length - a.text.length);
  const kept: { at: number; text: string }[] = [];
  for (const each of found) {
    const last = kept.at(-1);
    if (!last || each.at >= last.at + last.text.length) kept.push(each);
  }
  return kept.map(({ at, text }) => ({
    start: start + at,
    end: start + at + text.length,
    value: label(text, chinese),
  }));
}
