import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { layerSlugs } from '@/records/layer/schema';
import type { OrganizationRole, organizationKinds } from '@/records/organization/schema';
import type { Facts } from '../reading';
import { bilingual, bilingualOrNull, slugAndName } from '../sql-fragments';
import { evidenceOfRecords } from './evidence-of-records';
import { type LayerStand, standsOnLayers } from './stands-on-layers';

/** Investments that a page tells one by one. */
const mostEvents = 300;

interface Named {
  slug: string;
  name: Bilingual;
}
interface Part {
  id: number;
  evidence: Evidence[];
}

/** An organization with its platforms, layers, positions and the industries that it is said to serve. */
export interface OrganizationInFull extends Named, Part {
  aliases: string[];
  country: string | null;
  place: string | null;
  kind: (typeof organizationKinds)[number];
  roles: OrganizationRole[];
  business: Bilingual | null;
  homepage: string | null;
  note: Bilingual | null;
  platforms: (Named & Part & { kind: Bilingual | null; note: Bilingual | null })[];
  /** With what the source of a stated place says; a derived one follows from `records` of its own. */
  layers: (LayerStand & {
    placement: number | null;
    records: number;
    note: Bilingual | null;
    evidence: Evidence[];
  })[];
  positions: (Part & { text: Bilingual })[];
  coverages: (Part & { industry: Named; note: Bilingual | null })[];
  /** Ids of the funding events in which it raised money, newest first; of an investor, `mostEvents` of those. */
  raised: number[];
  /** Ids of those in which it took part as an investor, newest first. */
  invested: number[];
}

type Unproven<T> = T extends Part ? Omit<T, 'evidence'> : T;
type Row = { layers: Omit<OrganizationInFull['layers'][number], 'evidence'>[] } & {
  [Key in keyof Omit<
    OrganizationInFull,
    'evidence' | 'layers'
  >]: OrganizationInFull[Key] extends (infer Item)[] ? Unproven<Item>[] : OrganizationInFull[Key];
};

/** What is on record of one organization? Undefined where there is none with that id. */
export async function organizationInFull(facts: Facts, id: number): Promise<OrganizationInFull | undefined> {
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT o.id, o.slug, ${bilingual('o.name')} AS name, o.aliases, o.country, o.place, o.kind,
      o.roles, o.homepage,
      ${bilingualOrNull('o.business')} AS business,
      ${bilingualOrNull('o.note')} AS note,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'slug', p.slug,
          'name', ${bilingual('p.name')},
          'kind', ${bilingualOrNull('p.kind')},
          'note', ${bilingualOrNull('p.note')}) ORDER BY p.slug), '[]')
        FROM platform p WHERE p.vendor_id = o.id) AS platforms,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('layer', stands.layer, 'stated', p.id IS NOT NULL, 'placement', p.id,
          'records', stands.records,
          'note', ${bilingualOrNull('p.note')})
          ORDER BY array_position(${layerSlugs}::text[], stands.layer) DESC), '[]')
        FROM (SELECT stand.layer, max(stand.record_id) FILTER (WHERE stand.stated) AS placement,
            count(*) FILTER (WHERE NOT stand.stated)::int AS records
          FROM ${standsOnLayers} stand WHERE stand.organization_id = o.id GROUP BY stand.layer) stands
          LEFT JOIN placement p ON p.id = stands.placement) AS layers,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id,
          'text', ${bilingual('p.text')}) ORDER BY p.slug), '[]')
        FROM position p WHERE p.organization_id = o.id) AS positions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id,
          'industry', ${slugAndName('i')},
          'note', ${bilingualOrNull('c.note')}) ORDER BY i.slug), '[]')
        FROM coverage c JOIN industry i ON i.id = c.industry_id WHERE c.organization_id = o.id) AS coverages,
      ARRAY(SELECT f.id FROM funding_event f WHERE f.organization_id = o.id
        ORDER BY f.announced_from DESC NULLS LAST, f.slug) AS raised,
      ARRAY(SELECT DISTINCT ON (f.announced_from, f.slug) f.id FROM participation p JOIN funding_event f ON f.id = p.record_id
        WHERE p.investor_id = o.id ORDER BY f.announced_from DESC NULLS LAST, f.slug LIMIT ${mostEvents}) AS invested
    FROM organization o WHERE o.id = ${id}`;
  const [row] = rows;
  if (!row) return undefined;
  const parts = [...row.platforms, ...row.positions, ...row.coverages];
  const placements = row.layers.flatMap(({ placement }) => placement ?? []);
  const evidence = await evidenceOfRecords(facts, [row.id, ...placements, ...parts.map((part) => part.id)]);
  const proven = <T extends { id: number }>(part: T) => ({ ...part, evidence: evidence.get(part.id) ?? [] });
  return {
    ...proven(row),
    platforms: row.platforms.map(proven),
    layers: row.layers.map((stand) => ({
      ...stand,
      evidence: stand.placement === null ? [] : (evidence.get(stand.placement) ?? []),
    })),
    positions: row.positions.map(proven),
    coverages: row.coverages.map(proven),
  };
}
