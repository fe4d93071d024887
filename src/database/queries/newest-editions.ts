import type { Bilingual } from '@/domain/bilingual';
import type { RecordKind } from '@/domain/records/record';
import type { Facts } from '../reading';

/** How an edition came about; `outside`: written to the database without the app. */
export type EditionOrigin = 'starting-facts' | 'form' | 'news' | 'import' | 'api' | 'undo' | 'outside';

/** A record that an edition changed. */
export interface ChangedRecord {
  kind: RecordKind;
  slug: string;
  /** Its name; null for kinds without one. */
  name: Bilingual | null;
}

/** One publication and what it changed. */
export interface EditionInBrief {
  number: number;
  published: Date;
  origin: EditionOrigin;
  note: Bilingual;
  /** Number of records changed. */
  records: number;
  /** The same by kind, the most first. */
  byKind: { kind: RecordKind; count: number }[];
  /** The records themselves where they are few (`named`), else empty. */
  changed: ChangedRecord[];
}

interface Row extends Omit<EditionInBrief, 'note' | 'changed'> {
  changed: (Pick<ChangedRecord, 'kind' | 'slug'> & { id: number })[] | null;
  noteZh: string;
  noteEn: string;
}

/** Editions that change no more records than this tell which. */
const named = 3;

/** What did the last editions change? Newest first, none after the edition of the facts. */
export async function newestEditions(facts: Facts, limit: number): Promise<EditionInBrief[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    WITH newest AS (
      SELECT number, published, origin, note_zh, note_en FROM public.edition
      WHERE number <= ${facts.edition} ORDER BY number DESC LIMIT ${limit}
    ), touched AS (
      SELECT DISTINCT c.edition, r.id, r.kind, r.slug
      FROM public.change c JOIN newest n ON n.number = c.edition JOIN public."record" r ON r.id = c.record_id
    ), kinds AS (
      SELECT edition, kind, count(*)::int AS count FROM touched GROUP BY edition, kind
    ), sums AS (
      SELECT edition, sum(count)::int AS records,
        jsonb_agg(jsonb_build_object('kind', kind, 'count', count) ORDER BY count DESC, kind) AS "byKind"
      FROM kinds GROUP BY edition
    )
    SELECT n.number, n.published, n.origin, n.note_zh AS "noteZh", n.note_en AS "noteEn",
      coalesce(s.records, 0) AS records, coalesce(s."byKind", '[]') AS "byKind",
      CASE WHEN s.records <= ${named} THEN (
        SELECT jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'slug', t.slug) ORDER BY t.kind, t.slug)
        FROM touched t WHERE t.edition = n.number
      ) ELSE '[]' END AS changed
    FROM newest n LEFT JOIN sums s ON s.edition = n.number ORDER BY n.number DESC`;
  const names = await namesOfRecords(
    facts,
    rows.flatMap(({ changed }) => (changed ?? []).map(({ id }) => id)),
  );
  return rows.map(({ noteZh, noteEn, changed, ...row }) => ({
    ...row,
    note: { zh: noteZh, en: noteEn },
    changed: (changed ?? []).map(({ id, ...record }) => ({ ...record, name: names.get(id) ?? null })),
  }));
}

/** The names of these records as they are today, where they have any. */
async function namesOfRecords(facts: Facts, ids: readonly number[]): Promise<Map<number, Bilingual>> {
  if (ids.length === 0) return new Map();
  const rows = await facts.db.$queryRaw<{ id: number; zh: string; en: string }[]>`
    SELECT id, name_zh AS zh, name_en AS en FROM public.organization WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en FROM public.model WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en FROM public.platform WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en FROM public.product WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en FROM public.industry WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en FROM public.indicator WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, title, title FROM public.source WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, person_zh, person_en FROM public.people_move WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT f.id, concat_ws(' ', o.name_zh, f.round), concat_ws(' ', o.name_en, f.round)
      FROM public.funding_event f JOIN public.organization o ON o.id = f.organization_id WHERE f.id = ANY(${ids}::int[])`;
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
}
