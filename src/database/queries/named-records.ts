import type { RecordKind } from '@/records/record';
import type { Facts } from '../reading';

/** A slug that somebody names, and the slug of the record that it leads to today. */
export interface NamedRecord {
  asked: string;
  slug: string;
}

/** Where these slugs lead: to themselves, or to the record that theirs was merged into; those of no record are left out. */
export async function namedRecords(
  facts: Facts,
  kind: RecordKind,
  slugs: readonly string[],
): Promise<NamedRecord[]> {
  if (slugs.length === 0) return [];
  return facts.db.$queryRaw<NamedRecord[]>`
    SELECT r.slug AS asked, coalesce(t.slug, r.slug) AS slug
    FROM public.record r LEFT JOIN public.record t ON t.id = r.merged_into
    WHERE r.kind = ${kind} AND r.slug = ANY(${[...slugs]}::text[])
      AND coalesce(t.id, r.id) IN (SELECT id FROM "record" WHERE retracted IS NULL)
    ORDER BY array_position(${[...slugs]}::text[], r.slug)`;
}
