import { readAmount } from '@/domain/amount-phrase';
import { linear } from '@/domain/expression/linear';
import { type AmountUse, useInChinese, useInEnglish, valuationWhen } from './amount-use';
import type { Found, NewsAmount, NewsValuation } from './news-event';

export type AmountMention = Found<NewsValuation> & { use: AmountUse };

/** Also of currencies that are not kept: C$5 million must not pass for dollars of the United States. */
const sign =
  '(?:(?<![A-Za-z])(?:US|HK ?|AU|CA|NT|NZ|[SACR])\\$|RMB|CNY|USD|HKD|EUR|GBP|SGD|JPY|INR|KRW|CAD|AUD|CHF|SEK|NOK|Rs\\.?|\\$|€|£|¥|₹|₩)';
const unit = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?=元|美|港))';
const currency =
  '(?:元人民币|元美金|元港币|人民币|美元|美金|美刀|港元|港币|欧元|英镑|日元|新加坡元|新元|韩元|元)';
const digits = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const words = '[一二两三四五六七八九十]+(?:点[零一二三四五六七八九]+)?|半';
const before =
  '(?:不超过|不低于|不少于|不高于|至少|至多|最高|将近|接近|大约|约合|约为|约|近|超过|超出|超|逾|突破|高达|(?<![站迈跨登涨升])上|过|大概)';
const chineseAmount = linear(
  new RegExp(
    [
      // 1.2-1.5亿元, 2000万至3000万元
      `${before}?${sign}?\\s?${digits}\\s?(?:个)?${unit}?(?:余|多)?\\s?${currency}?\\s?(?:-|~|至|到)\\s?${digits}\\s?${unit}\\s?${currency}?`,
      // 两亿五千万元, 1亿5000万元
      `${before}?(?:${digits}|${words})\\s?亿(?:${digits}|${words})\\s?(?:千万|百万|万)(?:余|多)?\\s?${currency}?`,
      // 3.5亿元, 近5000万元, 三千余万元, 10亿美元左右
      `${before}?\\s?${sign}?\\s?(?:${digits}|${words})\\s?(?:余|多|几)?(?:个)?(?:${unit})(?:余|多)?\\s?(?:级)?${currency}?(?:级|左右|及以上|以上|以下|余)?(?:人民币)?`,
      // 数千万元, 大几千万, 超亿元, 近千万元, 亿元级, 千万级美元
      `(?:${before}|大几|小几|好几|数|几)?(?:大几|数|几)?(?:${unit})(?:余|多)?(?:级)?\\s?${currency}?(?:级|量级|左右|及以上|以上)?(?:人民币)?`,
      // 300000美元
      `${sign}?\\s?${digits}\\s?${currency}`,
    ].join('|'),
    'g',
  ),
);
const englishAmount = linear(
  new RegExp(
    `(?:(?:well )?(?:over|more than|nearly|almost|about|around|approximately|roughly|close to|up to|at least|some|just under|under|less than|upwards of|in excess of)\\s+(?:an? )?)?` +
      `(?:${sign}\\s?\\d[\\d,]*(?:\\.\\d+)?(?:\\s?-\\s?(?:US\\$|\\$)?\\d[\\d,.]*)?\\s?(?:million|billion|trillion|thousand|crore|lakh|mn|bn|mln|m|b|k)?\\b` +
      `|(?:\\d[\\d,]*(?:\\.\\d+)?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|a)(?:\\s?-\\s?\\d[\\d,.]*)?\\s?(?:hundred )?(?:million|billion|thousand|mn|bn|mln)\\b` +
      `|(?:several|tens of|dozens of|hundreds of|multiple)\\s(?:tens? of |hundreds? of |hundred )?(?:thousand|million|billion)s?(?: of)?` +
      `|(?:six|seven|eight|nine|ten)[- ]figure)` +
      `(?:[ -](?:US dollars?|U\\.S\\. dollars?|Hong Kong dollars?|Singapore dollars?|Canadian dollars?|Australian dollars?|Chinese yuan|Japanese yen|dollars?|yuan|renminbi|reminbi|RMB|CNY|USD|HKD|SGD|GBP|CAD|AUD|EUR|euros?|pounds?|yen|won|rupees|francs)\\b)?(?:\\s(?:or more))?`,
    'gi',
  ),
);

