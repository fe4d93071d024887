import type { Bilingual } from '@/domain/bilingual';
import type { Tier } from '@/domain/tier';
import type { Facts } from '../reading';
import { bilingual, slugAndName } from '../sql-fragments';
import { formerSlugs, organizationInBrief } from './former-slugs';

export interface ModelWithOrigin {
  id: number;
  slug: string;
  name: Bilingual;
  tier: Tier | null;
  vendor: { slug: string; name: Bilingual; formerSlugs: string[] };
  /** A generation, version or size of a family; its origin is the family's where it has none of its own. */
  member: boolean;
  /** The model that it derives from; null where no source says. */
  origin: { slug: string; name: Bilingual; vendor: { slug: string; name: Bilingual } } | null;
}

/** Which model does each model derive from? */
export async function originsOfModels(facts: Facts): Promise<ModelWithOrigin[]> {
  return facts.db.$queryRaw<ModelWithOrigin[]>`
    SELECT m.id, m.slug, ${bilingual('m.name')} AS name, m.tier,
      m.member_of_id IS NOT NULL AS member,
      ${organizationInBrief} AS vendor,
      (SELECT jsonb_build_object('slug', b.slug, 'name', ${bilingual('b.name')},
          'vendor', ${slugAndName('v')})
        FROM model b JOIN organization v ON v.id = b.vendor_id WHERE b.id = m.derives_from_id) AS origin
    FROM model m JOIN organization o ON o.id = m.vendor_id
      LEFT JOIN ${formerSlugs} former ON former.merged_into = o.id
    ORDER BY o.slug, m.slug`;
}
