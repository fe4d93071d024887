import type { Bilingual } from '@/domain/bilingual';
import type { RecordKind } from '@/records/record';
import type { FieldConflict } from './three-way';

/** Why a proposal is refused. */
export type ProblemCause =
  | 'invalid'
  | 'unknown-reference'
  | 'conflict'
  | 'missing'
  | 'decided'
  | 'still-referenced'
  | 'constraint'
  | 'cancelled';

/** What is wrong with one field of one record of a proposal, and what to do, for the person who wrote it. */
export interface Problem {
  cause: ProblemCause;
  /** Place of the record in the proposal, from 0. */
  item: number | null;
  kind: RecordKind | null;
  slug: string | null;
  /** Path of the field, such as `statements[0].amount.max`; empty for the record as a whole. */
  field: string;
  reason: Bilingual;
  /** Of a field that somebody else changed meanwhile: what it was, what each made of it. */
  conflict?: FieldConflict;
}
