import type { Bilingual } from '@/domain/bilingual';
import type { LayerSlug } from '@/records/layer/schema';
import type { ProductCategory } from '@/records/product/schema';
import type { Facts } from '../reading';
import { bilingual } from '../sql-fragments';
import { formerSlugs, organizationInBrief } from './former-slugs';
import { modelFamilies } from './model-families';
import { standsOnLayers } from './stands-on-layers';

export interface ChainOrganization {
  slug: string;
  name: Bilingual;
  formerSlugs: string[];
}

/** A source places an organization on a layer. */
export interface ChainPlacement {
  id: number;
  layer: LayerSlug;
  organization: ChainOrganization;
}

/** A platform, model or product of an organization. */
export interface ChainEntry {
  id: number;
  kind: 'platform' | 'model' | 'product';
  slug: string;
  name: Bilingual;
  /** The layer that it puts its organization on. */
  layer: LayerSlug;
  /** Of models: the head of the family, which counts once. */
  head: number | null;
  /** Of products only. */
  category: ProductCategory | null;
  organization: ChainOrganization;
}

/** Which places on layers do sources state, and what platforms, models and products put organizations there? */
export async function valueChainEntries(
  facts: Facts,
): Promise<{ placements: ChainPlacement[]; entries: ChainEntry[] }> {
  const placements = await facts.db.$queryRaw<ChainPlacement[]>`
    SELECT p.id, l.slug AS layer,
      ${organizationInBrief} AS organization
    FROM placement p JOIN organization o ON o.id = p.organization_id JOIN layer l ON l.id = p.layer_id
      LEFT JOIN ${formerSlugs} former ON former.merged_into = o.id
    ORDER BY o.slug, l.slug`;
  const entries = await facts.db.$queryRaw<ChainEntry[]>`
    SELECT e.id, e.kind, e.slug, ${bilingual('e.name')} AS name, stand.layer, e.head, e.category,
      ${organizationInBrief} AS organization
    FROM (
      SELECT id, 'platform' AS kind, slug, name_zh, name_en, NULL::int AS head, NULL AS category, vendor_id FROM platform
      UNION ALL SELECT m.id, 'model', m.slug, m.name_zh, m.name_en, family.head, NULL, m.vendor_id FROM model m JOIN ${modelFamilies} family ON family.id = m.id
      UNION ALL SELECT id, 'product', slug, name_zh, name_en, NULL, category, vendor_id FROM product
    ) e JOIN organization o ON o.id = e.vendor_id JOIN ${standsOnLayers} stand ON stand.record_id = e.id
      LEFT JOIN ${formerSlugs} former ON former.merged_into = o.id
    ORDER BY o.slug, e.kind, e.slug`;
  return { placements, entries };
}
