import type { Bilingual } from '@/domain/bilingual';
import type { CountedModel } from '@/domain/model-count';
import type { LayerSlug } from '@/records/layer/schema';
import type { Model } from '@/records/model/schema';
import { keptForEdition } from '../kept-for-edition';
import type { Facts } from '../reading';
import { readRecordRow, recordColumns } from '../record-columns';
import { familyColumns, modelFamilies } from './model-families';
import { standsOnLayers } from './stands-on-layers';

interface Named {
  slug: string;
  name: Bilingual;
}

/** Fields of a model that are columns of its own. */
type ModelColumns = Omit<
  Model,
  | 'name'
  | 'vendor'
  | 'partners'
  | 'memberOf'
  | 'derivesFrom'
  | 'platform'
  | 'industries'
  | 'note'
  | 'citations'
>;

/** A model as far as a list of all models needs it: to filter, count and sort. */
export interface ModelInBrief extends ModelColumns, CountedModel {
  name: Bilingual;
  id: number;
  vendor: Named & { place: string | null; layers: LayerSlug[] };
  partners: Named[];
  memberOf: Named | null;
  industries: Named[];
}

interface Row extends ModelColumns, CountedModel {
  id: number;
  nameZh: string;
  nameEn: string;
  vendor: number;
  memberOf: number | null;
}

/** All models, by vendor, then slug. Read once an edition; names are shared between rows, so that many fit into memory. */
export const modelsInBrief = keptForEdition(
  'models-in-brief',
  async (facts: Facts): Promise<ModelInBrief[]> => {
    const organizations = await facts.db.$queryRaw<
      { id: number; slug: string; zh: string; en: string; place: string | null; layers: LayerSlug[] }[]
    >`
    SELECT o.id, o.slug, o.name_zh AS zh, o.name_en AS en, o.place, coalesce(p.layers, '{}') AS layers
    FROM organization o LEFT JOIN (
      SELECT stand.organization_id AS id, array_agg(DISTINCT stand.layer ORDER BY stand.layer) AS layers
      FROM ${standsOnLayers} stand GROUP BY stand.organization_id
    ) p USING (id)
    WHERE o.id IN (SELECT vendor_id FROM model UNION SELECT organization_id FROM model_partner)`;
    const byId = new Map(
      organizations.map(({ id, slug, zh, en, place, layers }) => [
        id,
        { slug, name: { zh, en }, place, layers },
      ]),
    );
    const industries = new Map(
      (
        await facts.db.$queryRaw<{ id: number; slug: string; zh: string; en: string }[]>`
        SELECT id, slug, name_zh AS zh, name_en AS en FROM industry`
      ).map(({ id, slug, zh, en }) => [id, { slug, name: { zh, en } }]),
    );
    const served = await linksOf(facts, 'industry');
    const partners = await linksOf(facts, 'partner');
    const rows = await facts.db.$queryRaw<Row[]>`
    SELECT m.id, m.name_zh AS "nameZh", m.name_en AS "nameEn", m.vendor_id AS vendor, m.member_of_id AS "memberOf", ${familyColumns},
      ${recordColumns('model', 'm', 'plain')}
    FROM model m JOIN ${modelFamilies} family ON family.id = m.id ORDER BY m.vendor_id, m.slug`;
    const names = new Map(
      rows.map(({ id, slug, nameZh, nameEn }) => [id, { slug, name: { zh: nameZh, en: nameEn } }]),
    );
    return rows.flatMap(({ nameZh, nameEn, vendor, memberOf, ...row }) => {
      const owner = byId.get(vendor);
      if (!owner) return [];
      return [
        {
          ...readRecordRow('model', row),
          name: { zh: nameZh, en: nameEn },
          vendor: owner,
          memberOf: memberOf === null ? null : (names.get(memberOf) ?? null),
          partners: (partners.get(row.id) ?? []).flatMap((id) => byId.get(id) ?? []),
          industries: (served.get(row.id) ?? []).flatMap((id) => industries.get(id) ?? []),
        },
      ];
    });
  },
);

async function linksOf(facts: Facts, which: 'industry' | 'partner'): Promise<Map<number, number[]>> {
  const rows =
    which === 'industry'
      ? await facts.db.$queryRaw<{ id: number; to: number }[]>`
          SELECT x.record_id AS id, x.industry_id AS "to" FROM model_industry x JOIN industry i ON i.id = x.industry_id ORDER BY i.slug`
      : await facts.db.$queryRaw<{ id: number; to: number }[]>`
          SELECT p.record_id AS id, p.organization_id AS "to" FROM model_partner p JOIN organization o ON o.id = p.organization_id ORDER BY o.slug`;
  const links = new Map<number, number[]>();
  for (const { id, to } of rows) {
    const known = links.get(id);
    if (known) known.push(to);
    else links.set(id, [to]);
  }
  return links;
}
