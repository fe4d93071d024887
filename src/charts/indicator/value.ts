import type {
  IndicatorWithObservations,
  ObservationOnRecord,
} from '@/database/queries/indicators-with-observations';
import type { RatesWithSource } from '@/database/queries/rates-to-convert-with';
import type { Bilingual } from '@/domain/bilingual';
import { type Currency, currencies } from '@/domain/currency';
import { convert } from '@/domain/exchange';
import { sensibleDigits } from '@/domain/sensible-digits';
import { shownAt } from '@/linking/shown-at';
import { observationWords } from '../facts/observation-words';
import { observationRow } from '../facts/observations';
import type { Converted, IndicatorRow, State } from './rows';
import { indicatorChartWords } from './words';

function currencyOf(unit: string): Currency | null {
  return currencies.find((each) => each === unit) ?? null;
}

/** Is the unit a currency? */
export function isMoney(unit: string): boolean {
  return currencyOf(unit) !== null;
}

/**
 * The row of a value in the unit of the axis, or why there is none. An amount in another currency is converted at the
 * rate of its own date; what cannot be converted never shares the axis.
 */
export function rowOf(
  indicator: IndicatorWithObservations,
  key: string,
  seen: ObservationOnRecord,
  state: State,
  rates: RatesWithSource,
): { row: IndicatorRow } | { reason: Bilingual } {
  const plain = observationRow(indicator, seen);
  if (plain.floor === null && plain.ceiling === null) return { reason: observationWords.notStated };
  const { about } = seen;
  const row: IndicatorRow = {
    ...plain,
    key,
    path: about === null ? null : shownAt(about.kind, about.slug, about.vendor),
    vendor: about === null ? null : about.kind === 'organization' ? about.slug : about.vendor,
    note: seen.note,
    doubted: seen.evidence.some(({ doubt }) => doubt !== null),
    converted: null,
  };
  const own = currencyOf(indicator.unit);
  const axis = own !== null && state.currency !== 'own' ? state.currency.toUpperCase() : indicator.unit;
  if (seen.unit === axis) return { row: axis === indicator.unit ? row : { ...row, unitName: null } };
  const [from, to] = [currencyOf(seen.unit), currencyOf(axis)];
  if (from === null || to === null) return { reason: observationWords.otherUnit };
  const rate = convert(1, from, to, seen.date, rates.table);
  if (rate === null) return { reason: indicatorChartWords.noRate };
  const at = (value: number | null) => (value === null ? null : sensibleDigits(value * rate.value));
  const converted: Converted = {
    floor: plain.floor,
    ceiling: plain.ceiling,
    bound: plain.bound,
    unit: plain.unit,
    rate: rate.value,
    period: rate.period,
    basis: rate.basis,
    source: rates.sources.get(from === 'USD' ? to : from) ?? '',
  };
  const unitName = axis === indicator.unit ? indicator.unitName : null;
  return {
    row: { ...row, floor: at(plain.floor), ceiling: at(plain.ceiling), unit: axis, unitName, converted },
  };
}
