import type { Facts } from '@/database/reading';
import { fieldChanges } from '@/domain/field-changes';
import { payloadsOf } from '@/editorial/record-payloads';
import { nameOf, standingByName } from '@/editorial/standing';
import { type ProposedRecord, type ValidRecord, validateRecord } from '@/editorial/validation';
import { isRecordKind, type RecordKind } from '@/records/record';
import type { ExportedRecord } from './dataset-file';
import { type OpenedImport, type PlannedPart, type PlannedRow, plannedRow } from './planning/planned-row';

/** Records that are compared at a time. */
const batchSize = 1000;

/** Reads what an export holds. Nothing of it is guessed. It is one part: its records refer to each other both ways. */
export function openDataset(facts: Facts, exported: readonly ExportedRecord[]): OpenedImport {
  async function* parts() {
    yield await planned(facts, exported);
  }
  return {
    kind: 'dataset',
    columns: [],
    notes: [],
    question: null,
    tables: [],
    headRow: null,
    size: exported.length,
    parts,
  };
}

async function planned(facts: Facts, exported: readonly ExportedRecord[]): Promise<PlannedPart> {
  const rows: PlannedRow[] = [];
  const records: ProposedRecord[] = [];
  const checked: { row: PlannedRow; record: ValidRecord }[] = [];
  exported.forEach(({ kind, record }, at) => {
    const slug = String(record.slug ?? '');
    const row = plannedRow(at + 1, isRecordKind(kind) ? kind : 'source');
    Object.assign(row, { slug, name: nameOf(kind, slug) });
    rows.push(row);
    const valid = validateRecord({ kind, slug, baseVersion: 0, payload: record }, at);
    if (Array.isArray(valid))
      row.problems = valid.map(({ field, reason }) => ({
        column: field,
        value: String(record[field.split(/[.[]/)[0] ?? ''] ?? '').slice(0, 200),
        reason,
      }));
    else checked.push({ row, record: valid });
  });
  for (let start = 0; start < checked.length; start += batchSize) {
    const batch = checked.slice(start, start + batchSize);
    const standing = await standingByName(
      facts.db,
      batch.map(({ record }) => record),
    );
    const there = [...standing.values()].filter(({ retracted }) => retracted === null);
    const payloads = await payloadsOf(
      facts.db,
      there.map(({ id, kind }) => ({ id, kind: kind as RecordKind })),
    );
    for (const { row, record } of batch) {
      const known = standing.get(nameOf(record.kind, record.slug));
      const now = (known && payloads.get(known.id)) ?? null;
      row.changes = now === null ? [] : fieldChanges(now, record.payload as Record<string, unknown>);
      row.outcome = now === null ? 'new' : row.changes.length > 0 ? 'changed' : 'same';
      row.record = record.payload as Record<string, unknown> | null;
      if (row.outcome !== 'same') records.push({ ...record, baseVersion: known?.version ?? 0 });
    }
  }
  return { rows, records };
}
