import type { RecordKind } from '@/domain/records/record';
import type { Facts } from '../reading';

/** A record whose name or slug is close to what somebody typed. */
export interface CloseName {
  kind: RecordKind;
  slug: string;
  nameZh: string;
  nameEn: string;
}

/** Names closest to the text, of any kind that has pages, or of one kind; at most `limit`, best first. */
export async function closeMatches(
  facts: Facts,
  text: string,
  kind: RecordKind | null = null,
  limit = 6,
): Promise<CloseName[]> {
  const asked = text.slice(0, 100).toLowerCase();
  return facts.db.$queryRaw<CloseName[]>`
    SELECT kind, slug, name_zh AS "nameZh", name_en AS "nameEn" FROM (
      SELECT 'organization' AS kind, slug, name_zh, name_en, aliases FROM organization
      UNION ALL SELECT 'model', slug, name_zh, name_en, aliases FROM model
      UNION ALL SELECT 'industry', slug, name_zh, name_en, aliases FROM industry
      UNION ALL SELECT 'funding-event', f.slug, o.name_zh || ' ' || coalesce(f.round, ''), o.name_en || ' ' || coalesce(f.round, ''), '{}'
        FROM funding_event f JOIN organization o ON o.id = f.organization_id
      UNION ALL SELECT 'source', slug, title, title, '{}' FROM source
      UNION ALL SELECT 'indicator', slug, name_zh, name_en, '{}' FROM indicator
    ) AS named
    CROSS JOIN LATERAL (
      SELECT max(greatest(similarity(word, ${asked}), CASE WHEN position(${asked} IN word) > 0 THEN 0.6 ELSE 0 END)) AS score
      FROM unnest(ARRAY[slug, lower(name_zh), lower(name_en)] || (SELECT coalesce(array_agg(lower(a)), '{}') FROM unnest(aliases) a)) AS word
    ) AS close
    WHERE score >= 0.25 AND (${kind}::text IS NULL OR kind = ${kind})
    ORDER BY score DESC, slug LIMIT ${limit}`;
}
