import type { Currency } from '@/domain/currency';
import type { Facts } from '../reading';

/** The exchange rates of one source. */
export interface RatesOfSource {
  source: { slug: string; title: string; licence: string | null };
  currencies: Currency[];
  /** First and last month or day on record: '2018-01'. */
  first: string;
  last: string;
  rates: number;
}

/** Which exchange rates are on record, from when to when, and where do they come from? The fullest source first. */
export async function exchangeRatesOnRecord(facts: Facts): Promise<RatesOfSource[]> {
  return facts.db.$queryRaw<RatesOfSource[]>`
    SELECT jsonb_build_object('slug', s.slug, 'title', s.title, 'licence', s.licence) AS source,
      array_agg(DISTINCT r.currency ORDER BY r.currency) AS currencies,
      min(r.period) AS first, max(r.period) AS last, count(*)::int AS rates
    FROM exchange_rate r JOIN source s ON s.id = r.source_id
    GROUP BY s.id, s.slug, s.title, s.licence ORDER BY count(*) DESC, s.slug`;
}
