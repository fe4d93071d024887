import { formatMoney } from '@/domain/amount';
import { type Colour, data } from '@/domain/palette';
import type { ChartDrawing } from '../engine/drawing';
import { currencyOf, sumInWords } from '../facts/funding-sum';
import { moneyBar } from '../facts/money-bar';
import { barRows } from '../families/bar-rows';
import type { Bar, BarPanel } from '../families/bar-rows-layout';
import { niceTicks } from '../families/ticks';
import { figuresInWords } from './figures';
import type { PlaceRow, State } from './rows';
import { whereWords } from './words';

type Measure = { key: State['sort']; panel: BarPanel; bar: (row: PlaceRow) => Bar<Colour> };

/** One panel a measure; the one that orders the places comes first. */
export const drawing: ChartDrawing<State, PlaceRow> = ({ rows, state, lang, width }) => {
  const words = whereWords[lang];
  const currency = currencyOf(state);
  const count = (key: 'organizations' | 'models', colour: Colour): Measure => ({
    key,
    panel: {
      title: words[key],
      ticks: niceTicks(Math.max(1, ...rows.map((row) => row[key])), 3, true),
      tick: String,
      share: 0.28,
    },
    bar: (row) => ({
      pieces: [{ column: key, value: row[key], colour }],
      ceiling: null,
      open: false,
      text: String(row[key]),
    }),
  });
  const most = Math.max(0, ...rows.map((row) => Math.max(row.floor, row.ceiling ?? 0)));
  const funded = rows.some((row) => row.events > 0);
  const funding: Measure = {
    key: 'funding',
    panel: {
      title: words.funding,
      ticks: niceTicks(most, width < 480 || width >= 600 ? 3 : 4),
      tick: (value) => (value === 0 ? '0' : formatMoney(value, currency, lang)),
      share: 0.44,
    },
    bar: (row) => moneyBar(row, data.blue, row.events > 0 ? sumInWords(row, currency, lang) : '—'),
  };
  const measures = [
    count('organizations', data.teal),
    count('models', data.gold),
    ...(funded || state.sort === 'funding' ? [funding] : []),
  ].sort((a, b) => Number(b.key === state.sort) - Number(a.key === state.sort));
  return barRows({
    panels: measures.map(({ panel }) => panel),
    rows: rows.map((row) => ({
      key: row.place,
      label: row.name[lang],
      caption: figuresInWords(row, state, lang),
      bars: measures.map(({ bar }) => bar(row)),
    })),
  });
};
