import { linear } from '@/domain/expression/linear';
import type { AmountKind, AmountRange, BoundKind } from './amount';
import {
  chineseUnitPattern,
  chineseUnits,
  figurePattern,
  plainNumerals,
  withoutDust,
} from './amount-numerals';
import type { Currency } from './currency';
import { currencyNamed, currencyPattern } from './currency-words';

/** Version of the rules that turn a phrase into a range; stored with every amount that was read by them. */
export const amountRuleVersion = '1';

/** An amount read from a phrase. */
export interface AmountReading {
  range: AmountRange;
  /** Null where the words name none, or one that is not kept (won): a bare 元 is CNY, a bare number is nothing. */
  currency: Currency | null;
  /** 累计, 合计, in total: a sum over several rounds, never to be added to them. */
  cumulative: boolean;
  rule: string;
}

const undisclosedWords = /未(?:透露|披露|公开|公布)|不详|保密|undisclosed|not disclosed|unspecified/i;
const cumulativeWords = /累计|累积|合计|总计|共计|in total|to date|totall?ing|cumulative|combined/i;

const englishUnits: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  mm: 1e6,
  mio: 1e6,
  million: 1e6,
  crore: 1e7,
  crores: 1e7,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};

/** More than any company was ever worth: a text that says so holds something else. */
const beyondMoney = 1e15;

type Sense = 'at-most' | 'at-least' | 'bucket' | 'near' | 'over' | 'about' | 'level';

/** Words before a number, in the order in which they are tried: 不过 must not be read as 过. */
const before: readonly [Sense, string][] = [
  [
    'at-most',
    '≤|≦|⩽|<=|不超过?|不过|不[高多]于|不到|不足|[低少小]于|至多|最[多高]|\\b(?:up to|at most|(?:no|not) more than)',
  ],
  ['at-least', '≥|≧|⩾|>=|不[低少小]于|至少|最[少低]|\\b(?:at least|(?:no|not) less than|a minimum of)'],
  ['near', '将近|接近|(?<!最)近|\\b(?:nearly|almost|close to|just under|approaching)'],
  ['at-most', '\\b(?:less than|fewer than|under|below|not exceeding)|<'],
  ['over', '超[过出]?|逾|突破|[高多大]于|(?<![通经])过|(?<![以线])上|>'],
  ['over', '\\b(?:(?:well )?over|more than|above|exceed(?:s|ed|ing)|upwards of|in excess of)'],
  [
    'about',
    '大约|约合|约为|(?<![签合契预])约|大概|差不多|~|≈|\\b(?:about|around|approx(?:imately|\\.)?|roughly|some|circa)',
  ],
];
const after: readonly [Sense, string][] = [
  ['level', '量?级|-?\\s*level'],
  ['bucket', '及以上'],
  ['at-least', '或?以上|或更多|起|\\s+(?:or more|and above)'],
  ['at-most', '以[下内]|之内|\\s+or less'],
  ['about', '左右|上下|\\s+or so'],
  ['over', '有?余|多|\\+|\\s+plus\\b'],
];

type Readers = readonly (readonly [Sense, RegExp])[];
const readersOf = (senses: readonly [Sense, string][]): Readers =>
  senses.map(([sense, pattern]) => [sense, linear(new RegExp(`^(?:${pattern})`, 'i'))] as const);
const beforeReaders = readersOf(before);
const afterReaders = readersOf(after);

