import { type Rate, type RateTable, rateTable } from '@/domain/exchange';
import type { Facts } from '../reading';

/** Rates to convert with, and who says so. */
export interface RatesWithSource {
  table: RateTable;
  /** Title of the source of the rates of a currency. */
  sources: ReadonlyMap<string, string>;
}

/** Which exchange rates are there, and from which source? */
export async function ratesToConvertWith(facts: Facts): Promise<RatesWithSource> {
  const rows = await facts.db.$queryRaw<(Rate & { source: string })[]>`
    SELECT r.currency, r.period, r.per_usd AS "perUsd", s.title AS source
    FROM exchange_rate r JOIN source s ON s.id = r.source_id ORDER BY r.currency, r.period`;
  return {
    table: rateTable(rows),
    sources: new Map(rows.map(({ currency, source }) => [currency, source])),
  };
}
