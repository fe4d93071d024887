import type { Bilingual } from '@/domain/bilingual';
import type { CountedModel } from '@/domain/model-count';
import type { Modality } from '@/records/model/schema';
import type { Facts } from '../reading';
import { bilingual } from '../sql-fragments';
import { formerSlugs, organizationInBrief } from './former-slugs';
import { familyColumns, modelFamilies } from './model-families';

export interface ModelWithModalities extends CountedModel {
  id: number;
  slug: string;
  name: Bilingual;
  vendor: { slug: string; name: Bilingual; formerSlugs: string[] };
  /** Empty: no source says. */
  modalities: Modality[];
}

/** Which modalities does each model cover? */
export async function modalitiesOfModels(facts: Facts): Promise<ModelWithModalities[]> {
  return facts.db.$queryRaw<ModelWithModalities[]>`
    SELECT m.id, m.slug, ${bilingual('m.name')} AS name, m.tier, ${familyColumns}, m.modalities,
      ${organizationInBrief} AS vendor
    FROM model m JOIN ${modelFamilies} family ON family.id = m.id JOIN organization o ON o.id = m.vendor_id
      LEFT JOIN ${formerSlugs} former ON former.merged_into = o.id
    ORDER BY o.slug, m.slug`;
}
