import type { Bilingual } from '@/domain/bilingual';
import type { Facts } from '../reading';

export interface NamedVendor {
  slug: string;
  name: Bilingual;
  /** Slugs of records that were merged into it. */
  formerSlugs: string[];
}

interface Row {
  slug: string;
  nameZh: string;
  nameEn: string;
  formerSlugs: string[];
}

/** Which organizations supply models, platforms, infrastructure or applications? By slug. */
export async function vendorsByName(facts: Facts): Promise<NamedVendor[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT o.slug, o.name_zh AS "nameZh", o.name_en AS "nameEn",
      ARRAY(SELECT r.slug FROM public.record r WHERE r.merged_into = o.id ORDER BY r.slug) AS "formerSlugs"
    FROM organization o WHERE 'vendor' = ANY(o.roles) ORDER BY o.slug`;
  return rows.map((row) => ({
    slug: row.slug,
    name: { zh: row.nameZh, en: row.nameEn },
    formerSlugs: row.formerSlugs,
  }));
}
