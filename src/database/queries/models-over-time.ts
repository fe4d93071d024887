import type { Bilingual } from '@/domain/bilingual';
import type { CountedModel } from '@/domain/model-count';
import type { Precision } from '@/domain/partial-date';
import type { Access } from '@/records/model/schema';
import type { Facts } from '../reading';
import { bilingual, partialDateOrNull } from '../sql-fragments';
import { formerSlugs, organizationInBrief } from './former-slugs';
import { familyColumns, modelFamilies } from './model-families';

export interface DatedModel extends CountedModel {
  id: number;
  slug: string;
  name: Bilingual;
  vendor: { slug: string; name: Bilingual; formerSlugs: string[] };
  /** First and last day on which it may have been released; null: no source says. */
  released: { from: string; to: string; precision: Precision } | null;
  /** A count; null: no source says. */
  parameters: number | null;
  /** Empty: no source says. */
  access: Access[];
}

/** When was each model released, how large is it, and how do others reach it? Oldest first, then those without a date. */
export async function modelsOverTime(facts: Facts): Promise<DatedModel[]> {
  const rows = await facts.db.$queryRaw<(Omit<DatedModel, 'parameters'> & { parameters: bigint | null })[]>`
    SELECT m.id, m.slug, ${bilingual('m.name')} AS name, m.tier, ${familyColumns}, m.parameters, m.access,
      ${partialDateOrNull('m.released')} AS released,
      ${organizationInBrief} AS vendor
    FROM model m JOIN ${modelFamilies} family ON family.id = m.id JOIN organization o ON o.id = m.vendor_id
      LEFT JOIN ${formerSlugs} former ON former.merged_into = o.id
    ORDER BY m.released_from NULLS LAST, m.slug`;
  return rows.map((row) => ({ ...row, parameters: row.parameters === null ? null : Number(row.parameters) }));
}
