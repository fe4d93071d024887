import type { Bilingual } from '@/domain/bilingual';
import type { Tier } from '@/domain/tier';
import { Adding, type Total } from '@/domain/totals';
import type { OrganizationRole, organizationKinds } from '@/records/organization/schema';
import { changedBetween, keptCurrent } from '../kept-current';
import type { Facts } from '../reading';
import { bilingual, slugAndName } from '../sql-fragments';
import { type FundingColumns, fundingColumns, rowsOfEvents } from './funding-columns';
import { modelFamilies } from './model-families';
import { rowsOfOrganizations, visitRaised } from './money-raised';
import { type LayerStand, standsOnLayers } from './stands-on-layers';

/** An organization with what it does in the industry, as far as a list tells it. */
export interface ActiveOrganization {
  id: number;
  slug: string;
  name: Bilingual;
  kind: (typeof organizationKinds)[number];
  roles: OrganizationRole[];
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Slug of its city (`place.ts`). */
  place: string | null;
  /** The layers that it stands on, stated or derived (`standsOnLayers`). */
  layers: LayerStand[];
  /** Its families of models, by the tier of their head. */
  models: Record<Tier | 'unclassified', number>;
  /** Families in all. */
  modelCount: number;
  /** Versions and sizes in all. */
  versionCount: number;
  /** Industries that its models or products serve, or that a source says it serves. */
  industries: { slug: string; name: Bilingual }[];
  platforms: { slug: string; name: Bilingual }[];
  products: number;
  /** Records that the row was counted from, itself among them; without the funding events. */
  basis: number[];
  /** Ids of the events that its money raised rests on. */
  raised: Int32Array;
  /** What it raised, in CNY (`money-raised.ts`). */
  total: Total;
}

type WithoutMoney = Omit<ActiveOrganization, 'modelCount' | 'raised' | 'total'>;
type Row = Omit<WithoutMoney, 'name'> & { nameZh: string; nameEn: string };

