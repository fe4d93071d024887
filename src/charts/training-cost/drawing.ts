import { data } from '@/domain/palette';
import { dateSpan } from '@/domain/partial-date';
import { inUnit } from '@/i18n/observed-value';
import type { ChartDrawing } from '../engine/drawing';
import { type ObservationRow, subjectInWords, valueInWords } from '../facts/observation-words';
import { timePoints } from '../families/time-points';
import type { State } from './rows';

export const drawing: ChartDrawing<State, ObservationRow> = ({ rows, state, lang }) => {
  return timePoints({
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
    })),
  });
};
