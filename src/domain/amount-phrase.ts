import type { AmountKind, AmountRange, BoundKind } from './amount';
import { chineseNumber } from './chinese-number';
import type { Currency } from './currency';

/** Version of the rules that turn a phrase into a range; stored with every amount that was read by them. */
export const amountRuleVersion = '1';

/** An amount read from a phrase. */
export interface AmountReading {
  range: AmountRange;
  /** Null where the words name none: a bare 元 is CNY, a bare number is nothing. */
  currency: Currency | null;
  /** 累计, 合计, in total: a sum over several rounds, never to be added to them. */
  cumulative: boolean;
  rule: string;
}

const currencyWords: readonly [RegExp, Currency][] = [
  [/港元|港币|HK\$|HKD/i, 'HKD'],
  [/新加坡元|新元|坡币|(?<!U)S\$|SGD/i, 'SGD'],
  [/美元|美金|美刀|US\$|USD|dollars?|\$/i, 'USD'],
  [/欧元|€|EUR|euros?/i, 'EUR'],
  [/英镑|£|GBP|pounds?/i, 'GBP'],
  [/日元|日圆|JPY|yen/i, 'JPY'],
  [/人民币|元|RMB|CNY|CN¥|¥|yuan|renminbi/i, 'CNY'],
];

const undisclosedWords = /未(?:透露|披露|公开|公布)|不详|保密|undisclosed|not disclosed|unspecified/i;
const cumulativeWords = /累计|合计|总计|共计|in total|totall?ing|cumulative|combined/i;

const englishUnits: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
};

const chineseUnits: Record<string, number> = {
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};
const chineseUnit = '万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千';
const englishUnit = 'thousand|million|billion|trillion|mln|mn|bn|k|m|b';
const figure = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';
const written = '[一二两三四五六七八九十百千零〇]+';

/** A number with its unit, and the step of its last stated digit: 3.5亿 is 350,000,000 in steps of 10,000,000. */
interface Stated {
  value: number;
  step: number;
}

/** The step of the last digit that says something: of 40 the tens, of 3.5 the tenths, of 43 the ones. */
function stepOf(digits: string): number {
  const [whole = '0', decimals = ''] = digits.split('.');
  if (decimals !== '') return 10 ** -decimals.length;
  return 10 ** (/0*$/.exec(whole)?.[0].length ?? 0) > Number(whole)
    ? 1
    : 10 ** (/0*$/.exec(whole)?.[0].length ?? 0);
}

function statedNumber(text: string, unit: string | undefined): Stated | null {
  const scale = unit ? (chineseUnits[unit] ?? englishUnits[unit.toLowerCase()] ?? 1) : 1;
  const digits = text.replaceAll(',', '');
  if (/^\d/.test(digits)) return { value: clean(Number(digits) * scale), step: stepOf(digits) * scale };
  const value = chineseNumber(text + (unit ?? ''));
  return value === null ? null : { value, step: scaleOf(value) };
}

/** Powers of ten times decimals leave dust such as 229999999.99999997. */
function clean(value: number): number {
  return Number(value.toPrecision(15));
}

function scaleOf(value: number): number {
  return 10 ** Math.floor(Math.log10(value));
}

function exact(min: number, max = min): AmountRange {
  return { min, max, minBound: 'hard', maxBound: 'hard', kind: min === max ? 'exact' : 'range' };
}

function soft(min: number, max: number, kind: AmountKind, minBound: BoundKind = 'soft'): AmountRange {
  return { min: clean(min), max: clean(max), minBound, maxBound: 'soft', kind };
}

type Rule = (text: string) => AmountRange | null;

const number = (name: string) => `(?<${name}>${figure}|${written}(?=${chineseUnit}|元|美|港|欧|英|日))`;
const unit = (name: string) => `\\s*(?<${name}>${chineseUnit}|(?:${englishUnit})(?![a-z]))?`;

/** A phrase around one number: `about` and the like before it, 余 and the like behind it. */
const oneNumber = new RegExp(
  `(?<before>[^\\d一二两三四五六七八九十]*?)${number('value')}${unit('unit')}(?<after>.*)$`,
  'i',
);
const twoNumbers = new RegExp(
  `${number('low')}${unit('lowUnit')}[^\\d]{0,8}?(?:-|~|至|到|to|and)\\s*[^\\d]{0,4}?${number('high')}${unit('highUnit')}`,
  'i',
);

const aboutWords = /约|大概|左右|上下|about|around|approximately|roughly|some |circa|~/i;
const nearWords = /近|接近|将近|nearly|almost|close to|just under/i;
const overWords =
  /超|逾|过|突破|上(?=\d|[百千万亿])|余|多(?=元|美|港|万|亿|$)|\+|more than|over|above|exceed|upwards of|at least(?! \d+ rounds)/i;
const atMostWords = /不超过|不高于|至多|最多|最高|up to|at most|no more than/i;
const atLeastWords = /不低于|不少于|至少|以上|起|at least|no less than|minimum/i;

