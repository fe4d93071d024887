import type { Bilingual } from '@/domain/bilingual';
import type { Modality, Tier } from '@/domain/records/model';
import type { Facts } from '../reading';

export interface ModelWithModalities {
  id: number;
  slug: string;
  name: Bilingual;
  tier: Tier | null;
  vendor: { slug: string; name: Bilingual; formerSlugs: string[] };
  /** Empty: no source says. */
  modalities: Modality[];
}

/** Which modalities does each model cover? A family counts as one model. */
export async function modalitiesOfModels(facts: Facts): Promise<ModelWithModalities[]> {
  return facts.db.$queryRaw<ModelWithModalities[]>`
    SELECT m.id, m.slug, jsonb_build_object('zh', m.name_zh, 'en', m.name_en) AS name, m.tier, m.modalities,
      jsonb_build_object('slug', o.slug, 'name', jsonb_build_object('zh', o.name_zh, 'en', o.name_en),
        'formerSlugs', ARRAY(SELECT r.slug FROM "record" r WHERE r.merged_into = o.id ORDER BY r.slug)) AS vendor
    FROM model m JOIN organization o ON o.id = m.vendor_id
    ORDER BY o.slug, m.slug`;
}
