import type { Facts } from '@/database/reading';
import { storage } from '@/database/record-storage';
import type { RecordKind } from '@/domain/records/record';

/** Ids of all records of a kind by slug, in an order that every database agrees on. */
export async function recordsInOrder(
  facts: Facts,
  kind: RecordKind,
): Promise<{ id: number; slug: string }[]> {
  return facts.db.$queryRawUnsafe<{ id: number; slug: string }[]>(
    `SELECT id, slug FROM "${storage[kind].table}" ORDER BY slug COLLATE "C"`,
  );
}
