import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { CountedModel } from '@/domain/model-count';
import { layerSlugs } from '@/records/layer/schema';
import type { Access, Modality } from '@/records/model/schema';
import type { organizationKinds } from '@/records/organization/schema';
import type { ProductCategory } from '@/records/product/schema';
import type { Facts } from '../reading';
import { bilingual, slugAndName } from '../sql-fragments';
import { evidenceOfRecords } from './evidence-of-records';
import { modelFamilies } from './model-families';
import { moneyOfOrganizations, type RaisedInFull } from './money-raised';
import { type LayerStand, standsOnLayers } from './stands-on-layers';

/** A name with its page's slug, and what sources say of the record. */
export interface ComparedRecord {
  id: number;
  slug: string;
  name: Bilingual;
  evidence: Evidence[];
}

export interface ComparedModel extends ComparedRecord, CountedModel {
  family: boolean;
  derived: boolean;
  modalities: Modality[];
  access: Access[];
  /** A count; null where no source gives it. */
  parameters: number | null;
  industries: { slug: string; name: Bilingual }[];
}

export interface ComparedProduct extends ComparedRecord {
  category: ProductCategory;
}

/** A statement that the vendor serves an industry; slug and name are the industry's. */
export type ComparedCoverage = ComparedRecord;

/** One author's words on where the vendor is strong. */
export interface ComparedPosition {
  id: number;
  text: Bilingual;
  evidence: Evidence[];
}

/** The number of models that the vendor is said to have. */
export interface ClaimedModels {
  id: number;
  value: number | null;
  min: number | null;
  max: number | null;
  evidence: Evidence[];
}

export interface ComparedFunding {
  id: number;
  slug: string;
  disclosed: boolean;
  evidence: Evidence[];
}

/** Everything that the comparison says of one vendor. */
export interface ComparedVendor extends ComparedRecord {
  kind: (typeof organizationKinds)[number];
  roles: string[];
  country: string | null;
  place: string | null;
  models: ComparedModel[];
  platforms: ComparedRecord[];
  products: ComparedProduct[];
  coverages: ComparedCoverage[];
  /** With what the source of a stated place says, or the sources of the records that a derived one follows from. */
  layers: (LayerStand & { evidence: Evidence[] })[];
  positions: ComparedPosition[];
  claimedModels: ClaimedModels[];
  funding: ComparedFunding[];
  /** What it raised, and what each of its events does in it. */
  money: Record<'CNY' | 'USD', RaisedInFull>;
}

interface Row {
  id: number;
  slug: string;
  nameZh: string;
  nameEn: string;
  kind: ComparedVendor['kind'];
  roles: string[];
  country: string | null;
  place: string | null;
  models: (Omit<ComparedModel, 'evidence' | 'derived'> & { derivesFromId: number | null })[];
  platforms: Omit<ComparedRecord, 'evidence'>[];
  products: Omit<ComparedProduct, 'evidence'>[];
  coverages: Omit<ComparedRecord, 'evidence'>[];
  layers: (LayerStand & { records: number[] })[];
  positions: Omit<ComparedPosition, 'evidence'>[];
  claimedModels: Omit<ClaimedModels, 'evidence'>[];
  funding: Omit<ComparedFunding, 'evidence'>[];
}

/** The indicator that holds how many models a vendor is said to have. */
const claimIndicator = 'models-owned';

