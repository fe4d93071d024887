import type { Facts } from '@/database/reading';
import { storage } from '@/database/record-storage';
import type { RecordKind } from '@/records/record';
import { fundingColumns } from './funding-columns';

/** Ids of all records of a kind by slug, in an order that every database agrees on. */
export async function recordsInOrder(
  facts: Facts,
  kind: RecordKind,
): Promise<{ id: number; slug: string }[]> {
  return facts.db.$queryRawUnsafe<{ id: number; slug: string }[]>(
    `SELECT id, slug FROM "${storage[kind].table}" ORDER BY slug COLLATE "C"`,
  );
}

/**
 * The records of a kind that come after a slug, at most `limit`, with the number of all; null where there is no record
 * of that slug.
 */
export async function recordsAfter(
  facts: Facts,
  kind: RecordKind,
  after: string | null,
  limit: number,
): Promise<{ slugs: string[]; all: number } | null> {
  const table = `"${storage[kind].table}"`;
  const slugs = async (where: string, ...values: unknown[]) =>
    (await facts.db.$queryRawUnsafe<{ slug: string }[]>(`SELECT slug FROM ${table} ${where}`, ...values)).map(
      ({ slug }) => slug,
    );
  if (after !== null && (await slugs('WHERE slug = $1', after)).length === 0) return null;
  const [count] = await facts.db.$queryRawUnsafe<{ all: number }[]>(
    kind === 'funding-event'
      ? `SELECT ${(await fundingColumns(facts)).size} AS all`
      : `SELECT count(*)::int AS all FROM ${table}`,
  );
  return {
    slugs: await slugs('WHERE slug COLLATE "C" > $1 ORDER BY slug COLLATE "C" LIMIT $2', after ?? '', limit),
    all: count?.all ?? 0,
  };
}
