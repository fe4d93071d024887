import type { Bilingual } from '@/domain/bilingual';
import type { Facts } from '../reading';

export interface NamedOrganization {
  slug: string;
  name: Bilingual;
  /** Does it supply models, platforms, infrastructure or applications? */
  vendor: boolean;
  /** Slugs of records that were merged into it. */
  formerSlugs: string[];
}

interface Row {
  slug: string;
  nameZh: string;
  nameEn: string;
  vendor: boolean;
  formerSlugs: string[];
}

/** Which organizations are on record? By slug. */
export async function organizationsByName(facts: Facts): Promise<NamedOrganization[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT o.slug, o.name_zh AS "nameZh", o.name_en AS "nameEn", 'vendor' = ANY(o.roles) AS vendor,
      ARRAY(SELECT r.slug FROM public.record r WHERE r.merged_into = o.id ORDER BY r.slug) AS "formerSlugs"
    FROM organization o ORDER BY o.slug`;
  return rows.map(({ slug, nameZh, nameEn, vendor, formerSlugs }) => ({
    slug,
    name: { zh: nameZh, en: nameEn },
    vendor,
    formerSlugs,
  }));
}
