import type { Bilingual } from '@/domain/bilingual';
import type { Facts } from '../reading';
import { fundingColumns } from './funding-columns';

/** Vendors with most models, products, industries and funding events on record, the busiest first. */
export async function busiestVendors(
  facts: Facts,
  limit: number,
): Promise<{ slug: string; name: Bilingual }[]> {
  const events = new Map<number, number>();
  for (const id of (await fundingColumns(facts)).organization) events.set(id, (events.get(id) ?? 0) + 1);
  const rows = await facts.db.$queryRaw<{ slug: string; zh: string; en: string }[]>`
    WITH records AS (
      SELECT vendor_id AS id FROM model UNION ALL SELECT vendor_id FROM product
      UNION ALL SELECT organization_id FROM coverage UNION ALL SELECT organization_id FROM placement
    ), counts AS (
      SELECT id, count(*) AS count FROM records GROUP BY id
      UNION ALL SELECT * FROM unnest(${[...events.keys()]}::int[], ${[...events.values()]}::int[])
    )
    SELECT o.slug, o.name_zh AS zh, o.name_en AS en FROM counts JOIN organization o USING (id)
    WHERE 'vendor' = ANY(o.roles) GROUP BY o.id, o.slug, o.name_zh, o.name_en ORDER BY sum(count) DESC, o.slug LIMIT ${limit}`;
  return rows.map(({ slug, zh, en }) => ({ slug, name: { zh, en } }));
}
