import { formatShare } from '@/i18n/numbers';
import type { ChartDrawing } from '../engine/drawing';
import { periodsBetween } from '../facts/calendar';
import { columnsOverTime } from '../families/columns-over-time';
import { niceTicks } from '../families/ticks';
import { nameOfWay, type OpennessRow, type State, wayColours } from './rows';

export const drawing: ChartDrawing<State, OpennessRow> = ({ rows, state, lang, width }) => {
  const shares = state.measure === 'share';
  const key = shares ? 'share' : 'models';
  const figure = (row: OpennessRow) => `${row.models} · ${formatShare(lang, row.share)}`;
  const columns = periodsBetween(rows.map((row) => row.period)).map((period) => {
    const own = rows.map((row, index) => ({ row, index })).filter(({ row }) => row.period === period);
    return {
      period,
      parts: own.map(({ row, index }) => ({
        index,
        column: key,
        value: shares ? Number(row.share.toFixed(6)) : row.models,
        length: row[key],
        colour: wayColours[row.way],
        hatched: false,
        title: `${period} · ${nameOfWay(row.way)[lang]} · ${figure(row)}`,
        text: shares ? formatShare(lang, row.share) : String(row.models),
      })),
    };
  });
  const most = Math.max(0, ...columns.map(({ parts }) => parts.reduce((sum, part) => sum + part.length, 0)));
  return columnsOverTime({
    columns,
    ticks: shares ? [0, 0.25, 0.5, 0.75, 1] : niceTicks(most, width < 480 ? 4 : 5, true),
    tick: (value) => (shares ? formatShare(lang, value) : String(value)),
  });
};
