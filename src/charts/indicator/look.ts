import { type Colour, data, vendorColour } from '@/domain/palette';
import { groupBy } from '../facts/group-by';
import type { IndicatorRow, State } from './rows';

/** How the values are drawn: over time, or as bars where all are of one date. A rank as a bar would make the last the longest. */
export function formOf(rows: readonly IndicatorRow[]): 'time' | 'bars' {
  const dates = new Set(rows.map(({ date }) => date));
  return dates.size < 2 && rows[0]?.unit !== 'rank' ? 'bars' : 'time';
}

/** Is this a share of a whole, whose axis is 0 to 100 %? */
export function isShare(rows: readonly IndicatorRow[]): boolean {
  return rows[0]?.unit === 'share' && rows.every((row) => (row.ceiling ?? row.floor ?? 0) <= 1);
}

/** The scale of the axis: by itself logarithmic where the greatest value is more than fifty times the least. */
export function scaleOf(rows: readonly IndicatorRow[], state: State): 'log' | 'linear' {
  if (isShare(rows) || rows[0]?.unit === 'rank') return 'linear';
  if (state.axis !== 'auto') return state.axis;
  const values = rows.flatMap(({ floor, ceiling }) => [floor, ceiling]).filter((each) => each !== null);
  const positive = values.filter((value) => value > 0);
  return positive.length > 1 && Math.max(...positive) > 50 * Math.min(...positive) ? 'log' : 'linear';
}

const spare: readonly Colour[] = [
  data.blue,
  data.orange,
  data.green,
  data.purple,
  data.gold,
  data.red,
  data.sky,
  data.brown,
  data.pink,
  data.teal,
  data.lime,
  data.plum,
  data.cobalt,
  data.rust,
  data.olive,
  data.jade,
];

/** Values that stand alone share a colour: their label says whose they are. */
export const single = data.stone;

/** The rows of each subject that has a series, by its key. */
export function seriesOf(rows: readonly IndicatorRow[]): Map<string, IndicatorRow[]> {
  return new Map(
    [...groupBy(rows, ({ key }) => key)].filter(([, own]) => new Set(own.map(({ date }) => date)).size > 1),
  );
}

/** The colour of each subject with a series: that of its vendor, or, where another has it already, one of its own. */
export function coloursOf(rows: readonly IndicatorRow[]): Map<string, Colour> {
  const taken = new Set<Colour>();
  const colours = new Map<string, Colour>();
  for (const [key, [first]] of seriesOf(rows)) {
    const own = first?.vendor ? vendorColour(first.vendor) : undefined;
    const colour =
      own && own !== single && !taken.has(own) ? own : (spare.find((each) => !taken.has(each)) ?? single);
    taken.add(colour);
    colours.set(key, colour);
  }
  return colours;
}
