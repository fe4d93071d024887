import * as z from 'zod';
import type { Bilingual } from '@/domain/bilingual';
import type { FieldChange } from '@/domain/field-changes';
import type { ProposedRecord } from '@/editorial/validation';
import type { RecordKind } from '@/records/record';
import type { Column, ImportKind } from '../columns';
import type { RawTable } from '../reading/raw-table';

/**
 * What becomes of a row. `duplicate`: perhaps on record already; it is not imported unless somebody says so. `skipped`:
 * somebody said that it is not to be imported.
 */
export type RowOutcome = 'new' | 'changed' | 'same' | 'duplicate' | 'refused' | 'skipped';

/** What is wrong with one cell of a row. */
export interface CellProblem {
  column: string;
  value: string;
  reason: Bilingual;
}

/** A record that a row needs and that is not on file: it would be made with it. */
export interface MadeRecord {
  kind: RecordKind;
  slug: string;
  record: Record<string, unknown>;
}

/** A record on file that a name of the row may mean. */
export interface NearRecord {
  /** The name as the row has it. */
  said: string;
  kind: RecordKind;
  slug: string;
  name: string;
}

/** One row of the file and what becomes of it; a row with several models is several. */
export interface PlannedRow {
  /** In the file or sheet, from 1. */
  line: number;
  /** The sheet, where rows of several are read together. */
  sheet?: string;
  outcome: RowOutcome;
  kind: RecordKind;
  /** The record that it makes or changes; '' where it is refused. */
  slug: string;
  name: string;
  /** The record whole, as it would be written; null where it is refused. */
  record: Record<string, unknown> | null;
  changes: FieldChange[];
  makes: MadeRecord[];
  near: NearRecord[];
  /** Cells that were not used, or read as something that they do not say word by word. */
  warnings: CellProblem[];
  problems: CellProblem[];
}

/** A row before anything is known of it. */
export function plannedRow(line: number, kind: RecordKind, sheet?: string): PlannedRow {
  return {
    line,
    ...(sheet === undefined ? {} : { sheet }),
    outcome: 'refused',
    kind,
    slug: '',
    name: '',
    record: null,
    changes: [],
    makes: [],
    near: [],
    warnings: [],
    problems: [],
  };
}

/** How somebody who decides about a row names it: its line, behind its sheet where there are several. */
export function rowKey({ line, sheet }: { line: number; sheet?: string }): string {
  return sheet === undefined ? String(line) : `${sheet}!${line}`;
}

const texts = z.record(z.string().max(300), z.string().max(20_000));

/** What somebody decided about rows, by their keys. */
export const rowDecisions = z.record(
  z.string().max(400),
  z.strictObject({
    /** `accept`: import it though it may be on record already. */
    do: z.enum(['skip', 'accept']).optional(),
    /** Head → what the cell is to say. */
    cells: texts.optional(),
    /** A name of the row → the slug of the record on file that it means. */
    as: texts.optional(),
  }),
);
export type RowDecision = z.infer<typeof rowDecisions>[string];

/** How many rows of each outcome; `skipped` only where there are some. */
export type RowCounts = Record<Exclude<RowOutcome, 'skipped'>, number> & { skipped?: number };

/** Counts before the first row. */
export function noRows(): RowCounts {
  return { new: 0, changed: 0, same: 0, duplicate: 0, refused: 0 };
}

/** Some rows of a file, and what they add to an edition: those that are new or changed, and what they refer to. */
export interface PlannedPart {
  rows: PlannedRow[];
  records: ProposedRecord[];
  /** Rows of a table that is asked about as a whole. */
  refused?: number;
}

/** What an import does, or would do, row by row. */
export interface Imported {
  /** `dataset`: an export of ours, with records of any kind. */
  kind: ImportKind | 'dataset';
  columns: Column[];
  notes: Bilingual[];
  /** What has to be answered before any row is read; null where the file is understood. */
  question: Bilingual | null;
  /** Tables that the file offers; none for an export of ours. */
  tables: RawTable['tables'];
  headRow: number | null;
  rows: PlannedRow[];
  counts: RowCounts;
}

/** A file that was understood, before its rows are looked at. */
export type OpenedImport = Omit<Imported, 'rows' | 'counts'> & {
  /** Rows of the file. */
  size: number;
  /** Reads on, a part at a time: a file of any length takes little memory. */
  parts: () => AsyncGenerator<PlannedPart>;
};
