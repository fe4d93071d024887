import type { Transaction } from '@/database/client';
import type { Row, Rows } from '@/database/record-rows';
import { type AmountRange, hull } from '@/domain/amount';
import type { Currency } from '@/domain/currency';
import { convert, type RateTable, rateTable } from '@/domain/exchange';
import { parseRound, type Round, roundOrder } from '@/domain/round';
import { sensibleDigits } from '@/domain/sensible-digits';
import { countsAsRaised } from '@/domain/totals';
import type { ExchangeRate } from '@/records/exchange-rate/schema';
import type { FundingEvent } from '@/records/funding-event/schema';
import type { ValidRecord } from './validation';

/** The rates that a publication converts with, and the record id of the source of each currency's rates. */
export interface Rates {
  table: RateTable;
  sourceIds: ReadonlyMap<Currency, number>;
}

interface RateRow {
  currency: Currency;
  period: string;
  perUsd: number;
  sourceId: number;
}

/** All published rates, and the ones that the proposal itself brings. `ids` finds records by `kind/slug`. */
async function readRates(
  db: Transaction,
  records: readonly ValidRecord[],
  ids: ReadonlyMap<string, number>,
): Promise<Rates> {
  const published = await db.$queryRaw<RateRow[]>`
    SELECT currency, period, per_usd AS "perUsd", source_id AS "sourceId" FROM exchange_rate`;
  const proposed = records.flatMap(({ kind, payload }): RateRow[] => {
    if (kind !== 'exchange-rate' || payload === null) return [];
    const { currency, period, perUsd, source } = payload as ExchangeRate;
    return [{ currency, period, perUsd, sourceId: ids.get(`source/${source}`) as number }];
  });
  const rows = new Map([...published, ...proposed].map((row) => [`${row.currency} ${row.period}`, row]));
  return {
    table: rateTable([...rows.values()]),
    sourceIds: new Map([...rows.values()].map((row) => [row.currency, row.sourceId])),
  };
}

/** The currency and range of an event: what all standing statements in the first one's currency allow together. */
function standingAmount(event: FundingEvent): {
  currency: Currency | null;
  range: AmountRange | null;
} {
  const amounts = event.statements
    .filter((statement) => statement.standing === 'stands')
    .flatMap(({ amount }) => (amount && amount.kind !== 'undisclosed' ? [amount] : []));
  const currency = amounts[0]?.currency ?? null;
  const inCurrency = amounts.filter((amount) => amount.currency === currency);
  return inCurrency.length === 0 ? { currency: null, range: null } : { currency, range: hull(inCurrency) };
}

function amountColumns(currency: Currency | null, range: AmountRange | null): Row {
  return {
    amount_currency: currency,
    amount_min: range?.min ?? null,
    amount_max: range?.max ?? null,
    amount_min_bound: range?.minBound ?? null,
    amount_max_bound: range?.maxBound ?? null,
    amount_kind: range?.kind ?? 'undisclosed',
  };
}

/** Converted once, at the rate of the day of announcement, with the rate and its source (rule 3 of the conventions). */
function conversionColumns(
  event: FundingEvent,
  currency: Currency | null,
  range: AmountRange | null,
  rates: Rates,
): Row {
  const on = event.announced ?? event.closed ?? event.registered;
  const inCurrency = (value: number | null | undefined, to: Currency) => {
    if (value === null || value === undefined || !currency || !on) return null;
    const found = convert(value, currency, to, on, rates.table);
    return found === null ? null : sensibleDigits(found.value);
  };
  const dollar = currency && on ? convert(1, 'USD', currency, on, rates.table) : null;
  const yuan = currency && on ? convert(1, 'USD', 'CNY', on, rates.table) : null;
  const rateSource = currency && rates.sourceIds.get(currency === 'USD' ? 'CNY' : currency);
  return {
    cny_min: inCurrency(range?.min, 'CNY'),
    cny_max: inCurrency(range?.max, 'CNY'),
    usd_min: inCurrency(range?.min, 'USD'),
    usd_max: inCurrency(range?.max, 'USD'),
    rate_per_usd: dollar?.value ?? null,
    rate_cny_per_usd: yuan?.value ?? null,
    rate_period: yuan?.period ?? null,
    rate_basis: yuan?.basis ?? null,
    rate_source_id: (yuan && rateSource) ?? null,
  };
}

function roundOf(event: FundingEvent): Round | null {
  const read = event.round === null ? null : parseRound(event.round);
  return read?.ok ? read.round : null;
}

function roundColumns(round: Round | null): Row {
  return {
    round_family: round?.family ?? 'unknown',
    round_letter: round?.letter ?? null,
    round_is_pre: round?.isPre ?? false,
    round_plus_count: round?.plusCount ?? 0,
    round_ordinal: round?.ordinal ?? null,
    round_order: round ? roundOrder(round) : null,
  };
}

/**
 * Adds the columns of funding events that nobody types: the range that the statements allow together, its conversion,
 * the parts of the round, and whether the event is money raised.
 */
export async function addFundingFigures(
  db: Transaction,
  records: readonly ValidRecord[],
  wanted: Map<number, Rows>,
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const events = records.filter(({ kind, payload }) => kind === 'funding-event' && payload !== null);
  if (events.length === 0) return;
  const rates = await readRates(db, records, ids);
  for (const { slug, payload } of events) {
    const event = payload as FundingEvent;
    const row = wanted.get(ids.get(`funding-event/${slug}`) as number)?.get('funding_event')?.[0];
    if (!row) continue;
    const { currency, range } = standingAmount(event);
    const round = roundOf(event);
    const raised = countsAsRaised(event.type, round?.family ?? 'unknown');
    Object.assign(
      row,
      roundColumns(round),
      amountColumns(currency, range),
      conversionColumns(event, currency, range, rates),
      { raised: raised.counts, left_out_zh: raised.why?.zh ?? null, left_out_en: raised.why?.en ?? null },
    );
  }
}
