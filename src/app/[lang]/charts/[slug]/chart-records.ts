import { type Answer, recordsPath } from '@/charts/engine/answer';
import type { BasisRecord } from '@/charts/engine/definition';
import type { Bilingual } from '@/domain/bilingual';

/** Records on one page of the list. */
export const recordsOnPage = 100;

/** A record behind a chart: the row that it is counted in, or why it is not counted. */
export type ChartRecord = {
  record: BasisRecord;
  /** The row, by its number; null: left out. */
  row: number | null;
  reason: Bilingual | null;
};

/** Every record that the answer lists: row by row, then what is left out, reason by reason. */
export function recordsBehind({ data }: Pick<Answer, 'data'>): ChartRecord[] {
  return [
    ...data.basis.flatMap((records, row) => records.map((record) => ({ record, row, reason: null }))),
    ...data.leftOut.flatMap(({ reason, records }) =>
      records.map((record) => ({ record, row: null, reason })),
    ),
  ];
}

/** Records of which only the number is known: the facts hold more than an answer lists. */
export function unlisted({ data }: Pick<Answer, 'data'>): number {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  return sum(data.more ?? []) + sum(data.leftOut.map(({ more = 0 }) => more));
}

/** Where in the list the records of a row begin. */
export function placeOfRow(answer: Answer, row: number): string {
  const before = answer.data.basis.slice(0, row).reduce((sum, records) => sum + records.length, 0);
  return placeAt(answer, before, `row-${row}`);
}

/** Where in the list the records begin that are left out for a reason. */
export function placeOfReason(answer: Answer, at: number): string {
  const { basis, leftOut } = answer.data;
  const counted = basis.reduce((sum, records) => sum + records.length, 0);
  const before = leftOut.slice(0, at).reduce((sum, { records }) => sum + records.length, counted);
  return placeAt(answer, before, `out-${at}`);
}

function placeAt(answer: Answer, before: number, anchor: string): string {
  return `${recordsPath(answer, Math.floor(before / recordsOnPage) + 1)}#${anchor}`;
}
