import type { RecordKind } from '@/records/record';
import type { Transaction } from '../client';
import { type NameOf, type Payload, payloadOf, type Row, type Rows } from '../record-rows';
import { storage } from '../record-storage';

/** A record at an edition. */
export interface RecordAt {
  id: number;
  kind: RecordKind;
  edition: number;
}

interface ChangeRow {
  place: number;
  table: string;
  after: Row | null;
}

/** What records said at editions, from the log alone, in the order asked; null where a record was not there. */
export async function versionsOfRecords(
  db: Transaction,
  wanted: readonly RecordAt[],
): Promise<(Payload | null)[]> {
  if (wanted.length === 0) return [];
  const asked = JSON.stringify(wanted.map(({ id, edition }, place) => ({ place, id, edition })));
  const found = await db.$queryRaw<ChangeRow[]>`
    SELECT DISTINCT ON (w.place, c."table", c.key) w.place, c."table", c.after
    FROM jsonb_to_recordset(${asked}::jsonb) AS w (place int, id int, edition int)
    JOIN public.change c ON c.record_id = w.id AND c.edition <= w.edition
    WHERE c."table" <> 'record'
    ORDER BY w.place, c."table", c.key, c.edition DESC, c.id DESC`;
  const rows: Rows[] = wanted.map(() => new Map());
  for (const { place, table, after } of found) {
    const of = rows[place];
    if (after !== null && of) of.set(table, [...(of.get(table) ?? []), after]);
  }
  const there = (place: number) => rows[place]?.has(storage[(wanted[place] as RecordAt).kind].table) ?? false;
  const referred = new Set<number>();
  const collect: NameOf = (id) => {
    referred.add(id);
    return { kind: 'source', slug: '' };
  };
  for (const [place, { kind }] of wanted.entries())
    if (there(place)) payloadOf(kind, rows[place] as Rows, collect);
  // Slugs never change, so those of today are those of any edition.
  const names = new Map(
    (
      await db.$queryRaw<{ id: number; kind: RecordKind; slug: string }[]>`
        SELECT id, kind, slug FROM public.record WHERE id = ANY(${[...referred]}::int[])`
    ).map(({ id, kind, slug }) => [id, { kind, slug }]),
  );
  const nameOf: NameOf = (id) => names.get(id) ?? { kind: 'source', slug: `record-${id}` };
  return wanted.map(({ kind }, place) =>
    there(place) ? payloadOf(kind, rows[place] as Rows, nameOf) : null,
  );
}
