import type { Bilingual } from '@/domain/bilingual';
import { type PartialDate, type Precision, partialDateOf } from '@/domain/partial-date';
import type { Facts } from '../reading';

/** A source, and how much rests on it. */
export interface SourceWithUse {
  id: number;
  slug: string;
  title: string;
  author: string | null;
  publisher: string | null;
  url: string | null;
  language: string;
  published: PartialDate | null;
  /** How the date was worked out, where the document carries none. */
  publishedBasis: string | null;
  retrieved: PartialDate | null;
  licence: string | null;
  /** Did one of us read it? */
  seen: boolean;
  note: Bilingual | null;
  /** Records, statements, and statements that an editor doubts; exchange rates count as records. */
  records: number;
  statements: number;
  doubts: number;
  unseen: number;
}

type Span = { from: string; to: string; precision: Precision } | null;
type Row = Omit<SourceWithUse, 'published' | 'retrieved'> & { published: Span; retrieved: Span };

/** Which sources are there, and what rests on each? Those with most statements first. */
export async function sourcesWithUse(facts: Facts): Promise<SourceWithUse[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    WITH said AS (
      SELECT source_id, record_id, doubt_zh IS NOT NULL AS doubted, seen FROM citation
      UNION ALL SELECT source_id, record_id, doubt_zh IS NOT NULL, seen FROM funding_statement
      UNION ALL SELECT source_id, id, false, true FROM exchange_rate
    ), use AS (
      SELECT source_id, count(DISTINCT record_id)::int AS records, count(*)::int AS statements,
        (count(*) FILTER (WHERE doubted))::int AS doubts, (count(*) FILTER (WHERE NOT seen))::int AS unseen
      FROM said GROUP BY source_id
    )
    SELECT s.id, s.slug, s.title, s.author, s.publisher, s.url, s.language, s.published_basis AS "publishedBasis", s.licence, s.seen,
      CASE WHEN s.published_from IS NOT NULL THEN
        jsonb_build_object('from', s.published_from, 'to', s.published_to, 'precision', s.published_precision) END AS published,
      CASE WHEN s.retrieved_from IS NOT NULL THEN
        jsonb_build_object('from', s.retrieved_from, 'to', s.retrieved_to, 'precision', s.retrieved_precision) END AS retrieved,
      CASE WHEN s.note_zh IS NOT NULL THEN jsonb_build_object('zh', s.note_zh, 'en', s.note_en) END AS note,
      coalesce(u.records, 0) AS records, coalesce(u.statements, 0) AS statements, coalesce(u.doubts, 0) AS doubts,
      coalesce(u.unseen, 0) AS unseen
    FROM source s LEFT JOIN use u ON u.source_id = s.id
    ORDER BY statements DESC, s.slug`;
  return rows.map(({ published, retrieved, ...row }) => ({
    ...row,
    published: published === null ? null : partialDateOf(published),
    retrieved: retrieved === null ? null : partialDateOf(retrieved),
  }));
}
