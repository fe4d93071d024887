import type { ChartDrawing, Scene } from '../engine/drawing';
import { periodInWords, periodsBetween } from '../facts/calendar';
import { columnsOverTime } from '../families/columns-over-time';
import { grid } from '../families/grid';
import { heatCell } from '../families/heat-scale';
import { niceTicks } from '../families/ticks';
import { axesOf, colourOf, type ReleaseRow, type State } from './rows';
import { releaseWords } from './words';

/** Many vendors as a heat grid; the few tiers, or all models, as columns over time. */
export const drawing: ChartDrawing<State, ReleaseRow> = (scene) =>
  scene.state.group === 'vendor' ? gridOf(scene) : columnsOf(scene);

function gridOf({ rows, lang }: Scene<State, ReleaseRow>) {
  const { groups, periods } = axesOf(rows);
  return grid({
    total: releaseWords[lang].total2,
    rows: groups.map(({ slug, name, models }) => ({ key: slug, label: name[lang], total: String(models) })),
    columns: periods.map((period) => ({ key: period, label: period.replace('Q', ' Q') })),
    cells: rows.map((row, index) => ({
      index,
      row: groups.findIndex(({ slug }) => slug === row.group),
      column: periods.indexOf(row.period),
      data: { column: 'models', value: row.models },
      ...heatCell(row.models),
      title: `${row.groupName[lang]} · ${periodInWords(row.period, lang)} · ${releaseWords[lang].models} ${row.models}`,
    })),
  });
}

function columnsOf({ rows, lang, width }: Scene<State, ReleaseRow>) {
  const columns = periodsBetween(rows.map((row) => row.period)).map((period) => {
    const own = rows.map((row, index) => ({ ...row, index })).filter((row) => row.period === period);
    return {
      period,
      parts: own.map(({ index, group, groupName, models }) => ({
        index,
        column: 'models',
        value: models,
        length: models,
        colour: colourOf(group),
        hatched: false,
        title: `${period} · ${groupName[lang]} · ${models}`,
        text: String(models),
      })),
    };
  });
  const sums = columns.map(({ parts }) => parts.reduce((sum, { length }) => sum + length, 0));
  return columnsOverTime({
    columns,
    ticks: niceTicks(Math.max(0, ...sums), width < 480 ? 4 : 5, true),
    tick: String,
  });
}
