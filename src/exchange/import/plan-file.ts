import type { Facts } from '@/database/reading';
import { exportedRecords, openDataset } from './dataset';
import { type ImportPlan, type ImportWishes, type OpenedImport, openTable } from './plan';
import { readTable } from './table-file';

/** Opens a file to import: an export of ours, or a table of somebody's. Throws `UnreadableTable`. */
export async function openFile(facts: Facts, bytes: Uint8Array, wishes: ImportWishes): Promise<OpenedImport> {
  const exported = exportedRecords(bytes);
  return exported
    ? openDataset(facts, exported)
    : openTable(facts, await readTable(bytes, wishes.file), wishes);
}

/** Says row by row what importing a file would do. */
export async function planFile(facts: Facts, bytes: Uint8Array, wishes: ImportWishes): Promise<ImportPlan> {
  const { kind, columns, notes, parts } = await openFile(facts, bytes, wishes);
  const plan: ImportPlan = {
    kind,
    columns,
    notes,
    rows: [],
    counts: { new: 0, changed: 0, same: 0, duplicate: 0, refused: 0 },
    records: [],
  };
  for await (const { rows, records } of parts()) {
    for (const row of rows) {
      plan.rows.push(row);
      plan.counts[row.outcome] += 1;
    }
    for (const record of records) plan.records.push(record);
  }
  return plan;
}
