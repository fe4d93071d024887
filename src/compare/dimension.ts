import type { ComparedVendor } from '@/database/queries/vendors-to-compare';
import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { GroupKey } from './groups';
import type { ValueKind, Values } from './value';

/** Why a cell has no value: no source says, somebody keeps it back, or the question has no meaning here. */
export type Missing = 'unknown' | 'undisclosed' | 'not-applicable';

/** What a dimension finds for one subject, with everything that sources say of it. */
export type Finding<T> = { value: T; evidence: Evidence[] } | { missing: Missing };

/** What the reader chose, where a value depends on it. */
export interface View {
  currency: 'CNY' | 'USD';
}

/** What a dimension is, without how it is found: plain data, so that it can be kept in a pinned link. */
export interface DimensionInfo {
  /** Its name in machine formats and in `sort=`; never changes. */
  key: string;
  group: GroupKey;
  kind: ValueKind;
  label: Bilingual;
  /** How to read it, where the label does not say. */
  note?: Bilingual;
  /** Unit of a number in machine formats: 'models', 'CNY'. */
  unit: string | null;
  /** Is more of it better, less, or does that make no sense? Coverage of our records is never 'better'. */
  better: 'more' | 'less' | null;
}

/**
 * One row of the comparison. The page's table, the files and the picture all come from this. To add one: a definition
 * in a file of `dimensions/`, and its place in the list of its kind of subject in `subjects/`.
 */
export interface Dimension<Kind extends ValueKind, Subject = ComparedVendor>
  extends Omit<DimensionInfo, 'unit' | 'kind'> {
  kind: Kind;
  unit(view: View): string | null;
  find(subject: Subject, view: View): Finding<Values[Kind]>;
}

/** A dimension of any kind. */
export type AnyDimension<Subject = ComparedVendor> = {
  [Kind in ValueKind]: Dimension<Kind, Subject>;
}[ValueKind];

/** Checks a definition's types where it stands; a unit that never changes may be written as a text. */
export function defineDimension<Kind extends ValueKind, Subject = ComparedVendor>(
  definition: Omit<Dimension<Kind, Subject>, 'unit' | 'better'> & {
    unit?: string | ((view: View) => string);
    better?: 'more' | 'less';
  },
): Dimension<Kind, Subject> {
  const { unit = null, better = null } = definition;
  return { ...definition, better, unit: typeof unit === 'function' ? unit : () => unit };
}