/** What each organization does apart from raising money, by id; of these ids, or all. */
async function activities(facts: Facts, ids: readonly number[] | null): Promise<Map<number, WithoutMoney>> {
  const rows = await facts.db.$queryRaw<Row[]>`
    WITH tiers AS (
      SELECT vendor_id AS id,
        jsonb_build_object('general', count(DISTINCT head) FILTER (WHERE head_tier = 'general'),
          'task', count(DISTINCT head) FILTER (WHERE head_tier = 'task'),
          'industry', count(DISTINCT head) FILTER (WHERE head_tier = 'industry'),
          'unclassified', count(DISTINCT head) FILTER (WHERE head_tier IS NULL)) AS counts,
        count(*) FILTER (WHERE NOT collects)::int AS versions, array_agg(id ORDER BY id) AS basis
      FROM ${modelFamilies} family WHERE ${ids}::int[] IS NULL OR vendor_id = ANY(${ids}::int[]) GROUP BY vendor_id
    ), platforms AS (
      SELECT vendor_id AS id, array_agg(id ORDER BY id) AS basis, jsonb_agg(jsonb_build_object('slug', slug,
        'name', ${bilingual('name')}) ORDER BY slug) AS list
      FROM platform WHERE ${ids}::int[] IS NULL OR vendor_id = ANY(${ids}::int[]) GROUP BY vendor_id
    ), products AS (
      SELECT vendor_id AS id, array_agg(id ORDER BY id) AS basis, count(*)::int AS count FROM product WHERE ${ids}::int[] IS NULL OR vendor_id = ANY(${ids}::int[]) GROUP BY vendor_id
    ), layers AS (
      SELECT id, array_agg(placement) FILTER (WHERE placement IS NOT NULL) AS basis,
        jsonb_agg(jsonb_build_object('layer', layer, 'stated', placement IS NOT NULL) ORDER BY layer) AS list
      FROM (
        SELECT stand.organization_id AS id, stand.layer, max(stand.record_id) FILTER (WHERE stand.stated) AS placement
        FROM ${standsOnLayers} stand
        WHERE ${ids}::int[] IS NULL OR stand.organization_id = ANY(${ids}::int[]) GROUP BY stand.organization_id, stand.layer
      ) stands GROUP BY id
    ), served AS (
      SELECT m.vendor_id AS id, mi.industry_id AS industry FROM model m JOIN model_industry mi ON mi.record_id = m.id
      WHERE ${ids}::int[] IS NULL OR m.vendor_id = ANY(${ids}::int[])
      UNION SELECT p.vendor_id, pi.industry_id FROM product p JOIN product_industry pi ON pi.record_id = p.id
      WHERE ${ids}::int[] IS NULL OR p.vendor_id = ANY(${ids}::int[])
      UNION SELECT organization_id, industry_id FROM coverage WHERE ${ids}::int[] IS NULL OR organization_id = ANY(${ids}::int[])
    ), industries AS (
      SELECT s.id, jsonb_agg(${slugAndName('i')}
        ORDER BY i.slug) AS list
      FROM served s JOIN industry i ON i.id = s.industry GROUP BY s.id
    ), covered AS (
      SELECT organization_id AS id, array_agg(id ORDER BY id) AS basis FROM coverage WHERE ${ids}::int[] IS NULL OR organization_id = ANY(${ids}::int[]) GROUP BY organization_id
    )
    SELECT o.id, o.slug, o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind, o.roles, o.country, o.place,
      coalesce(layers.list, '[]') AS layers,
      coalesce(tiers.counts, '{"general": 0, "task": 0, "industry": 0, "unclassified": 0}') AS models,
      coalesce(tiers.versions, 0) AS "versionCount", coalesce(industries.list, '[]') AS industries, coalesce(platforms.list, '[]') AS platforms,
      coalesce(products.count, 0) AS products,
      o.id || coalesce(tiers.basis, '{}') || coalesce(platforms.basis, '{}') || coalesce(products.basis, '{}')
        || coalesce(layers.basis, '{}') || coalesce(covered.basis, '{}') AS basis
    FROM organization o
      LEFT JOIN tiers USING (id) LEFT JOIN platforms USING (id) LEFT JOIN products USING (id)
      LEFT JOIN layers USING (id) LEFT JOIN industries USING (id) LEFT JOIN covered USING (id)
    WHERE ${ids}::int[] IS NULL OR o.id = ANY(${ids}::int[])`;
  return new Map(
    rows.map(({ nameZh, nameEn, ...row }) => [row.id, { ...row, name: { zh: nameZh, en: nameEn } }]),
  );
}

/** Tables whose rows say what an organization does, and their columns that name it. */
const owners = ['model', 'platform', 'product', 'placement', 'coverage'];

/** Do these records hold a change of families? It may change what others count, also other vendors. */
async function familiesDiffer(facts: Facts, records: readonly number[]): Promise<boolean> {
  const [row] = await facts.db.$queryRaw<{ differ: boolean }[]>`
    SELECT EXISTS (SELECT FROM public.change WHERE "table" = 'model' AND record_id = ANY(${records}::int[])
      AND (before ->> 'member_of_id' IS DISTINCT FROM after ->> 'member_of_id'
        OR (before ->> 'tier' IS DISTINCT FROM after ->> 'tier' OR before ->> 'family' IS DISTINCT FROM after ->> 'family')
          AND EXISTS (SELECT FROM model member WHERE member.member_of_id = record_id))) AS differ`;
  return row?.differ ?? true;
}

/** The same, kept from edition to edition. */
const currentActivities = keptCurrent<Map<number, WithoutMoney>>('activities', {
  whole: (facts) => activities(facts, null),
  async carried(facts, known, from) {
    // A name of a layer or an industry stands in many rows; such a change is rare.
    const names = await changedBetween(facts, from, ['layer', 'industry']);
    const records = await changedBetween(facts, from, [
      'organization',
      'model_industry',
      'product_industry',
      ...owners,
    ]);
    if (names === null || records === null || names.length > 0) return null;
    if (records.length === 0) return known;
    if (await familiesDiffer(facts, records)) return null;
    const touched = await facts.db.$queryRaw<{ id: number }[]>`
      SELECT DISTINCT (side ->> name)::int AS id
      FROM public.change, unnest(ARRAY[before, after]) AS side, unnest(ARRAY['vendor_id', 'organization_id']) AS name
      WHERE record_id = ANY(${records}::int[]) AND "table" = ANY(${owners}::text[]) AND side ->> name IS NOT NULL`;
    const ids = [...new Set([...records, ...touched.map(({ id }) => id)])];
    const now = await activities(facts, ids);
    const all = new Map(known);
    for (const id of ids) {
      const each = now.get(id);
      if (each) all.set(id, each);
      else all.delete(id);
    }
    return all;
  },
});

