import type { Bilingual } from '@/domain/bilingual';
import type { LayerSlug } from '@/domain/records/layer';
import type { Tier } from '@/domain/records/model';
import type { OrganizationRole, organizationKinds } from '@/domain/records/organization';
import type { Facts } from '../reading';

/** The range of one funding event in CNY; both bounds null: undisclosed, or (`disclosed`) not convertible. */
export interface EventRange {
  id: number;
  min: number | null;
  max: number | null;
  disclosed: boolean;
}

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
  layers: LayerSlug[];
  /** Its models, a family counted as one. */
  models: Record<Tier | 'unclassified', number>;
  /** Industries that its models or products serve, or that a source says it serves. */
  industries: { slug: string; name: Bilingual }[];
  platforms: { slug: string; name: Bilingual }[];
  products: number;
  /** Events that are money raised. */
  raised: EventRange[];
  /** Records that the row was counted from, itself among them. */
  basis: number[];
}

type Row = Omit<ActiveOrganization, 'name'> & { nameZh: string; nameEn: string };

/** What does each organization on record do: tiers of models, industries, platforms, layers, money raised? */
export async function organizationsWithActivity(facts: Facts): Promise<ActiveOrganization[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    WITH tiers AS (
      SELECT vendor_id AS id,
        jsonb_build_object('general', count(*) FILTER (WHERE tier = 'general'), 'task', count(*) FILTER (WHERE tier = 'task'),
          'industry', count(*) FILTER (WHERE tier = 'industry'), 'unclassified', count(*) FILTER (WHERE tier IS NULL)) AS counts,
        array_agg(id) AS basis
      FROM model GROUP BY vendor_id
    ), platforms AS (
      SELECT vendor_id AS id, array_agg(id) AS basis, jsonb_agg(jsonb_build_object('slug', slug,
        'name', jsonb_build_object('zh', name_zh, 'en', name_en)) ORDER BY slug) AS list
      FROM platform GROUP BY vendor_id
    ), products AS (
      SELECT vendor_id AS id, array_agg(id) AS basis, count(*)::int AS count FROM product GROUP BY vendor_id
    ), layers AS (
      SELECT p.organization_id AS id, array_agg(p.id) AS basis, array_agg(l.slug ORDER BY l.slug) AS list
      FROM placement p JOIN layer l ON l.id = p.layer_id GROUP BY p.organization_id
    ), served AS (
      SELECT m.vendor_id AS id, mi.industry_id AS industry FROM model m JOIN model_industry mi ON mi.record_id = m.id
      UNION SELECT p.vendor_id, pi.industry_id FROM product p JOIN product_industry pi ON pi.record_id = p.id
      UNION SELECT organization_id, industry_id FROM coverage
    ), industries AS (
      SELECT s.id, jsonb_agg(jsonb_build_object('slug', i.slug, 'name', jsonb_build_object('zh', i.name_zh, 'en', i.name_en))
        ORDER BY i.slug) AS list
      FROM served s JOIN industry i ON i.id = s.industry GROUP BY s.id
    ), covered AS (
      SELECT organization_id AS id, array_agg(id) AS basis FROM coverage GROUP BY organization_id
    ), money AS (
      SELECT organization_id AS id, array_agg(id) AS basis, jsonb_agg(jsonb_build_object('id', id,
        'min', coalesce(cny_min, CASE WHEN amount_currency = 'CNY' THEN amount_min END),
        'max', coalesce(cny_max, CASE WHEN amount_currency = 'CNY' THEN amount_max END),
        'disclosed', amount_min IS NOT NULL OR amount_max IS NOT NULL) ORDER BY slug) AS list
      FROM funding_event WHERE raised GROUP BY organization_id
    )
    SELECT o.id, o.slug, o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind, o.roles, o.country, o.place,
      coalesce(layers.list, '{}') AS layers,
      coalesce(tiers.counts, '{"general": 0, "task": 0, "industry": 0, "unclassified": 0}') AS models,
      coalesce(industries.list, '[]') AS industries, coalesce(platforms.list, '[]') AS platforms,
      coalesce(products.count, 0) AS products, coalesce(money.list, '[]') AS raised,
      o.id || coalesce(tiers.basis, '{}') || coalesce(platforms.basis, '{}') || coalesce(products.basis, '{}')
        || coalesce(layers.basis, '{}') || coalesce(covered.basis, '{}') || coalesce(money.basis, '{}') AS basis
    FROM organization o
      LEFT JOIN tiers USING (id) LEFT JOIN platforms USING (id) LEFT JOIN products USING (id)
      LEFT JOIN layers USING (id) LEFT JOIN industries USING (id) LEFT JOIN covered USING (id) LEFT JOIN money USING (id)
    ORDER BY o.slug`;
  return rows.map(({ nameZh, nameEn, ...row }) => ({ ...row, name: { zh: nameZh, en: nameEn } }));
}
