import type { Bilingual } from '@/domain/bilingual';
import type { Tier } from '@/domain/tier';
import { Prisma } from '../generated/client';
import type { Facts } from '../reading';
import { bilingual, slugAndName } from '../sql-fragments';

/** What ties a model to the one above it. */
export type Tie = 'memberOf' | 'derivesFrom';
const columns: Readonly<Record<Tie, Prisma.Sql>> = {
  memberOf: Prisma.raw('member_of_id'),
  derivesFrom: Prisma.raw('derives_from_id'),
};

/** A model in a tree of its family or of its descent; `parent` is the slug above it, null at the top. */
export interface ModelInLineage {
  slug: string;
  name: Bilingual;
  vendor: { slug: string; name: Bilingual };
  tier: Tier | null;
  parent: string | null;
}

/**
 * Which models are of the same family as this one, or descend from the same root? The whole tree, root first, each parent before its children;
 * alone where nothing is known of it.
 */
export async function lineageOfModel(facts: Facts, id: number, tie: Tie): Promise<ModelInLineage[]> {
  const up = columns[tie];
  return facts.db.$queryRaw<ModelInLineage[]>`
    WITH RECURSIVE up AS (
      SELECT id, ${up} AS above, 0 AS step FROM model WHERE id = ${id}
      UNION ALL SELECT m.id, m.${up}, up.step + 1 FROM up JOIN model m ON m.id = up.above WHERE up.step < 30
    ), tree AS (
      (SELECT id, 0 AS depth FROM up ORDER BY step DESC LIMIT 1)
      UNION ALL SELECT m.id, tree.depth + 1 FROM tree JOIN model m ON m.${up} = tree.id WHERE tree.depth < 30
    )
    SELECT m.slug, ${bilingual('m.name')} AS name, m.tier,
      ${slugAndName('v')} AS vendor,
      CASE WHEN t.depth > 0 THEN p.slug END AS parent
    FROM tree t JOIN model m ON m.id = t.id JOIN organization v ON v.id = m.vendor_id LEFT JOIN model p ON p.id = m.${up}
    ORDER BY t.depth, m.slug`;
}
