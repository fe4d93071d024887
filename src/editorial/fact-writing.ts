import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '@/database/client';
import type { Row, Rows } from '@/database/record-rows';
import { storage, tablesOf } from '@/database/record-storage';
import type { RecordKind } from '@/records/record';

/** Rows that one statement carries: large enough to be quick, small enough not to hold much memory. */
const batchSize = 250;

/** Columns that name a row of a fact table. */
function keyColumns(table: string): string[] {
  for (const shape of Object.values(storage)) {
    if (shape.table === table) return ['id'];
    for (const list of Object.values(shape.lists))
      if (list.table === table) return ['record_id', list.column];
    for (const child of Object.values(shape.children))
      if (child.table === table) return ['record_id', 'position'];
  }
  throw new Error(`${table} is no fact table`);
}

/** What has to be written to one table. */
export interface TableChanges {
  inserted: Row[];
  updated: Row[];
  deleted: Row[];
}

/** What has to be written, by table. */
export type Changes = Map<string, TableChanges>;

function keyOf(table: string, row: Row): string {
  return keyColumns(table)
    .map((column) => row[column])
    .join('/');
}

/** Adds what turns the rows of one record (`before`) into the wanted ones to `changes`. True if anything differs. */
export function addDifference(before: Rows, wanted: Rows, changes: Changes): boolean {
  let differs = false;
  for (const table of new Set([...before.keys(), ...wanted.keys()])) {
    const old = new Map((before.get(table) ?? []).map((row) => [keyOf(table, row), row]));
    const target = changes.get(table) ?? { inserted: [], updated: [], deleted: [] };
    for (const row of wanted.get(table) ?? []) {
      const key = keyOf(table, row);
      const was = old.get(key);
      old.delete(key);
      if (!was) target.inserted.push(row);
      else if (Object.entries(row).some(([column, value]) => !isDeepStrictEqual(was[column], value))) {
        target.updated.push(row);
      } else continue;
      differs = true;
    }
    if (old.size > 0) {
      target.deleted.push(...old.values());
      differs = true;
    }
    changes.set(table, target);
  }
  return differs;
}

/**
 * The rows of records by record id: as the transaction sees them, or (`asof`) as they stood at the edition that it names.
 */
export async function readRows(
  db: Transaction,
  kind: RecordKind,
  ids: readonly number[],
  schema: 'asof' | null = null,
): Promise<Map<number, Rows>> {
  const found = new Map<number, Rows>(ids.map((id) => [id, new Map()]));
  if (ids.length === 0) return found;
  for (const table of tablesOf(storage[kind])) {
    const owner = keyColumns(table)[0] as string;
    const rows = await db.$queryRawUnsafe<{ row: Row }[]>(
      `SELECT to_jsonb(t) AS row FROM ${schema === null ? '' : `${schema}.`}"${table}" t WHERE "${owner}" = ANY($1::int[])`,
      ids,
    );
    for (const { row } of rows) {
      const of = found.get(row[owner] as number) as Rows;
      of.set(table, [...(of.get(table) ?? []), row]);
    }
  }
  return found;
}

async function inBatches(rows: readonly Row[], write: (batch: string) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += batchSize) {
    await write(JSON.stringify(rows.slice(start, start + batchSize)));
  }
}

/** Inserts rows that name every column of the table. */
export async function insertRows(db: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  await inBatches(rows, (batch) =>
    db.$executeRawUnsafe(
      `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::public."${table}", $1::jsonb)`,
      batch,
    ),
  );
}

/** Writes the changes. Foreign keys are checked at the end of the transaction, so the order of tables is free. */
export async function writeChanges(db: Transaction, changes: Changes): Promise<void> {
  for (const [table, { inserted, updated, deleted }] of changes) {
    const keys = keyColumns(table);
    const same = keys.map((key) => `t."${key}" = n."${key}"`).join(' AND ');
    const source = `jsonb_populate_recordset(NULL::public."${table}", $1::jsonb) AS n`;
    await inBatches(deleted, (batch) =>
      db.$executeRawUnsafe(`DELETE FROM "${table}" t USING ${source} WHERE ${same}`, batch),
    );
    const columns = Object.keys(updated[0] ?? {}).filter((column) => !keys.includes(column));
    if (columns.length > 0) {
      const set = columns.map((column) => `"${column}" = n."${column}"`).join(', ');
      await inBatches(updated, (batch) =>
        db.$executeRawUnsafe(`UPDATE "${table}" t SET ${set} FROM ${source} WHERE ${same}`, batch),
      );
    }
    await insertRows(db, table, inserted);
  }
}
