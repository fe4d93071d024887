import type { Bilingual } from '@/domain/bilingual';
import { dateSpan, type PartialDate } from '@/domain/partial-date';
import { knownBounds } from '@/domain/totals';

/** A thing in a cell: `path` is its page without the language, `detail` a word or two after the name. */
export interface Named {
  name: Bilingual;
  path: string | null;
  detail?: Bilingual;
}

/** Money known between two bounds; `undisclosed` further events have no known amount. A null ceiling is open. */
export interface MoneyTotal {
  currency: 'CNY' | 'USD';
  atLeast: number;
  atMost: number | null;
  counted: number;
  undisclosed: number;
  /** Events in a sum over several rounds that counts instead. Links pinned by earlier versions do not have it, nor the next. */
  contained?: number;
  leftOut?: readonly { why: Bilingual; count: number }[];
}

/** A number known between two bounds; a null bound is open. */
export interface NumberRange {
  min: number | null;
  max: number | null;
}

/** What the cells of a dimension hold, by the dimension's kind. All of it is plain data. */
export interface Values {
  /** Names; their order says what matters most. */
  names: readonly Named[];
  /** Somebody's words. */
  words: readonly Bilingual[];
  /** A count of records. */
  count: number;
  range: NumberRange;
  date: PartialDate;
  money: MoneyTotal;
}
export type ValueKind = keyof Values;

/** A value together with its kind, as cells carry it. */
export type Value = { [Kind in ValueKind]: { kind: Kind; of: Values[Kind] } }[ValueKind];

/** What stands in for two values when they are asked to be equal: same key, same value. */
export function keyOf(value: Value): string {
  if (value.kind === 'names') {
    // The same names in another order say the same.
    return JSON.stringify(value.of.map(({ name, path }) => path ?? name.en).sort());
  }
  return JSON.stringify(value.of);
}

/** How much of it there is, for ordering subjects by a dimension; null where more or less means nothing. */
export function amountOf(value: Value): number | null {
  if (value.kind === 'count') return value.of;
  if (value.kind === 'names') return value.of.length;
  if (value.kind === 'range') return value.of.min ?? value.of.max;
  if (value.kind === 'date') return Date.parse(dateSpan(value.of).from);
  if (value.kind === 'money') return knownBounds(value.of).floor;
  return null;
}
