import type { Bilingual } from '@/domain/bilingual';
import type { Facts } from '../reading';

export const searchedKinds = [
  'organization',
  'model',
  'product',
  'platform',
  'industry',
  'funding-event',
  'indicator',
  'source',
] as const;
export type SearchedKind = (typeof searchedKinds)[number];

/** A record that may be meant. */
export interface SearchHit {
  kind: SearchedKind;
  slug: string;
  name: Bilingual;
  /** Who it belongs to: a model's or product's vendor, an event's organization. */
  of: { slug: string; name: Bilingual } | null;
  /** The alias or label that the text was found in, where it is not the name. */
  matched: string | null;
  /** 1: the very name; 0.25: the least that is shown. */
  score: number;
  /** How many records of this kind match, with this one. */
  ofKind: number;
}

interface Row extends Omit<SearchHit, 'name'> {
  nameZh: string;
  nameEn: string;
}

/** The least similarity (pg_trgm) that is worth showing. */
const least = 0.3;

/**
 * Which records are meant by a text? Names, aliases and slugs: the very word first, then words that begin with it or
 * hold it, then similar ones. At most `limit` of each kind. The text is data: no character in it is a wildcard.
 */
export async function searchRecords(facts: Facts, text: string, limit = 12): Promise<SearchHit[]> {
  const asked = text.toLowerCase();
  const rows = await facts.db.$queryRaw<Row[]>`
    WITH named AS (
      SELECT 'organization' AS kind, slug, name_zh, name_en, aliases, NULL::int AS owner FROM organization
      UNION ALL SELECT 'model', slug, name_zh, name_en, aliases, vendor_id FROM model
      UNION ALL SELECT 'product', slug, name_zh, name_en, aliases, vendor_id FROM product
      UNION ALL SELECT 'platform', slug, name_zh, name_en, aliases, vendor_id FROM platform
      UNION ALL SELECT 'industry', slug, name_zh, name_en, aliases, NULL FROM industry
      UNION ALL SELECT 'indicator', slug, name_zh, name_en, '{}', NULL FROM indicator
      UNION ALL SELECT 'source', slug, title, title, ARRAY_REMOVE(ARRAY[publisher, author], NULL), NULL FROM source
      UNION ALL SELECT 'funding-event', f.slug, concat_ws(' ', o.name_zh, f.round), concat_ws(' ', o.name_en, f.round),
        o.aliases || coalesce((SELECT array_agg(i.name_zh) || array_agg(i.name_en) FROM participation p
          JOIN organization i ON i.id = p.investor_id WHERE p.record_id = f.id), '{}'), f.organization_id
        FROM funding_event f JOIN organization o ON o.id = f.organization_id
    ), scored AS (
      SELECT named.*, best.word, best.score FROM named CROSS JOIN LATERAL (
        SELECT word, CASE WHEN lower(word) = ${asked} THEN 1
            WHEN starts_with(lower(word), ${asked}) THEN 0.9
            WHEN position(${asked} IN lower(word)) > 0 THEN 0.7
            ELSE similarity(word, ${asked}) * 0.65 END AS score, place
        FROM unnest(ARRAY[name_zh, name_en, slug] || aliases) WITH ORDINALITY AS words (word, place)
        ORDER BY score DESC, place LIMIT 1
      ) AS best
      WHERE best.score >= ${least * 0.65}
    ), ranked AS (
      SELECT scored.*, row_number() OVER by_kind AS place, (count(*) OVER (PARTITION BY kind))::int AS of_kind
      FROM scored WINDOW by_kind AS (PARTITION BY kind ORDER BY score DESC, length(name_zh), slug)
    )
    SELECT r.kind, r.slug, r.name_zh AS "nameZh", r.name_en AS "nameEn", r.score::float8 AS score, r.of_kind AS "ofKind",
      CASE WHEN r.word NOT IN (r.name_zh, r.name_en, r.slug) THEN r.word END AS matched,
      CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('slug', o.slug,
        'name', jsonb_build_object('zh', o.name_zh, 'en', o.name_en)) END AS of
    FROM ranked r LEFT JOIN organization o ON o.id = r.owner
    WHERE r.place <= ${limit}
    ORDER BY r.score DESC, length(r.name_zh), r.slug`;
  return rows.map(({ nameZh, nameEn, ...row }) => ({ ...row, name: { zh: nameZh, en: nameEn } }));
}
