import type { IndicatorWithObservations } from '@/database/queries/indicators-with-observations';
import { data } from '@/domain/palette';
import { observationWords } from '@/i18n/observation-charts';
import { type StateOf, slugList } from '@/linking/parameters';
import type { ChartData, LegendItem } from './definition';
import { leftOutList } from './left-out';
import type { ObservationRow } from './observation-words';
import { observationRows } from './observations';
import { chosen } from './options';

/** The parameters of a chart that shows values of indicators as bars. */
export const observationBarParameters = {
  indicators: slugList({ zh: '指标', en: 'Indicators' }),
} as const;
export type ObservationBarState = StateOf<typeof observationBarParameters>;

/** The values of the indicators that the state asks for, in sections by indicator and unit. */
export function answerObservations(
  indicators: readonly IndicatorWithObservations[],
  state: ObservationBarState,
): Omit<ChartData<ObservationRow>, 'notes'> {
  const left = leftOutList();
  const wanted = indicators.filter(({ slug }) => chosen(state.indicators, slug));
  const reach = (row: ObservationRow) => row.ceiling ?? row.floor ?? 0;
  const rows = observationRows(wanted, left).sort(
    ({ row: a }, { row: b }) =>
      wanted.findIndex(({ slug }) => slug === a.indicator) -
        wanted.findIndex(({ slug }) => slug === b.indicator) ||
      (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0) ||
      reach(b) - reach(a) ||
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      (a.slug < b.slug ? -1 : 1),
  );
  return { rows: rows.map(({ row }) => row), basis: rows.map(({ basis }) => basis), leftOut: left.list() };
}

/** The legend of such bars: what is solid, what is hatched. */
export function observationLegend(rows: readonly ObservationRow[]): LegendItem[] {
  const ranged = rows.some(({ floor, ceiling }) => ceiling !== null && ceiling > (floor ?? 0));
  return [
    ...(rows.some(({ floor }) => floor !== null)
      ? [{ label: observationWords.floorLegend, colour: data.blue, mark: 'solid' as const }]
      : []),
    ...(ranged
      ? [{ label: observationWords.ceilingLegend, colour: data.blue, mark: 'hatched' as const }]
      : []),
  ];
}