/** What is on record of these vendors, in the order asked? A slug that names no organization is left out. */
export async function vendorsToCompare(facts: Facts, slugs: readonly string[]): Promise<ComparedVendor[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    WITH families AS MATERIALIZED (SELECT * FROM ${modelFamilies} every)
    SELECT o.id, o.slug, o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind, o.roles, o.country, o.place,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'slug', m.slug, 'tier', m.tier, 'family', m.family,
          'derivesFromId', m.derives_from_id,
          'head', family.head, 'headTier', family.head_tier, 'collects', family.collects, 'modalities', m.modalities, 'access', m.access, 'parameters', m.parameters,
          'name', ${bilingual('m.name')},
          'industries', (SELECT coalesce(jsonb_agg(${slugAndName('i')} ORDER BY i.slug), '[]')
            FROM model_industry mi JOIN industry i ON i.id = mi.industry_id WHERE mi.record_id = m.id)
        ) ORDER BY m.slug), '[]') FROM model m JOIN families family ON family.id = m.id WHERE m.vendor_id = o.id) AS models,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'slug', p.slug,
          'name', ${bilingual('p.name')}) ORDER BY p.slug), '[]')
        FROM platform p WHERE p.vendor_id = o.id) AS platforms,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'slug', p.slug, 'category', p.category,
          'name', ${bilingual('p.name')}) ORDER BY p.slug), '[]')
        FROM product p WHERE p.vendor_id = o.id) AS products,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'slug', i.slug,
          'name', ${bilingual('i.name')}) ORDER BY i.slug), '[]')
        FROM coverage c JOIN industry i ON i.id = c.industry_id WHERE c.organization_id = o.id) AS coverages,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('layer', layer, 'stated', stated, 'records', records)
          ORDER BY array_position(${layerSlugs}::text[], layer) DESC), '[]')
        FROM (SELECT stand.layer, bool_or(stand.stated) AS stated, CASE WHEN bool_or(stand.stated)
            THEN array_agg(stand.record_id) FILTER (WHERE stand.stated)
            ELSE array_agg(stand.record_id ORDER BY stand.record_id) END AS records
          FROM ${standsOnLayers} stand WHERE stand.organization_id = o.id GROUP BY stand.layer) stands) AS layers,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id,
          'text', ${bilingual('p.text')}) ORDER BY p.slug), '[]')
        FROM position p WHERE p.organization_id = o.id) AS positions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'value', b.value, 'min', b.min, 'max', b.max)
          ORDER BY b.date_from DESC, b.slug), '[]')
        FROM observation b JOIN indicator n ON n.id = b.indicator_id
        WHERE b.about_id = o.id AND n.slug = ${claimIndicator}) AS "claimedModels",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'slug', f.slug,
          'disclosed', f.amount_min IS NOT NULL OR f.amount_max IS NOT NULL)
          ORDER BY f.announced_from DESC NULLS LAST, f.slug), '[]')
        FROM funding_event f WHERE f.organization_id = o.id) AS funding
    FROM organization o WHERE o.slug = ANY(${slugs}::text[])
    ORDER BY array_position(${slugs}::text[], o.slug)`;
  const evidence = await evidenceOfRecords(facts, rows.flatMap(idsOf));
  const ids = rows.map(({ id }) => id);
  const [inCny, inUsd] = [
    await moneyOfOrganizations(facts, ids, 'CNY'),
    await moneyOfOrganizations(facts, ids, 'USD'),
  ];
  const withEvidence = <T extends { id: number }>(each: T) => ({
    ...each,
    evidence: evidence.get(each.id) ?? [],
  });
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: { zh: row.nameZh, en: row.nameEn },
    kind: row.kind,
    roles: row.roles,
    country: row.country,
    place: row.place,
    evidence: evidence.get(row.id) ?? [],
    models: row.models.map(({ derivesFromId, ...model }) => ({
      ...withEvidence(model),
      derived: derivesFromId !== null,
    })),
    platforms: row.platforms.map(withEvidence),
    products: row.products.map(withEvidence),
    coverages: row.coverages.map(withEvidence),
    layers: row.layers.map(({ records, ...stand }) => ({
      ...stand,
      evidence: records.flatMap((id) => evidence.get(id) ?? []),
    })),
    positions: row.positions.map(withEvidence),
    claimedModels: row.claimedModels.map(withEvidence),
    funding: row.funding.map(withEvidence),
    money: { CNY: inCny.get(row.id) as RaisedInFull, USD: inUsd.get(row.id) as RaisedInFull },
  }));
}

function idsOf(row: Row): number[] {
  const children = [
    row.models,
    row.platforms,
    row.products,
    row.coverages,
    row.positions,
    row.claimedModels,
    row.funding,
  ];
  return [
    row.id,
    ...children.flatMap((list) => list.map(({ id }) => id)),
    ...row.layers.flatMap(({ records }) => records),
  ];
}
