import type { Bilingual } from '@/domain/bilingual';
import type { Tier } from '@/domain/records/model';
import type { Facts } from '../reading';

/** A model in a line of descent; `parent` is the slug that it derives from, null at the top. */
export interface ModelInLineage {
  slug: string;
  name: Bilingual;
  vendor: { slug: string; name: Bilingual };
  tier: Tier | null;
  parent: string | null;
}

/**
 * Which models descend from the same root as this one? The whole tree, root first, each parent before its children;
 * alone where nothing is known of its descent.
 */
export async function lineageOfModel(facts: Facts, id: number): Promise<ModelInLineage[]> {
  return facts.db.$queryRaw<ModelInLineage[]>`
    WITH RECURSIVE up AS (
      SELECT id, derives_from_id, 0 AS step FROM model WHERE id = ${id}
      UNION ALL SELECT m.id, m.derives_from_id, up.step + 1 FROM up JOIN model m ON m.id = up.derives_from_id WHERE up.step < 30
    ), tree AS (
      (SELECT id, 0 AS depth FROM up ORDER BY step DESC LIMIT 1)
      UNION ALL SELECT m.id, tree.depth + 1 FROM tree JOIN model m ON m.derives_from_id = tree.id WHERE tree.depth < 30
    )
    SELECT m.slug, jsonb_build_object('zh', m.name_zh, 'en', m.name_en) AS name, m.tier,
      jsonb_build_object('slug', v.slug, 'name', jsonb_build_object('zh', v.name_zh, 'en', v.name_en)) AS vendor,
      CASE WHEN t.depth > 0 THEN p.slug END AS parent
    FROM tree t JOIN model m ON m.id = t.id JOIN organization v ON v.id = m.vendor_id LEFT JOIN model p ON p.id = m.derives_from_id
    ORDER BY t.depth, m.slug`;
}
