import type { Colour } from '@/domain/palette';
import { dateSpan, stretchOf } from '@/domain/partial-date';
import { inUnit, unitInWords } from '@/i18n/observed-value';
import type { ChartDrawing, Scene } from '../engine/drawing';
import { groupBy } from '../facts/group-by';
import { observationSections } from '../facts/observation-sections';
import { subjectInWords, valueInWords } from '../facts/observation-words';
import { timePoints } from '../families/time-points';
import type { TimePointContent } from '../families/time-points-layout';
import { coloursOf, formOf, isShare, scaleOf, seriesOf, single } from './look';
import type { IndicatorRow, State } from './rows';

/** The values of one indicator over time, a line a subject; as bars where all are of one date. */
export const drawing: ChartDrawing<State, IndicatorRow> = (scene) =>
  formOf(scene.rows) === 'bars' ? observationSections(scene) : timePoints(contentOf(scene));

/** A unit of more letters than this stands at the dots, not at every line of the axis. */
const longestUnit = 8;

function contentOf({ rows, state, lang }: Scene<State, IndicatorRow>): TimePointContent<Colour> {
  const colours = coloursOf(rows);
  const axis = rows[0] ?? { unit: 'count' };
  const long = unitInWords(axis, lang).length > longestUnit;
  const tick = inUnit(long ? { unit: axis.unit, unitName: { zh: '', en: '' } } : axis, lang);
  const series = [...seriesOf(rows)];
  const ends = new Set(series.flatMap(([, own]) => inOrder(own).at(-1) ?? []));
  return {
    scale: scaleOf(rows, state),
    whole: isShare(rows),
    ranks: axis.unit === 'rank',
    lines: series.flatMap(([key, own]) => linesOf(rows, own, colours.get(key) ?? single)),
    tick: (value) => (value === 0 && axis.unit !== 'share' ? '0' : tick(value)),
    points: rows.map((row) => ({
      key: row.slug,
      // Along a line its last point says whose it is.
      label: !colours.has(row.key) || ends.has(row) ? `${row.subject[lang]} ${valueInWords(row, lang)}` : '',
      ...dateSpan(row.date),
      floor: row.floor,
      ceiling: row.ceiling,
      columns: { floor: 'floor', ceiling: 'ceiling' },
      colour: colours.get(row.key) ?? single,
      projected: row.projection,
      title: subjectInWords(row, lang),
    })),
  };
}

function inOrder(rows: readonly IndicatorRow[]): IndicatorRow[] {
  return rows.toSorted((a, b) => {
    const [first, second] = [dateSpan(a.date), dateSpan(b.date)];
    return (first.from + first.to).localeCompare(second.from + second.to);
  });
}

/**
 * What was observed and nobody doubts is joined by a solid line, and dashed ones lead to what is forecast. Only values of times as long
 * are joined: a quarter does not go on from a year. Two values of one date are both dots; the line goes through the first.
 */
function linesOf(rows: readonly IndicatorRow[], own: readonly IndicatorRow[], colour: Colour) {
  return [...groupBy(inOrder(own), ({ date }) => stretchOf(date)).values()].flatMap((alike) => {
    const ordered = alike.filter((row, at) => alike[at - 1]?.date !== row.date);
    const observed = ordered.filter(({ projection, doubted }) => !projection && !doubted);
    const last = observed.at(-1);
    const forecast = ordered.filter((row) => row.projection && (!last || row.date > last.date));
    const numbers = (points: readonly IndicatorRow[]) => points.map((row) => rows.indexOf(row));
    return [
      ...(observed.length > 1 ? [{ points: numbers(observed), dashed: false, colour }] : []),
      ...(forecast.length > 0 && (last ? 1 : 0) + forecast.length > 1
        ? [{ points: numbers([...(last ? [last] : []), ...forecast]), dashed: true, colour }]
        : []),
    ];
  });
}
