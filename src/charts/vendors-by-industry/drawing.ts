import { surface } from '@/domain/palette';
import type { ChartDrawing } from '../engine/drawing';
import { grid } from '../families/grid';
import { heatCell } from '../families/heat-scale';
import { type CellRow, gridOf, type State } from './rows';
import { heatWords } from './words';

export const drawing: ChartDrawing<State, CellRow> = ({ rows, lang }) => {
  const words = heatWords[lang];
  const { industries, vendors } = gridOf(rows);
  return grid({
    total: words.all,
    rows: industries.map(({ slug, name, allVendors }) => ({
      key: slug,
      label: name[lang],
      total: String(allVendors),
    })),
    columns: vendors.map(({ slug, name }) => ({ key: slug, label: name[lang] })),
    cells: rows.map((row, index) => {
      const cell = heatCell(row.models);
      return {
        index,
        row: industries.findIndex(({ slug }) => slug === row.industry),
        column: vendors.findIndex(({ slug }) => slug === row.vendor),
        data: { column: 'models', value: row.models },
        ...cell,
        outline: row.stated ? (cell.fill ? surface.ink : surface.edge) : null,
        title: [
          row.vendorName[lang],
          row.industryName[lang],
          `${words.modelsLabel} ${row.models}`,
          `${words.statedLabel} ${row.stated ? words.yes : words.no}`,
          `${words.allLabel} ${row.allVendors}`,
        ].join(' · '),
      };
    }),
  });
};
