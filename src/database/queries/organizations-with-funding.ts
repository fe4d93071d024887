import type { Bilingual } from '@/domain/bilingual';
import type { Facts } from '../reading';

export interface FundedOrganization {
  slug: string;
  name: Bilingual;
  formerSlugs: string[];
}

interface Row {
  slug: string;
  nameZh: string;
  nameEn: string;
  formerSlugs: string[];
}

/** Which organizations have funding events on record? */
export async function organizationsWithFunding(facts: Facts): Promise<FundedOrganization[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT o.slug, o.name_zh AS "nameZh", o.name_en AS "nameEn",
      ARRAY(SELECT r.slug FROM public.record r WHERE r.merged_into = o.id ORDER BY r.slug) AS "formerSlugs"
    FROM organization o WHERE EXISTS (SELECT FROM funding_event f WHERE f.organization_id = o.id) ORDER BY o.slug`;
  return rows.map(({ slug, nameZh, nameEn, formerSlugs }) => ({
    slug,
    name: { zh: nameZh, en: nameEn },
    formerSlugs,
  }));
}
