import type { Amount, AmountRange } from '@/domain/amount';
import { plainNumerals, withoutDust } from '@/domain/amount-numerals';
import { readAmount } from '@/domain/amount-phrase';
import type { Bilingual } from '@/domain/bilingual';
import { type Currency, currencies, currencyName } from '@/domain/currency';
import { currencyNamed } from '@/domain/currency-words';
import { linear } from '@/domain/expression/linear';
import { plainDigits } from '@/domain/written-digits';
import type { HeadUnit } from './unit-of-head';

/** What stands around the figures of a column: the unit of its head, and the currency column of the row. */
export interface MoneyAround {
  unit: HeadUnit | null;
  /** The cell of the currency column; '' where there is none. */
  currency: string;
}

export type MoneyReading = { amount: Amount } | { question: Bilingual };

const question = (zh: string, en: string): MoneyReading => ({ question: { zh, en } });

const unread = question(
  '看不懂这个金额；请照原话写，如 3.5亿元、数千万美元、未披露，或在表头写单位',
  'This amount cannot be read. Write it as stated (3.5亿元, over $100 million, undisclosed), or name the unit in the head.',
);

/** A currency by its code, sign or name; null for one that is not kept, undefined where the text is none. */
export function currencyIn(cell: string): Currency | null | undefined {
  const text = cell.normalize('NFKC').trim();
  const code = currencies.find((each) => each === text.toUpperCase());
  return code ?? currencyNamed(text, 'number') ?? (/^[a-z]{3}$/i.test(text) ? null : undefined);
}

/** Signs and words that several currencies share: the column says which one it is. */
const shared: readonly [RegExp, readonly Currency[]][] = [
  [/^\$$/, ['USD', 'HKD', 'SGD']],
  [/^¥$/, ['CNY', 'JPY']],
  [/^元$/, ['CNY', 'USD', 'HKD', 'JPY', 'SGD']],
];
const sharedSign = linear(/(?<![a-z])[$¥]|(?<![\p{Script=Han}])元|(?<=[万亿千百十\d\s])元/iu);
const clearSign = linear(
  /US\$|HK\$|SG?\$|CN¥|JP¥|RMB|[a-z]{3}|[€£₩₹]|[美港欧日韩加澳]|镑|人民币|新加坡|台币|新元/i,
);

const brackets = linear(/[（(][^（()）]*[)）]/g);
const figures = linear(/\d+(?:[,.]\d+)*/g);
/** Letters right behind a figure that are part of an amount; others may be a unit that nobody here knows. */
const latinBehind = linear(/\d\s*([a-z]+)/gi);
const knownBehind =
  /^(?:k|m|mm|mn|mln|mio|b|bn|mrd|tn|thousands?|millions?|billions?|trillions?|lakhs?|crores?|us|usd|usdm|hk|hkd|sg|sgd|s|eur|euros?|gbp|jpy|cny|rmb|cn|jp|yuan|renminbi|dollars?|pounds?|yen|to|and|or|plus|in|round|raised|total|series|u|krw|inr|twd|aud|cad|chf|rub|level|chinese|hong|singapore|japanese|approx|approximately|about|est|estimated|undisclosed|equity|debt|seed|funding|valuation|post|pre)$/i;

/** More figures than the words have a use for: two amounts, a year, a share. */
function saysMore(text: string, kind: AmountRange['kind']): boolean {
  const outside = plainNumerals(text.replaceAll(brackets, ' '));
  return [...outside.matchAll(figures)].length > (kind === 'range' ? 2 : 1);
}

function scaled(range: AmountRange, scale: number): AmountRange {
  const by = (bound: number | null) => (bound === null ? null : withoutDust(bound * scale));
  return { ...range, min: by(range.min), max: by(range.max) };
}

const onlyFigures = linear(
  /^[\s~≈约<>≤≥=+-]*\d[\d.,'’\s]*(?:e\+?\d+)?(?:\s*(?:-|–|—|~|至|到|to)\s*\d[\d.,'’\s]*(?:e\+?\d+)?)?\s*\+?$/i,
);

