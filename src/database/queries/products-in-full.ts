import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { ProductCategory } from '@/records/product/schema';
import type { Facts } from '../reading';
import { bilingual, bilingualOrNull, slugAndName } from '../sql-fragments';
import { evidenceOfRecords } from './evidence-of-records';

interface Named {
  slug: string;
  name: Bilingual;
}

/** A product with the model that it is built on. */
export interface ProductInFull extends Named {
  id: number;
  vendor: Named;
  model: Named | null;
  category: ProductCategory;
  status: 'announced' | 'released' | 'withdrawn' | null;
  industries: Named[];
  note: Bilingual | null;
  evidence: Evidence[];
}

/** Which products are on record? All of them, or those with these ids. */
export async function productsInFull(facts: Facts, ids?: readonly number[]): Promise<ProductInFull[]> {
  const only = ids === undefined ? null : [...ids];
  const rows = await facts.db.$queryRaw<Omit<ProductInFull, 'evidence'>[]>`
    SELECT p.id, p.slug, ${bilingual('p.name')} AS name,
      ${slugAndName('v')} AS vendor,
      CASE WHEN m.id IS NOT NULL THEN
        ${slugAndName('m')} END AS model,
      p.category, p.status,
      (SELECT coalesce(jsonb_agg(${slugAndName('i')} ORDER BY i.slug), '[]')
        FROM product_industry x JOIN industry i ON i.id = x.industry_id WHERE x.record_id = p.id) AS industries,
      ${bilingualOrNull('p.note')} AS note
    FROM product p JOIN organization v ON v.id = p.vendor_id LEFT JOIN model m ON m.id = p.model_id
    WHERE ${only}::int[] IS NULL OR p.id = ANY(${only}::int[])
    ORDER BY v.slug, p.slug`;
  const evidence = await evidenceOfRecords(
    facts,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, evidence: evidence.get(row.id) ?? [] }));
}
