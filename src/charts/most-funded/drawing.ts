import { formatMoney } from '@/domain/amount';
import { data } from '@/domain/palette';
import type { ChartDrawing } from '../engine/drawing';
import { currencyOf, sumInWords } from '../facts/funding-sum';
import { moneyBar } from '../facts/money-bar';
import { barRows } from '../families/bar-rows';
import { niceTicks } from '../families/ticks';
import type { FundedRow, State } from './rows';

export const drawing: ChartDrawing<State, FundedRow> = ({ rows, state, lang, width }) => {
  const currency = currencyOf(state);
  const most = Math.max(0, ...rows.map((row) => Math.max(row.floor, row.ceiling ?? 0)));
  return barRows({
    panels: [
      {
        ticks: niceTicks(most, width < 480 ? 3 : 5),
        tick: (value) => (value === 0 ? '0' : formatMoney(value, currency, lang)),
        share: 1,
      },
    ],
    rows: rows.map((row) => {
      const text = sumInWords(row, currency, lang);
      return {
        key: row.organization,
        label: row.name[lang],
        caption: text,
        bars: [moneyBar(row, data.blue, text)],
      };
    }),
  });
};