const lastFigure = linear(/(\d)\s*(\+?)$/);
const signBefore = linear(/^[\s~≈约<>≤≥=+]*(?:US\$|HK\$|SG?\$|CN¥|JP¥|[$¥€£])\s*[\d.,'’\s]+\+?$/i);

/**
 * Reads a cell that holds money. The cell's own unit and currency win over those of the head and the currency column;
 * where two of them say different currencies, or the cell says more than one amount, it is asked about.
 */
export function readMoney(cell: string, around: MoneyAround): MoneyReading {
  const text = cell.slice(0, 200).replaceAll('，', ', ').normalize('NFKC').trim();
  const column = around.currency === '' ? undefined : currencyIn(around.currency);
  if (around.currency !== '' && column === undefined)
    return question(
      `看不懂币种“${around.currency.slice(0, 40)}”`,
      `The currency "${around.currency.slice(0, 40)}" is not known.`,
    );
  const hasUnit = !onlyFigures.test(plainDigits(text));
  const named = hasUnit ? currencyNamed(text, 'number') : undefined;
  const head = around.unit?.currency;
  if (column === null || named === null || (named === undefined && head === 'other' && column === undefined))
    return question(
      `这种货币没有收录；可用：${currencies.map((code) => currencyName(code, 'zh')).join('、')}`,
      `This currency is not kept. Use one of ${currencies.join(', ')}.`,
    );
  if (/估值|valuation|valued/i.test(text.replaceAll(brackets, '')) && /融|投|募|rais|fund/i.test(text))
    return question(
      '一格里既有估值又有融资额，请分成两列',
      'One cell holds a valuation and an amount; give each a column.',
    );
  // A bare figure gets some currency, so that the words around it are read as they are of any amount.
  const reading = readAmount(hasUnit ? text : text.replace(lastFigure, '$1元$2'));
  if (!reading || saysMore(text, reading.range.kind)) return unread;
  if (
    hasUnit &&
    [...plainDigits(text).matchAll(latinBehind)].some(([, word = '']) => !knownBehind.test(word))
  )
    return unread;
  if (
    /^\D*\d+\.\d{3}\D*$/.test(text) &&
    !/[万亿千百]|\d\s*[kmbt]/i.test(text) &&
    (around.unit?.scale ?? 1) === 1
  )
    return question(
      '小数点后有三位：是千位分隔还是小数？请写清楚',
      'Three digits behind a point: is it thousands or decimals? Write it out.',
    );
  const ownScale =
    /[万亿千百]|(?:\d|\s)(?:k|m|b|t|mm|mn|mln|bn|tn|mio|mrd|thousand|million|billion|trillion|lakh|crore)s?(?![a-z])/i.test(
      text,
    );
  const headScale = around.unit?.scale ?? 1;
  if (
    hasUnit &&
    !ownScale &&
    headScale !== 1 &&
    reading.range.kind !== 'undisclosed' &&
    !signBefore.test(text)
  )
    return question(
      `表头的单位是 ${around.unit?.text}，这一格又写了“${text}”：哪个算数？请写清楚`,
      `The head counts in ${around.unit?.text}, the cell says "${text}": which holds? Write it out.`,
    );
  const scale = hasUnit && ownScale ? 1 : headScale;
  const own = hasUnit ? reading.currency : null;
  const currency = currencyOf(own, text, head === 'other' ? null : (head ?? null), column ?? null);
  if (currency === 'two')
    return question(
      '这一格、表头与币种列说的不是同一种货币',
      'The cell, the head and the currency column name different currencies.',
    );
  if (currency === null && reading.range.kind !== 'undisclosed')
    return question('金额没有币种', 'The amount names no currency.');
  const range = scaled(reading.range, scale);
  return {
    amount: {
      text: statedText(cell, hasUnit && ownScale, around),
      currency: reading.range.kind === 'undisclosed' ? null : currency,
      ...range,
      rule: reading.rule,
    },
  };
}

/** What the table said, with the unit that its head adds and the currency of its column. */
function statedText(cell: string, complete: boolean, { unit, currency }: MoneyAround): string {
  const text = cell.trim();
  const behind = complete ? '' : (unit?.text ?? '');
  const parts = [`${text}${/^[\p{Script=Han}]/u.test(behind) ? '' : ' '}${behind}`.trim()];
  if (currency !== '' && !text.includes(currency)) parts.push(currency);
  return parts.join(' ').slice(0, 200);
}

function currencyOf(
  own: Currency | null,
  text: string,
  head: Currency | null,
  column: Currency | null,
): Currency | null | 'two' {
  const around = column ?? head;
  if (column !== null && head !== null && column !== head && own === null) return 'two';
  if (own === null || around === null || own === around) return own ?? around;
  // 5000万元 beside 港元, $5M beside SGD: the sign is one that both have.
  const sign = sharedSign.exec(text)?.[0];
  const isShared = sign !== undefined && !clearSign.test(text);
  const possible = shared.find(([pattern]) => sign !== undefined && pattern.test(sign))?.[1] ?? [];
  if (isShared && possible.includes(around)) return around;
  return column === null ? own : 'two';
}
