import { chineseUnits } from '@/domain/amount-numerals';
import type { Currency } from '@/domain/currency';
import { currencyNamed, currencyPattern } from '@/domain/currency-words';
import { linear } from '@/domain/expression/linear';

/** What the head of a column says of its figures. */
export interface HeadUnit {
  /** As it stands in the head: 亿元, US$M. */
  text: string;
  /** What one of it is worth; 1 where it names a currency alone. */
  scale: number;
  /** Null where it names none; `other`: one that is not kept. */
  currency: Currency | 'other' | null;
}

const englishScales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  thousands: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mln: 1e6,
  mil: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  bln: 1e9,
  billion: 1e9,
  billions: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
  trillions: 1e12,
};

const money = `(?:${currencyPattern})`;
const chineseScale = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千)';
const englishScale = `(?:${Object.keys(englishScales).sort().reverse().join('|')})(?![a-z])`;
/** A unit that stands alone: in brackets, behind a slash, as the last words of a head. */
const wholeUnit = linear(
  new RegExp(
    `^(?:in|单位|unit)?\\s*[:：]?\\s*(?:in\\s+)?(?:(?<zh>${chineseScale})\\s*(?<zhMoney>${money})?|(?<sign>${money})?\\s*(?:in\\s+)?(?<en>${englishScale})?\\s*(?:of\\s+)?(?<enMoney>${money})?)\\s*(?:个|参数|params?|parameters|tokens?)?$`,
    'i',
  ),
);

/** Reads a unit that stands by itself: 亿元, US$M, USD millions, B; null where the text is none. */
export function unitNamed(text: string): HeadUnit | null {
  // M€ and bn$ are a scale and a currency; US$ is one word.
  const plain = text
    .normalize('NFKC')
    .replaceAll('_', ' ')
    .replace(/\b([kmb]|mm|mn|bn)(?=[€£$¥])/i, '$1 ')
    .trim();
  if (plain === '' || plain.length > 40) return null;
  const groups = wholeUnit.exec(plain)?.groups;
  if (!groups) return null;
  const scale = groups.zh ? (chineseUnits[groups.zh] ?? 1) : englishScales[(groups.en ?? '').toLowerCase()];
  const words = `${groups.sign ?? ''} ${groups.enMoney ?? ''} ${groups.zhMoney ?? ''}`.trim();
  if (scale === undefined && words === '') return null;
  const named = words === '' ? undefined : currencyNamed(words, 'number');
  return {
    text: plain,
    scale: scale ?? 1,
    currency: named === undefined ? null : (named ?? 'other'),
  };
}

const bracketed = linear(/[（(［[【]([^）)］\]】]*)[）)］\]】]/g);

/** The head without what names a unit, and that unit: 金额（亿元）, Amount (US$M), amount_usd_millions, 融资额/万美元. */
export function headWithoutUnit(header: string): { bare: string; unit: HeadUnit | null } {
  const text = header.normalize('NFKC').slice(0, 300);
  const inBrackets = [...text.matchAll(bracketed)].map(([, inside = '']) => inside);
  const found = inBrackets.flatMap((inside) => unitNamed(inside) ?? []);
  const rest = text.replaceAll(bracketed, ' ').trim();
  // Words at the end that are a unit: at most three of them, the longest first.
  const words = rest.split(/[\s_/:：]+/).filter((word) => word !== '');
  for (let from = Math.max(1, words.length - 3); from < words.length; from++) {
    const unit = unitNamed(words.slice(from).join(' '));
    if (unit) return { bare: words.slice(0, from).join(' '), unit: together(unit, found[0]) };
  }
  return { bare: rest, unit: found.length > 0 ? together(found[0] as HeadUnit, found[1]) : null };
}

/** "Amount USD (millions)" names its unit in two places. */
function together(one: HeadUnit, other: HeadUnit | undefined): HeadUnit {
  if (!other) return one;
  return {
    text: `${one.text} ${other.text}`,
    scale: one.scale * other.scale,
    currency: one.currency ?? other.currency,
  };
}
