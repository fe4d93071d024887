import type { Bilingual } from '@/domain/bilingual';
import type { Facts } from '../reading';

/** A sum of money between two bounds, in units of the currency; a null bound is open. */
export interface MoneyRange {
  min: number | null;
  max: number | null;
}

export interface DatedFundingEvent {
  id: number;
  slug: string;
  company: { slug: string; name: Bilingual; formerSlugs: string[] };
  /** The round as its source labels it. */
  round: string | null;
  roundFamily: string;
  /** First and last day that the announcement may have been on; null where no source dates it. */
  announced: { from: string; to: string } | null;
  /** null: no amount was disclosed. */
  amount: { cny: MoneyRange | null; usd: MoneyRange | null } | null;
  /** Why it is not added to money raised; null where it is. */
  leftOut: Bilingual | null;
}

interface Row {
  id: number;
  slug: string;
  company: string;
  companyZh: string;
  companyEn: string;
  formerSlugs: string[];
  round: string | null;
  roundFamily: string;
  from: string | null;
  to: string | null;
  disclosed: boolean;
  cnyMin: number | null;
  cnyMax: number | null;
  usdMin: number | null;
  usdMax: number | null;
  raised: boolean;
  leftOutZh: string | null;
  leftOutEn: string | null;
}

function range(min: number | null, max: number | null): MoneyRange | null {
  return min === null && max === null ? null : { min, max };
}

const noReason: Bilingual = { zh: '不是公司募得的钱', en: 'not money that the company raised' };

/** Which funding events are on record, when, of how much, and does the money count as raised? Oldest first. */
export async function fundingEventsByDate(facts: Facts): Promise<DatedFundingEvent[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT f.id, f.slug, o.slug AS company, o.name_zh AS "companyZh", o.name_en AS "companyEn",
      ARRAY(SELECT r.slug FROM record r WHERE r.merged_into = o.id ORDER BY r.slug) AS "formerSlugs",
      f.round, f.round_family AS "roundFamily", f.announced_from::text AS "from", f.announced_to::text AS "to",
      (f.amount_min IS NOT NULL OR f.amount_max IS NOT NULL) AS disclosed,
      f.cny_min AS "cnyMin", f.cny_max AS "cnyMax", f.usd_min AS "usdMin", f.usd_max AS "usdMax",
      f.raised, f.left_out_zh AS "leftOutZh", f.left_out_en AS "leftOutEn"
    FROM funding_event f JOIN organization o ON o.id = f.organization_id
    ORDER BY f.announced_from NULLS LAST, f.slug`;
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    company: {
      slug: row.company,
      name: { zh: row.companyZh, en: row.companyEn },
      formerSlugs: row.formerSlugs,
    },
    round: row.round,
    roundFamily: row.roundFamily,
    announced: row.from === null || row.to === null ? null : { from: row.from, to: row.to },
    amount: row.disclosed ? { cny: range(row.cnyMin, row.cnyMax), usd: range(row.usdMin, row.usdMax) } : null,
    leftOut: row.raised
      ? null
      : row.leftOutZh === null || row.leftOutEn === null
        ? noReason
        : { zh: row.leftOutZh, en: row.leftOutEn },
  }));
}
