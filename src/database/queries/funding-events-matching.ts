import type { Bilingual } from '@/domain/bilingual';
import type { FundingType } from '@/domain/records/funding-event';
import type { RoundFamily } from '@/domain/round';
import { Prisma } from '../generated/client';
import type { Facts } from '../reading';

export type FundingOrder = 'newest' | 'oldest' | 'amount' | 'organization';

/** What is wanted of funding events. Empty lists and nulls want everything. */
export interface FundingFilter {
  /** Part of a name of the organization or of an investor, or of the round's label. */
  text: string;
  organizations: readonly string[];
  families: readonly string[];
  types: readonly string[];
  /** Events that may have been announced on or after, and on or before, these ISO days. */
  from: string | null;
  to: string | null;
  currency: 'CNY' | 'USD';
  /** The least floor, in units of `currency`. */
  min: number | null;
  order: FundingOrder;
}

/** One event as far as totals and order need it. */
export interface MatchingFundingEvent {
  id: number;
  slug: string;
  family: RoundFamily;
  type: FundingType;
  /** The range in the filter's currency; both null where the amount is undisclosed or cannot be converted. */
  min: number | null;
  max: number | null;
  disclosed: boolean;
  raised: boolean;
  leftOut: Bilingual | null;
}

interface Row extends Omit<MatchingFundingEvent, 'leftOut'> {
  leftOutZh: string | null;
  leftOutEn: string | null;
}

const orders: Record<FundingOrder, Prisma.Sql> = {
  newest: Prisma.sql`announced_from DESC NULLS LAST, announced_to DESC, slug`,
  oldest: Prisma.sql`announced_from ASC NULLS LAST, announced_to ASC, slug`,
  amount: Prisma.sql`min DESC NULLS LAST, max DESC NULLS LAST, announced_from DESC NULLS LAST, slug`,
  organization: Prisma.sql`lower(name_en), announced_from DESC NULLS LAST, slug`,
};

/** Which funding events match, in order, and how many more may match but have no date to tell by? */
export async function fundingEventsMatching(
  facts: Facts,
  filter: FundingFilter,
): Promise<{ events: MatchingFundingEvent[]; undated: number }> {
  const { from, to, min } = filter;
  const text = filter.text.toLowerCase();
  const everything = Prisma.sql`
    SELECT f.id, f.slug, o.name_en, f.round_family AS family, f.type, f.announced_from, f.announced_to, f.raised,
      f.left_out_zh AS "leftOutZh", f.left_out_en AS "leftOutEn",
      (f.amount_min IS NOT NULL OR f.amount_max IS NOT NULL) AS disclosed,
      coalesce(CASE WHEN ${filter.currency} = 'USD' THEN f.usd_min ELSE f.cny_min END,
        CASE WHEN f.amount_currency = ${filter.currency} THEN f.amount_min END) AS min,
      coalesce(CASE WHEN ${filter.currency} = 'USD' THEN f.usd_max ELSE f.cny_max END,
        CASE WHEN f.amount_currency = ${filter.currency} THEN f.amount_max END) AS max
    FROM funding_event f JOIN organization o ON o.id = f.organization_id
    WHERE (cardinality(${filter.organizations}::text[]) = 0 OR o.slug = ANY(${filter.organizations}::text[]))
      AND (cardinality(${filter.families}::text[]) = 0 OR f.round_family = ANY(${filter.families}::text[]))
      AND (cardinality(${filter.types}::text[]) = 0 OR f.type = ANY(${filter.types}::text[]))
      AND (${text} = '' OR position(${text} IN lower(concat_ws(' ', o.slug, o.name_zh, o.name_en, o.aliases::text, f.slug, f.round))) > 0
        OR EXISTS (SELECT FROM participation p JOIN organization i ON i.id = p.investor_id WHERE p.record_id = f.id
          AND position(${text} IN lower(concat_ws(' ', i.slug, i.name_zh, i.name_en, i.aliases::text))) > 0))`;
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT id, slug, family, type, min, max, disclosed, raised, "leftOutZh", "leftOutEn" FROM (${everything}) AS event
    WHERE (${from}::date IS NULL OR announced_to >= ${from}::date) AND (${to}::date IS NULL OR announced_from <= ${to}::date)
      AND (${min}::float8 IS NULL OR min >= ${min}::float8)
    ORDER BY ${orders[filter.order]}`;
  const limited = from !== null || to !== null;
  const [undated] = limited
    ? await facts.db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM (${everything}) AS event
        WHERE announced_from IS NULL AND (${min}::float8 IS NULL OR min >= ${min}::float8)`
    : [];
  return {
    events: rows.map(({ leftOutZh, leftOutEn, ...row }) => ({
      ...row,
      leftOut: leftOutZh === null || leftOutEn === null ? null : { zh: leftOutZh, en: leftOutEn },
    })),
    undated: undated?.count ?? 0,
  };
}
