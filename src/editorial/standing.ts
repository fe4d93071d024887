import type { Transaction } from '@/database/client';
import { type IdOf, type Payload, rowsOf } from '@/database/record-rows';
import type { RecordKind } from '@/records/record';
import type { ValidRecord } from './validation';

/** A record as it stands when a proposal meets it. */
export interface StandingRecord {
  id: number;
  kind: RecordKind;
  slug: string;
  version: number;
  retracted: number | null;
}

/** What names a record everywhere: its kind and slug. */
export const nameOf = (kind: string, slug: string) => `${kind}/${slug}`;

/** Every record that the payloads refer to, and the records themselves, as they stand. */
export async function standingRecords(
  db: Transaction,
  records: readonly ValidRecord[],
): Promise<Map<string, StandingRecord>> {
  const wanted = new Map<string, { kind: string; slug: string }>();
  const want: IdOf = (kind, slug) => {
    wanted.set(nameOf(kind, slug), { kind, slug });
    return 0;
  };
  for (const { kind, slug, payload } of records) {
    want(kind, slug);
    if (payload) rowsOf(kind, 0, payload as Payload, want);
  }
  return standingByName(db, [...wanted.values()]);
}

/** Records as they stand, by `nameOf`. */
export async function standingByName(
  db: Transaction,
  names: readonly { kind: string; slug: string }[],
): Promise<Map<string, StandingRecord>> {
  const rows = await db.$queryRaw<StandingRecord[]>`
    SELECT r.id, r.kind, r.slug, r.version, r.retracted
    FROM record r JOIN unnest(${names.map((name) => name.kind)}::text[], ${names.map((name) => name.slug)}::text[]) AS n (kind, slug)
      ON r.kind = n.kind AND r.slug = n.slug`;
  return new Map(rows.map((row) => [nameOf(row.kind, row.slug), row]));
}
