import type { Bilingual } from '@/domain/bilingual';
import { type SecondHandVia, secondHandVias } from '@/domain/source-via';
import type { RecordKind } from '@/records/record';
import type { Facts } from '../reading';
import { namesOfRecords } from './names-of-records';
import { secondHandRecords } from './nearest-vias';

/** A record that nobody of this project has read at a publisher. */
export interface RecordToConfirm {
  id: number;
  kind: RecordKind;
  slug: string;
  name: Bilingual;
  /** Through what it is known at best. */
  via: SecondHandVia;
  /** The amount of a funding event in US dollars: the floor, or the ceiling where no floor is known. */
  usd: number | null;
}

/** Part of the list, and how long it is. */
export interface RecordsToConfirm {
  all: number;
  records: RecordToConfirm[];
}

type Row = Pick<RecordToConfirm, 'id' | 'kind' | 'slug' | 'usd'>;

/**
 * What should be confirmed first: every record that rests on copies and digests alone, the largest amounts first, then
 * what is known from digests, then the newest records.
 */
export async function recordsToConfirm(facts: Facts, skip: number, take: number): Promise<RecordsToConfirm> {
  const far = await secondHandRecords(facts);
  const ids = [...far.keys()];
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT r.id, r.kind, r.slug, coalesce(f.usd_min, f.usd_max,
      CASE WHEN f.amount_currency = 'USD' THEN coalesce(f.amount_min, f.amount_max) END)::float8 AS usd
    FROM unnest(${ids}::int[], ${[...far.values()]}::int[]) AS far (id, distance)
      JOIN "record" r ON r.id = far.id LEFT JOIN funding_event f ON f.id = r.id
    WHERE r.retracted IS NULL
    ORDER BY usd DESC NULLS LAST, far.distance DESC, r.id DESC LIMIT ${take} OFFSET ${skip}`;
  const names = await namesOfRecords(
    facts,
    rows.map(({ id }) => id),
  );
  return {
    all: ids.length,
    records: rows.map((row) => ({
      ...row,
      name: names.get(row.id)?.name ?? { zh: row.slug, en: row.slug },
      via: secondHandVias[(far.get(row.id) ?? 1) - 1] ?? 'digest',
    })),
  };
}
