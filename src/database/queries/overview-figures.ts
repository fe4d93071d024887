import type { Bilingual } from '@/domain/bilingual';
import { memoizeByObject } from '../memoize-by-object';
import type { Facts } from '../reading';
import { bilingual } from '../sql-fragments';
import { type EvidenceColumns, evidenceColumns, marksOf } from './evidence-columns';
import { modelFamilies } from './model-families';

/** How much is on record, as the front page counts it. */
export interface OverviewFigures {
  vendors: number;
  /** Vendors with a model, platform or product on record. */
  makers: number;
  /** Families, by the tier of their head. */
  models: { general: number; task: number; industry: number; unclassified: number };
  /** Versions and sizes, whatever family they are in. */
  versions: number;
  industries: number;
  /** Industries with at least one model of the tier `industry`. */
  industriesWithModel: number;
  /** Industries by the number of vendors with an industry model there, the most first. */
  busiestIndustries: { slug: string; name: Bilingual; vendors: number }[];
  sources: number;
  /** What sources say: citations and statements on funding. */
  statements: number;
  /** Of these, not checked against the source by us. */
  unseen: number;
  /** Of these, measured or officially registered. */
  measured: number;
  /** Of these, doubted by an editor. */
  doubted: number;
}

type Said = Pick<OverviewFigures, 'statements' | 'unseen' | 'measured' | 'doubted'>;

interface Row extends Omit<OverviewFigures, 'models' | keyof Said> {
  general: number;
  task: number;
  industry: number;
  unclassified: number;
}

/** How many vendors, models, industries, sources and statements are on record? */
export async function overviewFigures(facts: Facts): Promise<OverviewFigures> {
  const [row] = await facts.db.$queryRaw<Row[]>`
    WITH entered AS (
      SELECT mi.industry_id AS id, count(DISTINCT m.vendor_id)::int AS vendors
      FROM model m JOIN model_industry mi ON mi.record_id = m.id WHERE m.tier = 'industry' GROUP BY mi.industry_id
    )
    SELECT (SELECT count(*)::int FROM organization WHERE 'vendor' = ANY(roles)) AS vendors,
      (SELECT count(*)::int FROM organization o WHERE 'vendor' = ANY(o.roles)
        AND (EXISTS (SELECT FROM model WHERE vendor_id = o.id) OR EXISTS (SELECT FROM platform WHERE vendor_id = o.id)
          OR EXISTS (SELECT FROM product WHERE vendor_id = o.id))) AS makers,
      counted.*,
      (SELECT count(*)::int FROM industry) AS industries,
      (SELECT count(*)::int FROM entered) AS "industriesWithModel",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', i.slug, 'vendors', e.vendors,
          'name', ${bilingual('i.name')}) ORDER BY e.vendors DESC, i.slug), '[]')
        FROM entered e JOIN industry i ON i.id = e.id) AS "busiestIndustries",
      (SELECT count(*)::int FROM source) AS sources
    FROM (SELECT count(DISTINCT head) FILTER (WHERE head_tier = 'general')::int AS general,
        count(DISTINCT head) FILTER (WHERE head_tier = 'task')::int AS task,
        count(DISTINCT head) FILTER (WHERE head_tier = 'industry')::int AS industry,
        count(DISTINCT head) FILTER (WHERE head_tier IS NULL)::int AS unclassified,
        count(*) FILTER (WHERE NOT collects)::int AS versions FROM ${modelFamilies} family) counted`;
  if (!row) throw new Error('a query of counts gave no row');
  const { general, task, industry, unclassified, ...figures } = row;
  return {
    ...figures,
    ...statementsOnRecord(await evidenceColumns(facts)),
    models: { general, task, industry, unclassified },
  };
}

/** How much do sources say, and how surely? */
const statementsOnRecord = memoizeByObject(({ marks }: EvidenceColumns): Said => {
  const counts = new Map<number, number>();
  for (const each of marks) counts.set(each, (counts.get(each) ?? 0) + 1);
  const said: Said = { statements: marks.length, unseen: 0, measured: 0, doubted: 0 };
  for (const [each, count] of counts) {
    const { kind, seen, doubted } = marksOf(each);
    if (!seen) said.unseen += count;
    if (kind === 'measured') said.measured += count;
    if (doubted) said.doubted += count;
  }
  return said;
});