const nothing: Total = { atLeast: 0, atMost: 0, counted: 0, contained: 0, undisclosed: 0, leftOut: [] };

function withMoney(
  columns: FundingColumns,
  activity: WithoutMoney,
  rows: readonly number[],
): ActiveOrganization {
  const { general, task, industry, unclassified } = activity.models;
  const raised: number[] = [];
  const adding = new Adding();
  visitRaised(columns, { currency: 'CNY', whole: true }, rows, {
    count(row, floor, ceiling, way) {
      raised.push(columns.id[row] as number);
      adding.add(floor, ceiling, way);
    },
    leave: () => undefined,
  });
  return {
    ...activity,
    modelCount: general + task + industry + unclassified,
    raised: Int32Array.from(raised),
    total: rows.length === 0 ? nothing : adding.total(),
  };
}

/** All organizations by slug, and what they were made of. */
interface AllActive {
  list: readonly ActiveOrganization[];
  activities: ReadonlyMap<number, WithoutMoney>;
  columns: FundingColumns;
}

const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0);

/** More organizations than this are made anew together with all others. */
const mostMadeAnew = 5000;

/** Organizations of which something is not the same any more. */
function organizationsChanged(
  known: AllActive,
  activities: AllActive['activities'],
  columns: FundingColumns,
  events: readonly number[],
): Set<number> {
  const changed = new Set<number>();
  for (const [id, activity] of activities) if (known.activities.get(id) !== activity) changed.add(id);
  for (const id of known.activities.keys()) if (!activities.has(id)) changed.add(id);
  for (const each of [known.columns, columns])
    for (const row of rowsOfEvents(each, events)) changed.add(each.organization[row] as number);
  return changed;
}

/** Replaces some rows of a list in order of slugs; those without a new row are gone. */
function replacedBySlug(
  list: readonly ActiveOrganization[],
  changed: ReadonlySet<number>,
  rows: readonly ActiveOrganization[],
): ActiveOrganization[] {
  const added = rows.toSorted(bySlug);
  const result: ActiveOrganization[] = [];
  let next = 0;
  for (const each of list) {
    if (changed.has(each.id)) continue;
    while (next < added.length && bySlug(added[next] as ActiveOrganization, each) < 0)
      result.push(added[next++] as ActiveOrganization);
    result.push(each);
  }
  return result.concat(added.slice(next));
}

const allActive = keptCurrent<AllActive>('organizations-with-activity', {
  async whole(facts) {
    const activities = await currentActivities(facts);
    const columns = await fundingColumns(facts);
    const rows = rowsOfOrganizations(columns, null);
    const list = [...activities.values()]
      .sort(bySlug)
      .map((each) => withMoney(columns, each, rows.get(each.id) ?? []));
    return { list, activities, columns };
  },
  async carried(facts, known, from) {
    const events = await changedBetween(facts, from, ['funding_event', 'funding_span']);
    if (events === null) return null;
    const activities = await currentActivities(facts);
    const columns = await fundingColumns(facts);
    const changed = organizationsChanged(known, activities, columns, events);
    if (changed.size > mostMadeAnew) return null;
    const rows = rowsOfOrganizations(columns, changed);
    const renewed = [...changed].flatMap((id) => {
      const activity = activities.get(id);
      return activity ? [withMoney(columns, activity, rows.get(id) ?? [])] : [];
    });
    const list = changed.size === 0 ? known.list : replacedBySlug(known.list, changed, renewed);
    return { list, activities, columns };
  },
});

/** What does each organization on record do: tiers of models, industries, platforms, layers, money raised? By slug. */
export async function organizationsWithActivity(facts: Facts): Promise<readonly ActiveOrganization[]> {
  return (await allActive(facts)).list;
}
