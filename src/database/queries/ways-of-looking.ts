import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { LayerSlug } from '@/records/layer/schema';
import type { Facts } from '../reading';
import { bilingual } from '../sql-fragments';
import { evidenceOfRecords } from './evidence-of-records';
import { standsOnLayers } from './stands-on-layers';

/** An author's thesis, or a layer of the value chain with the number of organizations on it. */
export interface WaysOfLooking {
  theses: { id: number; slug: string; title: Bilingual; text: Bilingual; evidence: Evidence[] }[];
  layers: { id: number; slug: LayerSlug; organizations: number; evidence: Evidence[] }[];
}

/** How do authors look at the industry: which theses, which layers with how many organizations? Layers from the ground up. */
export async function waysOfLooking(facts: Facts): Promise<WaysOfLooking> {
  const theses = await facts.db.$queryRaw<Omit<WaysOfLooking['theses'][number], 'evidence'>[]>`
    SELECT id, slug, ${bilingual('title')} AS title,
      ${bilingual('text')} AS text FROM thesis ORDER BY slug`;
  const layers = await facts.db.$queryRaw<Omit<WaysOfLooking['layers'][number], 'evidence'>[]>`
    SELECT l.id, l.slug, (SELECT count(DISTINCT stand.organization_id)::int FROM ${standsOnLayers} stand WHERE stand.layer = l.slug) AS organizations
    FROM layer l ORDER BY array_position(ARRAY['infrastructure', 'model', 'application'], l.slug)`;
  const evidence = await evidenceOfRecords(
    facts,
    [...theses, ...layers].map(({ id }) => id),
  );
  const withEvidence = <T extends { id: number }>(each: T) => ({
    ...each,
    evidence: evidence.get(each.id) ?? [],
  });
  return { theses: theses.map(withEvidence), layers: layers.map(withEvidence) };
}
