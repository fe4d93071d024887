import type { RecordKind } from '@/records/record';
import type { Facts } from '../reading';

/** Ids of the records of a kind that have these slugs, in the order in which they were entered. */
export async function idsOfSlugs(
  facts: Facts,
  kind: RecordKind,
  slugs: readonly string[],
): Promise<number[]> {
  const rows = await facts.db.$queryRaw<{ id: number }[]>`
    SELECT id FROM public.record WHERE kind = ${kind} AND slug = ANY(${[...slugs]}::text[]) ORDER BY id`;
  return rows.map(({ id }) => id);
}
