import type { Transaction } from '@/database/client';
import { type NameOf, type Payload, payloadOf } from '@/database/record-rows';
import { storage } from '@/database/record-storage';
import type { RecordKind } from '@/records/record';
import { readRows } from './fact-writing';

/** A record by its id. */
export interface RecordId {
  id: number;
  kind: RecordKind;
}

/**
 * What records say, as a proposal would say it; null for one that is not there. As the facts stand, or as they stood
 * at `edition`.
 */
export async function payloadsOf(
  db: Transaction,
  records: readonly RecordId[],
  edition?: number,
): Promise<Map<number, Payload | null>> {
  if (edition !== undefined)
    await db.$executeRaw`SELECT set_config('tracker.edition', ${String(edition)}, true)`;
  const payloads = new Map<number, Payload | null>();
  for (const kind of new Set(records.map((record) => record.kind))) {
    const ids = records.flatMap((record) => (record.kind === kind ? [record.id] : []));
    const rows = await readRows(db, kind, ids, edition === undefined ? null : 'asof');
    const present = [...rows].filter(([, own]) => own.has(storage[kind].table));
    const referred = new Set<number>();
    const collect: NameOf = (id) => {
      referred.add(id);
      return { kind, slug: '' };
    };
    for (const [, own] of present) payloadOf(kind, own, collect);
    const names = await namesOf(db, [...referred]);
    for (const id of ids) payloads.set(id, null);
    for (const [id, own] of present) payloads.set(id, payloadOf(kind, own, names));
  }
  return payloads;
}

/** Names never change, so those of today are those of any edition. */
async function namesOf(db: Transaction, ids: readonly number[]): Promise<NameOf> {
  const rows = await db.$queryRaw<{ id: number; kind: RecordKind; slug: string }[]>`
    SELECT id, kind, slug FROM public.record WHERE id = ANY(${[...ids]}::int[])`;
  const names = new Map(rows.map(({ id, kind, slug }) => [id, { kind, slug }]));
  return (id) => {
    const name = names.get(id);
    if (!name) throw new Error(`record ${id} has no name`);
    return name;
  };
}

/** The edition that made a record's version; null where there is no such version. */
export async function editionOfVersion(
  db: Transaction,
  recordId: number,
  version: number,
): Promise<number | null> {
  const rows = await db.$queryRaw<{ edition: number }[]>`
    SELECT edition FROM public.change
    WHERE "table" = 'record' AND record_id = ${recordId}::int AND (after ->> 'version')::int = ${version}::int
    ORDER BY id LIMIT 1`;
  return rows[0]?.edition ?? null;
}
