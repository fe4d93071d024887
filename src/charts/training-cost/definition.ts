import type { Bilingual, Lang } from '@/domain/bilingual';
import { data } from '@/domain/palette';
import { formatPartialDate } from '@/domain/partial-date';
import { marks } from '@/i18n/marks';
import { inUnit, observedText } from '@/i18n/observed-value';
import { type BasisRecord, type ChartData, defineChart } from '../engine/definition';
import { leftOutList } from '../engine/left-out';
import {
  type ObservationRow,
  observationWords,
  subjectInWords,
  valueInWords,
} from '../facts/observation-words';
import { type Indicators, observationColumns, observationRows, readIndicators } from '../facts/observations';
import { parameters, type State } from './rows';
import { trainingCostWords } from './words';

/** The unit of the axis: what the sources use. Others are left out, not converted: the dates are too coarse for a rate. */
const unit = 'USD';

export const definition = defineChart({
  slug: 'training-cost',
  name: { zh: '训练成本', en: 'Training cost' },
  question: () => ({
    zh: '训练一个大模型要花多少钱，会怎样变化？',
    en: 'What does it cost to train a large model, and where is that going?',
  }),
  parameters,
  read: readIndicators,
  answer,
  columns: observationColumns,
  finding,
  rowInWords: (row, _state, lang) =>
    `${subjectInWords(row, lang)}${marks[lang].colon}${valueInWords(row, lang)}`,
  legend: (rows) => [
    ...(rows.some((row) => !row.projection)
      ? [{ label: observationWords.floorLegend, colour: data.blue, mark: 'solid' as const }]
      : []),
    ...(rows.some((row) => row.projection)
      ? [{ label: observationWords.projectionLegend, colour: data.blue, mark: 'ring' as const }]
      : []),
  ],
});

type Cell = { row: ObservationRow; basis: BasisRecord[] };

function answer({ indicators }: Indicators, state: State): ChartData<ObservationRow> {
  const left = leftOutList();
  const stated: Cell[] = [];
  for (const cell of observationRows(
    indicators.filter(({ slug }) => slug === 'training-cost'),
    left,
  )) {
    if (cell.row.unit === unit) stated.push(cell);
    else for (const basis of cell.basis) left.leave(observationWords.otherUnit, basis);
  }
  const cells = stated
    .filter(({ row }) => state.projection || !row.projection)
    .sort(
      ({ row: a }, { row: b }) =>
        Number(a.projection) - Number(b.projection) ||
        (a.date < b.date ? -1 : a.date > b.date ? 1 : a.slug < b.slug ? -1 : 1),
    );
  return {
    rows: cells.map(({ row }) => row),
    basis: cells.map(({ basis }) => basis),
    leftOut: left.list(),
    notes: [trainingCostWords.note, ...(state.projection ? forecastsOf(indicators) : [])],
  };
}

/** What sources forecast of the yearly fall, in their own words; nothing is calculated on from it. */
function forecastsOf(indicators: Indicators['indicators']): Bilingual[] {
  const decline = indicators.find(({ slug }) => slug === 'training-cost-decline');
  return (decline?.observations ?? [])
    .filter(({ projection }) => projection)
    .map((seen) => {
      const words = (lang: Lang) =>
        trainingCostWords[lang].forecast(
          seen.by?.name[lang] ?? null,
          formatPartialDate(seen.date, lang),
          observedText(seen, lang),
        );
      return { zh: words('zh'), en: words('en') };
    });
}

function finding({ rows }: ChartData<ObservationRow>, _state: State, lang: Lang): string {
  const words = trainingCostWords[lang];
  const money = inUnit({ unit }, lang);
  const stated = rows.filter((row) => !row.projection);
  const values = stated.flatMap(({ floor, ceiling }) => [floor, ceiling]).filter((each) => each !== null);
  if (values.length === 0) return observationWords[lang].none;
  return words.spread(stated.length, money(Math.min(...values)), money(Math.max(...values)));
}
