import { formatParameters } from '@/i18n/numbers';
import type { ChartDrawing } from '../engine/drawing';
import { timePoints } from '../families/time-points';
import { dotColour, type SizeRow, type State } from './rows';

export const drawing: ChartDrawing<State, SizeRow> = ({ rows, state, lang }) => {
  return timePoints({
    scale: state.axis,
    lines: [],
    tick: (value) => (value === 0 ? '0' : formatParameters(lang, value)),
    points: rows.map((row) => ({
      key: row.model,
      label: row.name[lang],
      from: row.from,
      to: row.to,
      floor: row.parameters,
      ceiling: row.parameters,
      columns: { floor: 'parameters', ceiling: 'parameters' },
      colour: dotColour(row.vendor),
      projected: false,
      title: `${row.name[lang]} · ${row.vendorName[lang]}`,
    })),
  });
};
