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

interface Row extends Omit<EditionInBrief, 'note'> {
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
    ), few AS (
      SELECT id FROM touched WHERE edition IN (SELECT edition FROM sums WHERE records <= ${named})
    ), names AS (
      SELECT id, name_zh, name_en FROM public.organization WHERE id IN (SELECT id FROM few)
      UNION ALL SELECT id, name_zh, name_en FROM public.model WHERE id IN (SELECT id FROM few)
      UNION ALL SELECT id, name_zh, name_en FROM public.platform WHERE id IN (SELECT id FROM few)
      UNION ALL SELECT id, name_zh, name_en FROM public.product WHERE id IN (SELECT id FROM few)
      UNION ALL SELECT id, name_zh, name_en FROM public.industry WHERE id IN (SELECT id FROM few)
      UNION ALL SELECT id, name_zh, name_en FROM public.indicator WHERE id IN (SELECT id FROM few)
      UNION ALL SELECT id, title, title FROM public.source WHERE id IN (SELECT id FROM few)
      UNION ALL SELECT id, person_zh, person_en FROM public.people_move WHERE id IN (SELECT id FROM few)
      UNION ALL SELECT f.id, concat_ws(' ', o.name_zh, f.round), concat_ws(' ', o.name_en, f.round)
        FROM public.funding_event f JOIN public.organization o ON o.id = f.organization_id WHERE f.id IN (SELECT id FROM few)
    )
    SELECT n.number, n.published, n.origin, n.note_zh AS "noteZh", n.note_en AS "noteEn",
      coalesce(s.records, 0) AS records, coalesce(s."byKind", '[]') AS "byKind",
      CASE WHEN s.records <= ${named} THEN (
        SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'slug', t.slug,
          'name', CASE WHEN names.id IS NOT NULL THEN jsonb_build_object('zh', names.name_zh, 'en', names.name_en) END)
          ORDER BY t.kind, t.slug)
        FROM touched t LEFT JOIN names ON names.id = t.id WHERE t.edition = n.number
      ) ELSE '[]' END AS changed
    FROM newest n LEFT JOIN sums s ON s.edition = n.number ORDER BY n.number DESC`;
  return rows.map(({ noteZh, noteEn, changed, ...row }) => ({
    ...row,
    note: { zh: noteZh, en: noteEn },
    changed: changed ?? [],
  }));
}
