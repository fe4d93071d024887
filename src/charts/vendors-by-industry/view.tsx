import { type Lang, languages } from '@/domain/bilingual';
import { surface } from '@/domain/palette';
import type { ChartView, ViewProps } from '../engine/definition';
import { Grid, type GridContent, gridHeight } from '../families/grid';
import { heatStepOf } from '../families/heat-scale';
import { type CellRow, gridOf, type State } from './rows';
import { heatWords } from './words';

export const view: ChartView<State, CellRow> = {
  height: (rows, _state, width) =>
    Math.max(...languages.map((lang) => gridHeight(contentOf(rows, lang), width))),
  Draw,
};

function Draw({ rows, lang, width, height, paint, interactive }: ViewProps<State, CellRow>) {
  return (
    <Grid
      content={contentOf(rows, lang)}
      width={width}
      height={height}
      paint={paint}
      interactive={interactive}
      keys={heatWords[lang].keys}
    />
  );
}

function contentOf(rows: readonly CellRow[], lang: Lang): GridContent {
  const words = heatWords[lang];
  const { industries, vendors } = gridOf(rows);
  return {
    total: words.all,
    rows: industries.map(({ slug, name, allVendors }) => ({
      key: slug,
      label: name[lang],
      total: String(allVendors),
    })),
    columns: vendors.map(({ slug, name }) => ({ key: slug, label: name[lang] })),
    cells: rows.map((row, index) => {
      const shade = heatStepOf(row.models);
      return {
        index,
        row: industries.findIndex(({ slug }) => slug === row.industry),
        column: vendors.findIndex(({ slug }) => slug === row.vendor),
        data: { column: 'models', value: row.models },
        fill: shade?.fill ?? null,
        outline: row.stated ? (shade ? surface.ink : surface.edge) : null,
        ink: shade?.text ?? surface.ink,
        text: shade ? String(row.models) : '',
        title: `${row.vendorName[lang]} · ${row.industryName[lang]}`,
        tip: [
          { label: words.modelsLabel, text: String(row.models) },
          { label: words.statedLabel, text: row.stated ? words.yes : words.no },
          { label: words.allLabel, text: String(row.allVendors) },
        ],
      };
    }),
  };
}