function senseOf(words: string | undefined, senses: Readers): Sense | null {
  if (!words) return null;
  return senses.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const anyOf = (senses: readonly [Sense, string][]) => senses.map(([, pattern]) => pattern).join('|');
const unit = `${chineseUnitPattern}|(?:${Object.keys(englishUnits).sort().reverse().join('|')})(?![a-z])`;
const money = (name: string) =>
  `(?<${name}Before>${anyOf(before)})?\\s*(?<${name}Sign>${currencyPattern})?\\s*` +
  `(?:(?<!\\d,)(?<![\\d.])(?<${name}Figure>${figurePattern})(?![\\d.]|,\\d))`;
const tail = (name: string) =>
  `\\s*(?<${name}Unit>${unit})?(?<${name}More>[余多])?\\s*(?<${name}Currency>${currencyPattern})?`;

const oneFigure = linear(new RegExp(`${money('one')}${tail('one')}(?<oneAfter>${anyOf(after)})?`, 'gi'));
const twoFigures = linear(
  new RegExp(
    `${money('low')}${tail('low')}\\s*(?:-|至|到|to\\b|and\\b)\\s*${money('high')}${tail('high')}`,
    'gi',
  ),
);
const noFigure = linear(
  new RegExp(
    `(?<oneBefore>${anyOf(before)})?(?<vague>大几|小几|好几|数|几)?(?<oneUnit>${chineseUnitPattern})(?<oneMore>[余多])?` +
      `\\s*(?<oneCurrency>${currencyPattern})?(?<oneAfter>${anyOf(after)})?`,
    'gi',
  ),
);
const englishSeveral = linear(
  new RegExp(
    `\\b(?:several|multiple|a few|tens of|dozens of|hundreds of)\\s*(?:tens? of |hundreds? of |hundred )?` +
      `(?<unit>thousand|million|billion)s?\\s*(?:of )?(?<currency>${currencyPattern})?`,
    'i',
  ),
);
const englishLevel = /\b(?<digits>six|seven|eight|nine|ten)[- ]figure/i;
const figuresOfLevel: Record<string, number> = { six: 1e5, seven: 1e6, eight: 1e7, nine: 1e8, ten: 1e9 };

type Groups = Partial<Record<string, string>>;

/** A range, where it stands in the text, and the currency words beside it. */
interface Found {
  at: number;
  range: AmountRange;
  words: string;
}

function unitValue(word: string | undefined): number {
  return word ? (chineseUnits[word] ?? englishUnits[word.toLowerCase()] ?? 1) : 1;
}

const lastZeros = linear(/0*$/);

/** The step of the last digit that says something: of 40 the tens, of 3.5 the tenths, of 43 the ones. */
function stepOf(digits: string): number {
  const [whole = '', decimals = ''] = digits.split('.');
  if (decimals !== '') return 10 ** -decimals.length;
  return Number(whole) === 0 ? 1 : 10 ** (lastZeros.exec(whole)?.[0].length ?? 0);
}

function hard(min: number, max = min): AmountRange {
  return { min, max, minBound: 'hard', maxBound: 'hard', kind: min === max ? 'exact' : 'range' };
}

function soft(min: number, max: number, kind: AmountKind, bounds: [BoundKind, BoundKind] = ['soft', 'soft']) {
  const [minBound, maxBound] = bounds;
  return { min: withoutDust(min), max: withoutDust(max), minBound, maxBound, kind } satisfies AmountRange;
}

function floor(min: number, kind: AmountKind): AmountRange {
  return { min, max: null, minBound: 'hard', maxBound: null, kind };
}

/** The table of the funding conventions, for a number X whose last digit counts in steps of `step`. */
function rangeOf(sense: Sense | null, value: number, step: number): AmountRange {
  switch (sense) {
    case 'at-most':
      return { min: null, max: value, minBound: null, maxBound: 'hard', kind: 'one-sided' };
    case 'at-least':
      return floor(value, 'one-sided');
    case 'bucket':
      return floor(value, 'bucket');
    case 'near':
      return soft(value * 0.8, value, 'near', ['soft', 'hard']);
    case 'over':
      return soft(value, value + step, 'over', ['hard', 'soft']);
    // 3亿级 says of which order it is, not more than 约3亿.
    case 'level':
    case 'about':
      return soft(value * 0.9, value * 1.1, 'approximate');
    case null:
      return hard(value);
  }
}

function senseAround(groups: Groups): Sense | null {
  const behind = senseOf(groups.oneAfter, afterReaders) ?? (groups.oneMore ? 'over' : null);
  return senseOf(groups.oneBefore, beforeReaders) ?? behind;
}

function figure(
  digits: string | undefined,
  word: string | undefined,
): { value: number; step: number } | null {
  const plain = (digits ?? '').replaceAll(',', '');
  const value = withoutDust(Number(plain) * unitValue(word));
  return plain === '' || value > beyondMoney ? null : { value, step: stepOf(plain) * unitValue(word) };
}

function single(text: string): Found | null {
  for (const { groups = {}, index } of text.matchAll(oneFigure)) {
    const words = `${groups.oneSign ?? ''} ${groups.oneCurrency ?? ''}`;
    const stated = figure(groups.oneFigure, groups.oneUnit);
    // A number without unit and currency is a year, a round or a headcount.
    if (!stated || (!groups.oneUnit && words === ' ')) continue;
    return { at: index, range: rangeOf(senseAround(groups), stated.value, stated.step), words };
  }
  return null;
}

/** Two numbers. 'nonsense' where the second is not the larger. */
function interval(text: string): Found | 'nonsense' | null {
  for (const { groups = {}, index } of text.matchAll(twoFigures)) {
    const words = `${groups.lowSign ?? ''} ${groups.lowCurrency ?? ''} ${groups.highSign ?? ''} ${groups.highCurrency ?? ''}`;
    if (!groups.highUnit && words.trim() === '') continue;
    const low = figure(groups.lowFigure, groups.lowUnit ?? groups.highUnit);
    const high = figure(groups.highFigure, groups.highUnit);
    if (!low || !high || low.value > high.value) return 'nonsense';
    const range = hard(low.value, high.value);
    return { at: index, words, range: groups.lowBefore ? soft(low.value, high.value, 'range') : range };
  }
  return null;
}

/** A unit without a number: 数千万, 大几千万, 千万级, 亿元, 超千万, 亿元及以上. */
function unitAlone(text: string): Found | null {
  for (const { groups = {}, index } of text.matchAll(noFigure)) {
    const base = unitValue(groups.oneUnit);
    const sense = senseAround(groups);
    // 万 and 千 alone are parts of names more often than money.
    if (base < 1e5 && !groups.vague) continue;
    if (/[\d.]\s*$/.test(text.slice(0, index))) continue;
    const words = groups.oneCurrency ?? '';
    const found = (range: AmountRange) => ({ at: index, range, words });
    if (groups.vague) return found(soft(groups.vague === '大几' ? base * 5 : base, base * 10, 'several'));
    if (sense === 'level' || sense === null) return found(soft(base, base * 10, 'level'));
    return found(sense === 'at-least' ? floor(base, 'one-sided') : rangeOf(sense, base, base));
  }
  return null;
}

function english(text: string): Found | null {
  const several = englishSeveral.exec(text);
  if (several) {
    const words = several[0].toLowerCase();
    const factor = words.includes('hundred') ? 100 : /\btens?\b|dozen/.test(words) ? 10 : 1;
    const base = unitValue(several.groups?.unit) * factor;
    return {
      at: several.index,
      range: soft(base, base * 10, 'several'),
      words: several.groups?.currency ?? '',
    };
  }
  const level = englishLevel.exec(text);
  const base = figuresOfLevel[level?.groups?.digits?.toLowerCase() ?? ''];
  return level && base ? { at: level.index, range: soft(base, base * 10, 'level'), words: '' } : null;
}

const negative = linear(/^[-−]\s*[^\d\s]{0,4}\s*\d|^[^\d\s(]{0,4}\(\s*[^\d\s]{0,4}\s*[\d.,]+\s*\)$/);

/**
 * Reads an amount phrase, Chinese or English, by the table in the funding conventions. Total: null where the text
 * holds no amount, or one that cannot be (negative, a range upside down). Words count only beside the number: 近日完成3亿元
 * is not 近3亿元. Of several amounts the first is read, so a conversion in brackets is left alone.
 *
 * "Over X" reaches to the next step of X's last stated digit: 超3亿 is [3, 4) 亿, 超43亿 [43, 44) 亿, 超3.5亿
 * [3.5, 3.6) 亿, 超40亿 [40, 50) 亿, because whoever writes 40 counts in tens.
 */
export function readAmount(phrase: string): AmountReading | null {
  // A Chinese comma parts what is said; only the other one stands inside numbers.
  const text = plainNumerals(phrase.slice(0, 200).replaceAll('，', ', ').normalize('NFKC').trim());
  // A financing of −350,000 dollars is a correction that somebody took for an event.
  if (negative.test(text)) return null;
  const span = interval(text);
  if (span === 'nonsense') return null;
  const found = [span, english(text), single(text), unitAlone(text)]
    .filter((each) => each !== null)
    .sort((a, b) => a.at - b.at)[0];
  const undisclosed = undisclosedWords.exec(text);
  if (undisclosed && (!found || undisclosed.index < found.at)) {
    const range: AmountRange = { min: null, max: null, minBound: null, maxBound: null, kind: 'undisclosed' };
    return { range, currency: null, cumulative: false, rule: amountRuleVersion };
  }
  if (!found) return null;
  const named = currencyNamed(found.words, 'number');
  return {
    range: found.range,
    currency: (named === undefined ? currencyNamed(text, 'anything') : named) ?? null,
    cumulative: cumulativeWords.test(text),
    rule: amountRuleVersion,
  };
}
