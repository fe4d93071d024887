import type { IndicatorWithObservations } from '@/database/queries/indicators-with-observations';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { data } from '@/domain/palette';
import { limit, numberOf, type StateOf, slugList, younger } from '@/linking/parameters';
import { type ChartData, type LegendItem, limitedTo } from '../engine/definition';
import { leftOutList } from '../engine/left-out';
import { type ObservationRow, observationWords, subjectInWords, valueInWords } from './observation-words';
import { type Indicators, observationColumns, observationRows, readIndicators } from './observations';
import { chosen, optionsFrom } from './options';

/** The parameters of a chart that shows values of indicators as bars; `top` bars of each indicator. */
export function observationBarParameters(top: number) {
  return {
    indicators: slugList({ zh: '指标', en: 'Indicators' }),
    top: younger(limit({ zh: '每项最多几条', en: 'At most (of each)' }, top), 'all'),
  } as const;
}
export type ObservationBarState = StateOf<ReturnType<typeof observationBarParameters>>;

/**
 * The values of the indicators that the state asks for, in sections by indicator and unit. Where it names none, those
 * in `first` answer the question of the chart; the others are one link away.
 */
function answerObservations(
  indicators: readonly IndicatorWithObservations[],
  state: ObservationBarState,
  first: readonly string[] = [],
): Omit<ChartData<ObservationRow>, 'notes'> {
  const left = leftOutList();
  const named = indicators.filter(({ slug }) => chosen(state.indicators, slug));
  const foremost = named.filter(({ slug }) => first.includes(slug));
  const narrow = state.indicators.length === 0 && state.top !== 'all' && foremost.length > 0;
  const wanted = narrow ? foremost : named;
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
  const counts = new Map<string, number>();
  const shown = rows.filter(({ row }) => {
    const key = `${row.indicator} ${row.unit}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return (counts.get(key) ?? 0) <= numberOf(state.top);
  });
  const drawn = new Set(shown);
  const beyond = rows.filter((each) => !drawn.has(each));
  for (const { basis } of beyond) for (const each of basis) left.leave(observationWords.beyond, each);
  const others = narrow
    ? observationRows(
        named.filter((each) => !foremost.includes(each)),
        left,
      )
    : [];
  for (const { basis } of others)
    for (const each of basis) left.leave(observationWords.otherIndicators, each);
  return {
    rows: shown.map(({ row }) => row),
    basis: shown.map(({ basis }) => basis),
    leftOut: left.list(),
    ...limitedTo(shown.length, rows.length + others.length),
  };
}

/**
 * What every such chart has in common: it takes its indicators (`own`) from all of them, and says of its bars what
 * `note` says. `first`: see `answerObservations`.
 */
export function observationBars(
  own: (read: Indicators) => IndicatorWithObservations[],
  first: readonly string[],
  note: Bilingual,
) {
  return {
    read: readIndicators,
    options: (read: Indicators) => ({ indicators: optionsFrom(own(read)) }),
    answer: (read: Indicators, state: ObservationBarState): ChartData<ObservationRow> => ({
      ...answerObservations(own(read), state, first),
      notes: [note],
    }),
    columns: observationColumns,
    rowInWords: (row: ObservationRow, _state: ObservationBarState, lang: Lang) =>
      observationWords[lang].row(row.indicatorName[lang], subjectInWords(row, lang), valueInWords(row, lang)),
    legend: observationLegend,
  };
}

/** The legend of such bars: what is solid, what is hatched. */
function observationLegend(rows: readonly ObservationRow[]): LegendItem[] {
  const ranged = rows.some(({ floor, ceiling }) => ceiling !== null && ceiling > (floor ?? 0));
  return [
    ...(rows.some(({ floor }) => floor !== null)
      ? [{ label: observationWords.floorLegend, colour: data.blue, mark: 'solid' as const, key: 'floor' }]
      : []),
    ...(ranged
      ? [{ label: observationWords.ceilingLegend, colour: data.blue, mark: 'hatched' as const }]
      : []),
  ];
}