/** The amounts of a sentence in their order, each with what it is about. */
export function amountsIn(sentence: string, start: number, chinese: boolean): AmountMention[] {
  const mentions: AmountMention[] = [];
  if (!(chinese ? /[\d十百千万亿半]/ : /\d|illion|figure|thousand/).test(sentence)) return mentions;
  for (const match of sentence.matchAll(chinese ? chineseAmount : englishAmount)) {
    const text = match[0].trim();
    const at = match.index + match[0].indexOf(text);
    const reading = readAmount(text);
    if (!reading || reading.range.kind === 'undisclosed') continue;
    if ((reading.range.min ?? reading.range.max ?? 0) < 10_000) continue;
    const [left, right] = [sentence.slice(0, at), sentence.slice(at + text.length)];
    if (!isMoney(text, left, right, chinese) || /crore|lakh/.test(text)) continue;
    const use = chinese ? useInChinese(left, right) : useInEnglish(left, right);
    mentions.push({
      start: start + at,
      end: start + at + text.length,
      value: { text, reading, when: valuationWhen(left, right) },
      use,
    });
  }
  return mentions;
}

const counted =
  /^\s*(?:多|余)?(?:名|个|位|家|台|块|张|颗|枚|件|次|人|吨|平米|平方|公里|亩|辆|条|部|款|参数|token|tokens|用户|下载|粉丝|开发者|卡|篇|字|行|小时)/i;

/** Is this money at all? 千亿 in 参数达千亿 is not, nor is 万 in a name. */
function isMoney(text: string, left: string, right: string, chinese: boolean): boolean {
  if (!chinese)
    return !/^\s*(?:users?|people|parameters?|tokens?|downloads?|customers|vehicles|units|GPUs?)/i.test(
      right,
    );
  if (/[元金币镑]|[$€£¥]|RMB|CNY|USD|HKD|EUR/.test(text)) return true;
  if (counted.test(right)) return false;
  if (
    /(?:参数|用户|日活|月活|下载量?|销量|规模|市值|token|人口|产能)(?:量|数)?(?:超过|超|达到?|约|近|为|破|突破)?$/.test(
      left,
    )
  )
    return false;
  // A unit alone is part of a word more often than money, unless something vague or the funding itself stands by it.
  if (!/[\d一二两三四五六七八九十数几]|级/.test(text))
    return (
      /^(?:的)?(?:规模)?(?:天使|种子|Pre|[A-H]\+*\s?轮|战略|股权|债权|融资|新一轮|首轮|级)/.test(right) ||
      /^(?:超|近|逾|上|过)/.test(text)
    );
  return true;
}

const undisclosed =
  /(?:具体)?(?:融资|交易|投资)?(?:金额|数额|规模)(?:暂|均|尚|并)?(?:未|不)(?:予)?(?:披露|透露|公开|公布|详|明)|(?:未|暂未|没有|并未)(?:披露|透露|公开|公布)(?:具体)?(?:的)?(?:融资|交易|投资)?(?:金额|数额|规模)?|(?:an )?undisclosed (?:amount|sum)|(?:financial )?(?:terms|amount|details)[\w ]{0,20}(?:were|was)? ?(?:not|un) ?disclosed|undisclosed/i;

/** Where the text says that the amount is kept back. */
export function undisclosedIn(sentence: string, start: number): Found<NewsAmount> | null {
  const match = undisclosed.exec(sentence);
  if (!match) return null;
  const reading = readAmount('未披露');
  if (!reading) return null;
  const at = start + match.index;
  return { start: at, end: at + match[0].length, value: { text: match[0], reading } };
}
