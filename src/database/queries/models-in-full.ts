import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { CountedModel } from '@/domain/model-count';
import { type PartialDate, type Precision, partialDateOf } from '@/domain/partial-date';
import type { Access, Modality } from '@/records/model/schema';
import { Prisma } from '../generated/client';
import type { Facts } from '../reading';
import { evidenceOfRecords } from './evidence-of-records';
import { familyColumns, modelFamilies } from './model-families';

interface Named {
  slug: string;
  name: Bilingual;
}

/** A model with everything that is known of it; `memberOf` and `derivesFrom` are its direct parents. */
export interface ModelInFull extends Named, CountedModel {
  id: number;
  aliases: string[];
  vendor: Named;
  partners: Named[];
  /** The source's own word where it is not a tier. */
  category: string | null;
  family: boolean;
  modalities: Modality[];
  /** A count; null where no source gives it. */
  parameters: number | null;
  access: Access[];
  memberOf: Named | null;
  derivesFrom: Named | null;
  platform: Named | null;
  industries: Named[];
  released: PartialDate | null;
  urls: string[];
  note: Bilingual | null;
  evidence: Evidence[];
}

type Row = Omit<ModelInFull, 'parameters' | 'released' | 'evidence'> & {
  parameters: bigint | null;
  released: { from: string; to: string; precision: Precision } | null;
};

const named = (table: string) =>
  Prisma.raw(
    `jsonb_build_object('slug', ${table}.slug, 'name', jsonb_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en))`,
  );

/** Which models are on record? All of them, or those with these ids; by vendor, then tier, then slug. */
export async function modelsInFull(facts: Facts, ids?: readonly number[]): Promise<ModelInFull[]> {
  const only = ids === undefined ? null : [...ids];
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT m.id, m.slug, jsonb_build_object('zh', m.name_zh, 'en', m.name_en) AS name, m.aliases, ${named('v')} AS vendor,
      (SELECT coalesce(jsonb_agg(${named('o')} ORDER BY o.slug), '[]') FROM model_partner p
        JOIN organization o ON o.id = p.organization_id WHERE p.record_id = m.id) AS partners,
      m.tier, ${familyColumns}, m.category, m.family, m.modalities, m.parameters, m.access,
      CASE WHEN a.id IS NOT NULL THEN ${named('a')} END AS "memberOf",
      CASE WHEN d.id IS NOT NULL THEN ${named('d')} END AS "derivesFrom",
      CASE WHEN f.id IS NOT NULL THEN ${named('f')} END AS platform,
      (SELECT coalesce(jsonb_agg(${named('i')} ORDER BY i.slug), '[]') FROM model_industry x
        JOIN industry i ON i.id = x.industry_id WHERE x.record_id = m.id) AS industries,
      CASE WHEN m.released_from IS NOT NULL THEN
        jsonb_build_object('from', m.released_from, 'to', m.released_to, 'precision', m.released_precision) END AS released,
      m.urls, CASE WHEN m.note_zh IS NOT NULL THEN jsonb_build_object('zh', m.note_zh, 'en', m.note_en) END AS note
    FROM model m JOIN ${modelFamilies} family ON family.id = m.id JOIN organization v ON v.id = m.vendor_id
      LEFT JOIN model a ON a.id = m.member_of_id LEFT JOIN model d ON d.id = m.derives_from_id LEFT JOIN platform f ON f.id = m.platform_id
    WHERE ${only}::int[] IS NULL OR m.id = ANY(${only}::int[])
    ORDER BY v.slug, array_position(ARRAY['general', 'task', 'industry'], m.tier), m.slug`;
  const evidence = await evidenceOfRecords(
    facts,
    rows.map(({ id }) => id),
  );
  return rows.map(({ parameters, released, ...row }) => ({
    ...row,
    parameters: parameters === null ? null : Number(parameters),
    released: released === null ? null : partialDateOf(released),
    evidence: evidence.get(row.id) ?? [],
  }));
}
