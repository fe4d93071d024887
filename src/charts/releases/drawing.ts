import type { ChartDrawing } from '../engine/drawing';
import { periodInWords } from '../facts/calendar';
import { grid } from '../families/grid';
import { heatCell } from '../families/heat-scale';
import { axesOf, type ReleaseRow, type State } from './rows';
import { releaseWords } from './words';

export const drawing: ChartDrawing<State, ReleaseRow> = ({ rows, lang }) => {
  const { groups, periods } = axesOf(rows);
  return grid({
    keys: releaseWords[lang].keys,
    total: releaseWords[lang].total2,
    rows: groups.map(({ slug, name, models }) => ({ key: slug, label: name[lang], total: String(models) })),
    columns: periods.map((period) => ({ key: period, label: period.replace('Q', ' Q') })),
    cells: rows.map((row, index) => ({
      index,
      row: groups.findIndex(({ slug }) => slug === row.group),
      column: periods.indexOf(row.period),
      data: { column: 'models', value: row.models },
      ...heatCell(row.models),
      title: `${row.groupName[lang]} · ${periodInWords(row.period, lang)}`,
      tip: [{ label: releaseWords[lang].models, text: String(row.models) }],
    })),
  });
};
