import { formatMoney } from '@/domain/amount';
import { roundFamilyColours } from '@/domain/palette';
import type { ChartDrawing } from '../engine/drawing';
import { currencyOf, sumInWords } from '../facts/funding-sum';
import { moneyBar } from '../facts/money-bar';
import { barRows } from '../families/bar-rows';
import { niceTicks } from '../families/ticks';
import type { StageRow, State } from './rows';
import { roundsWords } from './words';

export const drawing: ChartDrawing<State, StageRow> = ({ rows, state, lang, width }) => {
  const currency = currencyOf(state);
  const words = roundsWords[lang];
  const money = Math.max(0, ...rows.map((row) => Math.max(row.floor, row.ceiling ?? 0)));
  const events = Math.max(1, ...rows.map((row) => row.events));
  return barRows({
    panels: [
      {
        title: words.range,
        ticks: niceTicks(money, width < 900 ? 3 : 5),
        tick: (value) => (value === 0 ? '0' : formatMoney(value, currency, lang)),
        share: 0.7,
      },
      { title: words.events, ticks: niceTicks(events, 4, true), tick: String, share: 0.3 },
    ],
    rows: rows.map((row) => {
      const colour = roundFamilyColours[row.family];
      const sum = sumInWords(row, currency, lang);
      return {
        key: row.stage,
        label: row.name[lang],
        caption: words.caption(row.events, sum),
        bars: [
          moneyBar(row, colour, sum),
          {
            pieces: [{ column: 'events', value: row.events, colour }],
            ceiling: null,
            open: false,
            text: String(row.events),
          },
        ],
      };
    }),
  });
};
