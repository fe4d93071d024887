import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { CountedModel } from '@/domain/model-count';
import type { Model } from '@/records/model/schema';
import type { Facts } from '../reading';
import { readRecordRow, recordColumns } from '../record-columns';
import { evidenceOfRecords } from './evidence-of-records';
import { familyColumns, modelFamilies } from './model-families';

interface Named {
  slug: string;
  name: Bilingual;
}

/** Fields of a model that name other records. */
type Naming = 'vendor' | 'partners' | 'memberOf' | 'derivesFrom' | 'platform' | 'industries';

/** A model with everything that is known of it; `memberOf` and `derivesFrom` are its direct parents. */
export interface ModelInFull extends Omit<Model, Naming | 'citations'>, CountedModel {
  id: number;
  tier: Model['tier'];
  vendor: Named;
  partners: Named[];
  memberOf: Named | null;
  derivesFrom: Named | null;
  platform: Named | null;
  industries: Named[];
  evidence: Evidence[];
}

/** Which models are on record? All of them, or those with these ids; by vendor, then tier, then slug. */
export async function modelsInFull(facts: Facts, ids?: readonly number[]): Promise<ModelInFull[]> {
  const only = ids === undefined ? null : [...ids];
  const rows = await facts.db.$queryRaw<Omit<ModelInFull, 'evidence'>[]>`
    SELECT m.id, ${familyColumns}, ${recordColumns('model', 'm')}
    FROM model m JOIN ${modelFamilies} family ON family.id = m.id JOIN organization v ON v.id = m.vendor_id
    WHERE ${only}::int[] IS NULL OR m.id = ANY(${only}::int[])
    ORDER BY v.slug, array_position(ARRAY['general', 'task', 'industry'], m.tier), m.slug`;
  const evidence = await evidenceOfRecords(
    facts,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...readRecordRow('model', row), evidence: evidence.get(row.id) ?? [] }));
}
