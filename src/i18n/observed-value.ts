import { formatMoney } from '@/domain/amount';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { currencies } from '@/domain/currency';
import type { ObservationBound } from '@/domain/observed';
import { observedRange } from '@/domain/observed';
import { evidenceWords } from './evidence';
import { indicatorUnits, indicatorWords } from './indicators';
import { formatCount, formatShare } from './numbers';

/** A unit: what is calculated with, and the words of the record that follow a figure. */
export interface Unit {
  unit: string;
  unitName?: Bilingual | null;
}

/** A value of an indicator. Shares are fractions of one; money is in units of the currency. */
interface Observed {
  value: number | null;
  min: number | null;
  max: number | null;
  bound: ObservationBound;
  unit: string;
  unitName?: Bilingual | null;
}

/** Money and shares that are counted again every day or year: 'USD/day', 'share per year'. */
function takeApart(unit: string): { base: string; again: 'aDay' | 'aYear' | null } {
  const [base = unit, per] = unit.split(/\/(?=day$)| per (?=year$)/);
  if (!carriesUnit(base)) return { base: unit, again: null };
  return { base, again: per === 'day' ? 'aDay' : per === 'year' ? 'aYear' : null };
}

/** What a unit is called. */
export function unitInWords({ unit, unitName }: Unit, lang: Lang): string {
  return unitName?.[lang] ?? indicatorUnits[unit]?.[lang] ?? unit;
}

/** The words after a number; none where the number carries its unit (money, shares, ranks). */
function wordsAfter(of: Unit, lang: Lang): string {
  return carriesUnit(takeApart(of.unit).base) ? '' : unitInWords(of, lang);
}

function carriesUnit(base: string): boolean {
  return base === 'share' || base === 'rank' || currencies.some((each) => each === base);
}

function numberIn(base: string, lang: Lang): (value: number) => string {
  const currency = currencies.find((each) => each === base);
  if (currency) return (value) => formatMoney(value, currency, lang);
  if (base === 'share') return (value) => formatShare(lang, value, 1);
  if (base === 'rank') return (value) => indicatorWords[lang].rank(value);
  // As many digits as sources give: 3447万 is not 3450万.
  return (value) => formatCount(lang, value, 4);
}

/** 1300万人, 400 家, 600 GB/s: Chinese sets no space between 万 or 亿 and a measure word, nor before a bracket. */
function withUnit(figure: string, word: string): string {
  if (word === '') return figure;
  const close = word.startsWith('（') || (/[万亿]$/.test(figure) && /^\p{Script=Han}/u.test(word));
  return close ? figure + word : `${figure} ${word}`;
}

/** How one figure in a unit is written. */
export function inUnit(of: Unit, lang: Lang): (value: number) => string {
  const { base, again } = takeApart(of.unit);
  const number = numberIn(base, lang);
  return (value) => {
    const text = withUnit(number(value), wordsAfter(of, lang));
    return again === null ? text : indicatorWords[lang][again](text);
  };
}

/** The value as the source bounds it: about, at least, under, from–to, or that it gives none. The unit stands once. */
export function observedText(seen: Observed, lang: Lang): string {
  const words = indicatorWords[lang];
  const { min, max } = observedRange(seen);
  const { base, again } = takeApart(seen.unit);
  const number = numberIn(base, lang);
  const text = (figure: string) => withUnit(figure, wordsAfter(seen, lang));
  const bounded = () => {
    if (min === null && max === null) return words.notStated;
    if (min === null) return evidenceWords[lang].below(text(number(max ?? 0)));
    if (max === null) return evidenceWords[lang].atLeast(text(number(min)));
    if (min !== max) return text(`${number(min)}–${number(max)}`);
    return seen.bound === 'about' ? words.about(text(number(min))) : text(number(min));
  };
  return again === null ? bounded() : words[again](bounded());
}
