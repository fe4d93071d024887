import type { Lang } from '@/domain/bilingual';
import { data } from '@/domain/palette';
import { dateSpan } from '@/domain/partial-date';
import { formatShare } from '@/i18n/numbers';
import { observationWords, trainingCostWords } from '@/i18n/observation-charts';
import { inUnit } from '@/i18n/observed-value';
import { type BasisRecord, type ChartData, defineChart } from '../definition';
import { leftOutList } from '../left-out';
import { type ObservationRow, subjectInWords, valueInWords } from '../observation-words';
import {
  basisOfObservation,
  type Indicators,
  observationColumns,
  observationRows,
  readIndicators,
} from '../observations';
import { parameters, type State } from './rows';

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
    `${subjectInWords(row, lang)}${lang === 'zh' ? '：' : ': '}${valueInWords(row, lang)}`,
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
  const cells = [...stated, ...(state.projection ? projected(indicators, stated) : [])].sort(
    ({ row: a }, { row: b }) =>
      Number(a.projection) - Number(b.projection) ||
      (a.date < b.date ? -1 : a.date > b.date ? 1 : a.slug < b.slug ? -1 : 1),
  );
  return {
    rows: cells.map(({ row }) => row),
    basis: cells.map(({ basis }) => basis),
    leftOut: left.list(),
    notes: [trainingCostWords.note],
  };
}

/** The latest exact value carried on by the yearly fall that a source forecasts, one row a year up to its year. */
function projected(indicators: Indicators['indicators'], stated: readonly Cell[]): Cell[] {
  const forecast = indicators
    .find(({ slug }) => slug === 'training-cost-decline')
    ?.observations.find(({ projection, value }) => projection && value !== null);
  const base = stated
    .filter(({ row }) => row.bound === 'exact' && row.floor !== null)
    .sort(({ row: a }, { row: b }) => (a.date < b.date ? 1 : -1))[0];
  if (!forecast || !base) return [];
  const from = Number(base.row.date.slice(0, 4));
  const until = Number(dateSpan(forecast.date).to.slice(0, 4));
  return Array.from({ length: Math.max(0, until - from) }, (_, at) => {
    const value = Number(((base.row.floor ?? 0) * (1 - (forecast.value ?? 0)) ** (at + 1)).toPrecision(3));
    return {
      row: {
        ...base.row,
        slug: `projection-${from + at + 1}`,
        date: String(from + at + 1),
        floor: value,
        ceiling: value,
        bound: 'about',
        projection: true,
        by: forecast.by?.name ?? null,
      },
      basis: [basisOfObservation(forecast), ...base.basis],
    };
  });
}

function finding({ rows }: ChartData<ObservationRow>, _state: State, lang: Lang): string {
  const words = trainingCostWords[lang];
  const money = inUnit({ unit }, lang);
  const stated = rows.filter((row) => !row.projection);
  const values = stated.flatMap(({ floor, ceiling }) => [floor, ceiling]).filter((each) => each !== null);
  if (values.length === 0) return observationWords[lang].none;
  const [first, second] = rows.filter((row) => row.projection);
  const last = rows.filter((row) => row.projection).at(-1);
  const fall = first && second ? 1 - (second.floor ?? 0) / (first.floor ?? 1) : null;
  const sentences = [
    words.spread(stated.length, money(Math.min(...values)), money(Math.max(...values))),
    last && fall !== null ? words.projection(formatShare(lang, fall), last.date, money(last.floor ?? 0)) : '',
  ];
  return sentences.filter((part) => part !== '').join(lang === 'zh' ? '' : ' ');
}
