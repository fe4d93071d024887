import { formatMoney } from '@/domain/amount';
import { formatCount } from '@/i18n/numbers';
import type { ChartDrawing } from '../engine/drawing';
import { currencyOf, sumInWords } from '../facts/funding-sum';
import { type ColumnPart, columnsOverTime } from '../families/columns-over-time';
import { niceTicks } from '../families/ticks';
import { groupColour, groupsOf } from './groups';
import { type FundingRow, periodsOf, type State } from './rows';
import { fundingWords } from './words';

export const drawing: ChartDrawing<State, FundingRow> = ({ rows, state, lang, width }) => {
  const words = fundingWords[lang];
  const currency = currencyOf(state);
  const groups = groupsOf(rows, state);
  const money = (value: number) => formatMoney(value, currency, lang);
  const indexed = rows.map((row, index) => ({ ...row, index }));
  const columns = periodsOf(rows).map((period) => {
    const own = indexed.filter((row) => row.period === period);
    const undisclosed = own.reduce((sum, row) => sum + row.undisclosed, 0);
    // What is sure of every group, then what is possible of every group.
    const parts = (['floor', 'ceiling'] as const).flatMap((bound) =>
      groups.flatMap((group): ColumnPart[] => {
        const row = own.find((each) => each.group === group);
        const length = row ? (bound === 'floor' ? row.floor : (row.ceiling ?? row.floor) - row.floor) : 0;
        if (!row || length <= 0) return [];
        return [
          {
            index: row.index,
            column: bound,
            value: row[bound] ?? '',
            length,
            colour: groupColour(group, state),
            hatched: bound === 'ceiling',
            title: `${period} · ${row.groupName[lang]} · ${sumInWords(row, currency, lang)}`,
          },
        ];
      }),
    );
    return {
      period,
      parts,
      shaded: !own.every((row) => row.settled),
      rings:
        undisclosed > 0
          ? { count: undisclosed, title: `${period} · ${words.undisclosedCount(undisclosed)}` }
          : undefined,
    };
  });
  const reach = columns.map(({ parts }) => parts.reduce((sum, { length }) => sum + length, 0));
  const ticks = niceTicks(Math.max(0, ...reach), width < 480 ? 4 : 5);
  return columnsOverTime({
    columns,
    ticks,
    tick: (value) => (value === 0 ? '0' : formatCount(lang, value)),
    topTick: money(ticks.at(-1) ?? 0),
  });
};
