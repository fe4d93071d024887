import type { Lang } from '@/domain/bilingual';
import { type Colour, data } from '@/domain/palette';
import { dateSpan } from '@/domain/partial-date';
import { inUnit } from '@/i18n/observed-value';
import type { ChartView, ViewProps } from '../engine/definition';
import {
  type ObservationRow,
  observationWords,
  subjectInWords,
  valueInWords,
} from '../facts/observation-words';
import { type TimePointContent, timePointsHeight } from '../families/time-points';
import { TimePoints } from '../families/time-points-drawing';
import type { State } from './rows';
import { trainingCostWords } from './words';

export const view: ChartView<State, ObservationRow> = {
  height: (_rows, _state, width) => timePointsHeight(width),
  Draw,
};

function Draw({ rows, state, lang, width, height, paint, interactive }: ViewProps<State, ObservationRow>) {
  return (
    <TimePoints
      content={contentOf(rows, state, lang)}
      width={width}
      height={height}
      paint={paint}
      interactive={interactive}
      keys={trainingCostWords[lang].keys}
    />
  );
}

function contentOf(rows: readonly ObservationRow[], state: State, lang: Lang): TimePointContent<Colour> {
  return {
    scale: state.axis,
    lines: [],
    tick: (value) => (value === 0 ? '0' : inUnit({ unit: 'USD' }, lang)(value)),
    points: rows.map((row) => ({
      key: row.slug,
      label: `${row.subject[lang]} ${valueInWords(row, lang)}`,
      ...dateSpan(row.date),
      floor: row.floor,
      ceiling: row.ceiling,
      columns: { floor: 'floor', ceiling: 'ceiling' },
      colour: data.blue,
      projected: row.projection,
      title: subjectInWords(row, lang),
      tip: [
        { label: trainingCostWords[lang].cost, text: valueInWords(row, lang) },
        ...(row.by === null ? [] : [{ label: observationWords[lang].by, text: row.by[lang] }]),
      ],
    })),
  };
}
