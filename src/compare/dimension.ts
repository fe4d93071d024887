import type { ComparedVendor } from '@/database/queries/vendors-to-compare';
import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { GroupKey } from './groups';
import type { ValueKind, Values } from './value';

/** Why a cell has no value: no source says, somebody keeps it back, or the question has no meaning here. */
export type Missing = 'unknown' | 'undisclosed' | 'not-applicable';

/** What a dimension finds for one vendor, with everything that sources say of it. */
export type Finding<T> = { value: T; evidence: Evidence[] } | { missing: Missing };

/** What the reader chose, where a value depends on it. */
export interface View {
  currency: 'CNY' | 'USD';
}

/**
 * One row of the comparison. The page's table, CSV, JSON and Markdown all come from this. To add one: a definition in
 * a file of `dimensions/`, and its place in `registry.ts`.
 */
export interface Dimension<Kind extends ValueKind> {
  /** Its name in machine formats; never changes. */
  key: string;
  group: GroupKey;
  kind: Kind;
  label: Bilingual;
  /** How to read it, where the label does not say. */
  note?: Bilingual;
  /** Unit of a number in machine formats: 'models', 'CNY'. */
  unit(view: View): string | null;
  /** Is more of it better, less, or does that make no sense? Coverage of our records is never 'better'. */
  better: 'more' | 'less' | null;
  find(vendor: ComparedVendor, view: View): Finding<Values[Kind]>;
}

/** A dimension of any kind. */
export type AnyDimension = { [Kind in ValueKind]: Dimension<Kind> }[ValueKind];

/** Checks a definition's types where it stands; a unit that never changes may be written as a text. */
export function defineDimension<Kind extends ValueKind>(
  definition: Omit<Dimension<Kind>, 'unit' | 'better'> & {
    unit?: string | ((view: View) => string);
    better?: 'more' | 'less';
  },
): Dimension<Kind> {
  const { unit = null, better = null } = definition;
  return { ...definition, better, unit: typeof unit === 'function' ? unit : () => unit };
}
