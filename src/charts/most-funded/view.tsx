import { formatMoney } from '@/domain/amount';
import { type Lang, languages } from '@/domain/bilingual';
import { type Colour, data } from '@/domain/palette';
import type { ChartView, ViewProps } from '../engine/definition';
import { currencyOf, sumInWords } from '../facts/funding-sum';
import { moneyBar } from '../facts/money-bar';
import { type BarContent, layBars } from '../families/bar-rows';
import { BarRows } from '../families/bar-rows-drawing';
import { niceTicks } from '../families/ticks';
import type { FundedRow, State } from './rows';
import { mostFundedWords } from './words';

export const view: ChartView<State, FundedRow> = {
  height: (rows, state, width) =>
    Math.max(...languages.map((lang) => layBars(contentOf(rows, state, lang, width), width).height)),
  Draw,
};

function Draw({ rows, state, lang, width, height, paint, id, interactive }: ViewProps<State, FundedRow>) {
  return (
    <BarRows
      content={contentOf(rows, state, lang, width)}
      width={width}
      height={height}
      paint={paint}
      id={id}
      interactive={interactive}
      keys={mostFundedWords[lang].keys}
    />
  );
}

function contentOf(rows: readonly FundedRow[], state: State, lang: Lang, width: number): BarContent<Colour> {
  const currency = currencyOf(state);
  const words = mostFundedWords[lang];
  const most = Math.max(0, ...rows.map((row) => Math.max(row.floor, row.ceiling ?? 0)));
  return {
    panels: [
      {
        title: words.range,
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
        tip: [
          { label: words.events, text: String(row.events) },
          { label: words.range, text },
        ],
      };
    }),
  };
}
