import type { RecordKind } from '@/records/record';
import type { Transaction } from '../client';

/** A record that an editor should look at. */
export interface NamedRecord {
  kind: RecordKind;
  slug: string;
}

/** What an editor should look at, and who did how much. Each list is cut; `count` is how many there are. */
export interface DeskLists {
  unsourced: { count: number; records: NamedRecord[] };
  /** Not changed for a year. */
  stale: { count: number; records: NamedRecord[] };
  /** Funding events whose sources state different amounts. */
  disputed: { count: number; records: NamedRecord[] };
  editors: { name: string; publications: number; records: number }[];
}

const shown = 10;

interface Row extends NamedRecord {
  count: number;
}

function listOf(rows: readonly Row[]): DeskLists['unsourced'] {
  return { count: rows[0]?.count ?? 0, records: rows.map(({ kind, slug }) => ({ kind, slug })) };
}

/** Which records have no source, were not looked at for a year, or rest on sources that disagree? */
export async function deskLists(db: Transaction): Promise<DeskLists> {
  const unsourced = await db.$queryRaw<Row[]>`
    SELECT kind, slug, (count(*) OVER ())::int AS count FROM record r
    WHERE retracted IS NULL AND kind NOT IN ('source', 'exchange-rate')
      AND NOT EXISTS (SELECT FROM citation c WHERE c.record_id = r.id)
      AND NOT EXISTS (SELECT FROM funding_statement s WHERE s.record_id = r.id)
    ORDER BY id DESC LIMIT ${shown}`;
  const stale = await db.$queryRaw<Row[]>`
    SELECT kind, slug, (count(*) OVER ())::int AS count FROM record r
    WHERE retracted IS NULL AND kind IN ('organization', 'model', 'product', 'funding-event', 'indicator')
      AND NOT EXISTS (SELECT FROM change c JOIN edition e ON e.number = c.edition
        WHERE c.record_id = r.id AND e.published > now() - interval '1 year')
    ORDER BY id LIMIT ${shown}`;
  const disputed = await db.$queryRaw<Row[]>`
    SELECT 'funding-event' AS kind, f.slug, (count(*) OVER ())::int AS count FROM funding_event f
    WHERE (SELECT count(DISTINCT (s.amount_currency, s.amount_min, s.amount_max)) FROM funding_statement s
      WHERE s.record_id = f.id AND s.standing = 'stands' AND s.amount_kind IS NOT NULL AND s.amount_kind <> 'undisclosed') > 1
    ORDER BY f.announced_from DESC NULLS LAST, f.slug LIMIT ${shown}`;
  const editors = await db.$queryRaw<DeskLists['editors']>`
    SELECT u.name, count(DISTINCT e.number)::int AS publications, count(c.record_id)::int AS records
    FROM edition e JOIN proposal p ON p.id = e.proposal_id JOIN "user" u ON u.id = coalesce(p.decider_id, p.author_id)
      LEFT JOIN change c ON c.edition = e.number AND c."table" = 'record'
    GROUP BY u.id, u.name ORDER BY publications DESC, u.name LIMIT 20`;
  return { unsourced: listOf(unsourced), stale: listOf(stale), disputed: listOf(disputed), editors };
}
