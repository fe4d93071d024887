import type { Facts } from '@/database/reading';
import { storage } from '@/database/record-storage';
import { type RecordKind, recordKinds } from '@/records/record';

/** How many records of each kind are there? In the order of the kinds: what PostgreSQL joins in parallel has none. */
export async function countsOfRecords(facts: Facts): Promise<Map<RecordKind, number>> {
  const parts = recordKinds.map(
    (kind) => `SELECT '${kind}' AS kind, count(*)::int AS count FROM "${storage[kind].table}"`,
  );
  const rows = await facts.db.$queryRawUnsafe<{ kind: RecordKind; count: number }[]>(
    parts.join(' UNION ALL '),
  );
  const counts = new Map(rows.map(({ kind, count }) => [kind, count]));
  return new Map(recordKinds.map((kind) => [kind, counts.get(kind) ?? 0]));
}
