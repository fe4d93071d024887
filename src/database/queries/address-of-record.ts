import type { RecordKind } from '@/records/record';
import type { Facts } from '../reading';

/** What a slug leads to: a record, the record that it was merged into, or nothing. */
export type Address = { at: 'here'; id: number } | { at: 'moved'; slug: string } | { at: 'nowhere' };

interface Row {
  id: number;
  retracted: number | null;
  movedTo: string | null;
}

const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Where is the record of that kind and slug today? Follows merges to their end. */
export async function addressOfRecord(facts: Facts, kind: RecordKind, slug: string): Promise<Address> {
  // No record has another form of slug, and PostgreSQL takes no NUL.
  if (!slugForm.test(slug)) return { at: 'nowhere' };
  const rows = await facts.db.$queryRaw<Row[]>`
    WITH RECURSIVE trail AS (
      SELECT id, slug, retracted, merged_into, 0 AS step FROM public.record WHERE kind = ${kind} AND slug = ${slug}
      UNION ALL
      SELECT r.id, r.slug, r.retracted, r.merged_into, t.step + 1
        FROM trail t JOIN public.record r ON r.id = t.merged_into WHERE t.step < 20
    )
    SELECT id, retracted, CASE WHEN step > 0 THEN slug END AS "movedTo" FROM trail ORDER BY step DESC LIMIT 1`;
  const [row] = rows;
  if (!row) return { at: 'nowhere' };
  if (row.movedTo !== null) return { at: 'moved', slug: row.movedTo };
  return row.retracted === null || row.retracted > facts.edition
    ? { at: 'here', id: row.id }
    : { at: 'nowhere' };
}
