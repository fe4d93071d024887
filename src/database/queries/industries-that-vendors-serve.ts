import type { Bilingual } from '@/domain/bilingual';
import type { Facts } from '../reading';
import { bilingualOrNull } from '../sql-fragments';
import { formerSlugs } from './former-slugs';

export interface StatedCoverage {
  id: number;
  vendor: { slug: string; name: Bilingual; formerSlugs: string[] };
  industry: { slug: string; name: Bilingual };
  /** With what, or how, in the words of the record. */
  note: Bilingual | null;
}

interface Row {
  id: number;
  vendor: string;
  vendorZh: string;
  vendorEn: string;
  formerSlugs: string[];
  industry: string;
  industryZh: string;
  industryEn: string;
  note: Bilingual | null;
}

/** Which vendors are said to serve which industries, whether or not a model of theirs for it is known? */
export async function industriesThatVendorsServe(facts: Facts): Promise<StatedCoverage[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT c.id, o.slug AS vendor, o.name_zh AS "vendorZh", o.name_en AS "vendorEn",
      coalesce(former.slugs, '[]') AS "formerSlugs",
      i.slug AS industry, i.name_zh AS "industryZh", i.name_en AS "industryEn",
      ${bilingualOrNull('c.note')} AS note
    FROM coverage c JOIN organization o ON o.id = c.organization_id JOIN industry i ON i.id = c.industry_id
      LEFT JOIN ${formerSlugs} former ON former.merged_into = o.id
    ORDER BY o.slug, i.slug`;
  return rows.map((row) => ({
    id: row.id,
    vendor: { slug: row.vendor, name: { zh: row.vendorZh, en: row.vendorEn }, formerSlugs: row.formerSlugs },
    industry: { slug: row.industry, name: { zh: row.industryZh, en: row.industryEn } },
    note: row.note,
  }));
}
