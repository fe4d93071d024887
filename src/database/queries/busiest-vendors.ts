import type { Bilingual } from '@/domain/bilingual';
import type { Facts } from '../reading';

/** Vendors with most models, products, industries and funding events on record, the busiest first. */
export async function busiestVendors(
  facts: Facts,
  limit: number,
): Promise<{ slug: string; name: Bilingual }[]> {
  const rows = await facts.db.$queryRaw<{ slug: string; zh: string; en: string }[]>`
    WITH records AS (
      SELECT vendor_id AS id FROM model UNION ALL SELECT vendor_id FROM product
      UNION ALL SELECT organization_id FROM coverage UNION ALL SELECT organization_id FROM funding_event
      UNION ALL SELECT organization_id FROM placement
    )
    SELECT o.slug, o.name_zh AS zh, o.name_en AS en FROM records JOIN organization o USING (id)
    WHERE 'vendor' = ANY(o.roles) GROUP BY o.id, o.slug, o.name_zh, o.name_en ORDER BY count(*) DESC, o.slug LIMIT ${limit}`;
  return rows.map(({ slug, zh, en }) => ({ slug, name: { zh, en } }));
}
