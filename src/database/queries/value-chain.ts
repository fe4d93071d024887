import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { type LayerSlug, layerSlugs } from '@/records/layer/schema';
import type { Facts } from '../reading';
import { bilingual, bilingualOrNull } from '../sql-fragments';
import { evidenceOfRecords } from './evidence-of-records';
import { modelFamilies } from './model-families';
import { standsOnLayers } from './stands-on-layers';

/** An organization on a layer, with what it is known to have. */
export interface StandingOrganization {
  slug: string;
  name: Bilingual;
  /** Id of the placement that a source states; null where the place follows from our records. */
  placement: number | null;
  note: Bilingual | null;
  /** Families. */
  models: number;
  platforms: number;
  products: number;
  /** Of the placement. */
  evidence: Evidence[];
}

/** A layer of the value chain as its source describes it, and who is on it. */
export interface LayerWithOrganizations {
  id: number;
  slug: LayerSlug;
  name: Bilingual;
  who: Bilingual;
  strengths: Bilingual;
  bottlenecks: Bilingual;
  evidence: Evidence[];
  organizations: StandingOrganization[];
}

type Row = Omit<LayerWithOrganizations, 'evidence' | 'organizations'> & {
  organizations: Omit<StandingOrganization, 'evidence'>[];
};

/** What are the layers, and who stands on each? From applications down to compute; the busiest vendors first. */
export async function valueChain(facts: Facts): Promise<LayerWithOrganizations[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    WITH counted AS MATERIALIZED (
      SELECT o.id AS vendor_id, count(DISTINCT e.head)::int AS models, count(e.platform)::int AS platforms,
        count(e.product)::int AS products
      FROM organization o LEFT JOIN (
        SELECT vendor_id, head, NULL::int AS platform, NULL::int AS product FROM ${modelFamilies} family
        UNION ALL SELECT vendor_id, NULL, id, NULL FROM platform
        UNION ALL SELECT vendor_id, NULL, NULL, id FROM product
      ) e ON e.vendor_id = o.id GROUP BY o.id
    )
    SELECT l.id, l.slug, ${bilingual('l.name')} AS name,
      ${bilingual('l.who')} AS who,
      ${bilingual('l.strengths')} AS strengths,
      ${bilingual('l.bottlenecks')} AS bottlenecks,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('placement', p.id, 'slug', o.slug,
          'name', ${bilingual('o.name')},
          'note', ${bilingualOrNull('p.note')},
          'models', c.models, 'platforms', c.platforms, 'products', c.products)
          ORDER BY c.models + c.platforms + c.products DESC, o.slug), '[]')
        FROM (SELECT stand.organization_id AS id, max(stand.record_id) FILTER (WHERE stand.stated) AS placement
            FROM ${standsOnLayers} stand WHERE stand.layer = l.slug GROUP BY stand.organization_id) stands
          JOIN organization o USING (id) LEFT JOIN placement p ON p.id = stands.placement
          JOIN counted c ON c.vendor_id = o.id) AS organizations
    FROM layer l ORDER BY array_position(${layerSlugs}::text[], l.slug) DESC`;
  const evidence = await evidenceOfRecords(
    facts,
    rows.flatMap(({ id, organizations }) => [
      id,
      ...organizations.flatMap(({ placement }) => placement ?? []),
    ]),
  );
  return rows.map((row) => ({
    ...row,
    evidence: evidence.get(row.id) ?? [],
    organizations: row.organizations.map((each) => ({
      ...each,
      evidence: each.placement === null ? [] : (evidence.get(each.placement) ?? []),
    })),
  }));
}