function several(text: string): AmountRange | null {
  const match = new RegExp(`(?<much>大几|好几|数|几|多)\\s*(?<unit>${chineseUnit})`).exec(text);
  const base = chineseUnits[match?.groups?.unit ?? ''];
  if (base) return soft(match?.groups?.much === '大几' ? base * 5 : base, base * 10, 'several');
  const english =
    /(?:several|multiple|a few|tens|dozens|hundreds)\s*(?:of\s+)?(?<tens>tens? of |hundreds? of |hundred |ten )?(?<unit>thousands?|millions?|billions?)/i.exec(
      text,
    );
  if (!english) return null;
  const unitValue = englishUnits[(english.groups?.unit ?? '').toLowerCase().replace(/s$/, '')] ?? 1;
  const words = english[0].toLowerCase();
  const factor = /hundred/.test(words) ? 100 : /ten|dozen/.test(words) ? 10 : 1;
  return soft(unitValue * factor, unitValue * factor * 10, 'several');
}

function level(text: string): AmountRange | null {
  const match = new RegExp(`(?<unit>${chineseUnit})\\s*(?:元|美元|美金|港元|欧元|人民币)?\\s*级`).exec(text);
  const base = chineseUnits[match?.groups?.unit ?? ''];
  if (base) return soft(base, base * 10, 'level');
  const english = /(?<digits>eight|nine|ten|seven|six)[- ]figure/i.exec(text);
  const power = { six: 5, seven: 6, eight: 7, nine: 8, ten: 9 }[
    (english?.groups?.digits ?? '').toLowerCase()
  ];
  return power === undefined ? null : soft(10 ** power, 10 ** (power + 1), 'level');
}

/** A unit without a number: 亿元, 超千万, 亿元及以上, 近亿元. */
function bareUnit(text: string): AmountRange | null {
  const match = new RegExp(`(?<unit>${chineseUnit})`).exec(text);
  const base = chineseUnits[match?.groups?.unit ?? ''];
  if (!base || /[\d一二两三四五六七八九]/.test(text)) return null;
  if (/及以上|以上/.test(text))
    return { min: base, max: null, minBound: 'hard', maxBound: null, kind: 'bucket' };
  if (atMostWords.test(text))
    return { min: null, max: base, minBound: null, maxBound: 'hard', kind: 'one-sided' };
  if (atLeastWords.test(text))
    return { min: base, max: null, minBound: 'hard', maxBound: null, kind: 'one-sided' };
  if (overWords.test(text)) return { ...soft(base, base * 2, 'over', 'hard') };
  if (nearWords.test(text)) return { ...soft(base * 0.8, base, 'near'), maxBound: 'hard' };
  if (aboutWords.test(text)) return soft(base * 0.9, base * 1.1, 'approximate');
  return soft(base, base * 10, 'level');
}

function interval(text: string): AmountRange | null {
  const groups = twoNumbers.exec(text)?.groups;
  if (!groups) return null;
  const high = statedNumber(groups.high ?? '', groups.highUnit);
  const low = statedNumber(groups.low ?? '', groups.lowUnit ?? groups.highUnit);
  return high && low && low.value < high.value ? exact(low.value, high.value) : null;
}

function single(text: string): AmountRange | null {
  const groups = oneNumber.exec(text)?.groups;
  const stated = groups && statedNumber(groups.value ?? '', groups.unit);
  if (!groups || !stated) return null;
  const { value, step } = stated;
  const around = `${groups.before ?? ''} ${groups.after ?? ''}`;
  if (atMostWords.test(around))
    return { min: null, max: value, minBound: null, maxBound: 'hard', kind: 'one-sided' };
  if (atLeastWords.test(around))
    return { min: value, max: null, minBound: 'hard', maxBound: null, kind: 'one-sided' };
  if (nearWords.test(groups.before ?? '')) return { ...soft(value * 0.8, value, 'near'), maxBound: 'hard' };
  if (overWords.test(around)) return soft(value, value + step, 'over', 'hard');
  if (aboutWords.test(around)) return soft(value * 0.9, value * 1.1, 'approximate');
  return exact(value);
}

const rules: readonly Rule[] = [interval, several, level, bareUnit, single];

/**
 * Reads an amount phrase, Chinese or English, by the table in the funding conventions. Null where the text holds no
 * amount. "Over X" reaches to the next step of X's last stated digit: 超3亿 is [3, 4) 亿, 超43亿 [43, 44) 亿,
 * 超40亿 [40, 50) 亿, because whoever writes 40 counts in tens.
 */
export function readAmount(phrase: string): AmountReading | null {
  const text = phrase
    .normalize('NFKC')
    .trim()
    .slice(0, 200)
    // 5000余万 is 5000万余: the word stands inside the number.
    .replace(/(\d)\s*([余多])\s*([万亿千百])/, '$1$3$2');
  const cumulative = cumulativeWords.test(text);
  const named = currencyWords.find(([words]) => words.test(text))?.[1] ?? null;
  if (undisclosedWords.test(text)) {
    const range: AmountRange = { min: null, max: null, minBound: null, maxBound: null, kind: 'undisclosed' };
    return { range, currency: null, cumulative: false, rule: amountRuleVersion };
  }
  for (const rule of rules) {
    const range = rule(text);
    if (range) return { range, currency: named, cumulative, rule: amountRuleVersion };
  }
  return null;
}
