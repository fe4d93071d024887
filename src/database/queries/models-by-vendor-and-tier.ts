import type { Bilingual } from '@/domain/bilingual';
import type { CountedModel } from '@/domain/model-count';
import type { Facts } from '../reading';
import { slugAndName } from '../sql-fragments';
import { formerSlugs } from './former-slugs';
import { familyColumns, modelFamilies } from './model-families';

export interface ModelOfVendor extends CountedModel {
  id: number;
  slug: string;
  name: Bilingual;
  vendor: { slug: string; name: Bilingual; formerSlugs: string[] };
  /** The industries that it serves. */
  industries: { slug: string; name: Bilingual }[];
}

interface Row extends CountedModel {
  id: number;
  slug: string;
  nameZh: string;
  nameEn: string;
  vendor: string;
  vendorZh: string;
  vendorEn: string;
  formerSlugs: string[];
  industries: { slug: string; name: Bilingual }[];
}

/** Which models are on record, by which vendor, of which tier, for which industries, and in which families? */
export async function modelsByVendorAndTier(facts: Facts): Promise<ModelOfVendor[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT m.id, m.slug, m.name_zh AS "nameZh", m.name_en AS "nameEn", m.tier, ${familyColumns},
      o.slug AS vendor, o.name_zh AS "vendorZh", o.name_en AS "vendorEn",
      coalesce(former.slugs, '[]') AS "formerSlugs",
      coalesce((
        SELECT jsonb_agg(${slugAndName('i')} ORDER BY i.slug)
        FROM model_industry mi JOIN industry i ON i.id = mi.industry_id WHERE mi.record_id = m.id
      ), '[]') AS industries
    FROM model m JOIN ${modelFamilies} family ON family.id = m.id JOIN organization o ON o.id = m.vendor_id
      LEFT JOIN ${formerSlugs} former ON former.merged_into = o.id
    ORDER BY o.slug, m.slug`;
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: { zh: row.nameZh, en: row.nameEn },
    tier: row.tier,
    head: row.head,
    headTier: row.headTier,
    collects: row.collects,
    vendor: { slug: row.vendor, name: { zh: row.vendorZh, en: row.vendorEn }, formerSlugs: row.formerSlugs },
    industries: row.industries,
  }));
}
