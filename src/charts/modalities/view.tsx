import { type Lang, languages } from '@/domain/bilingual';
import { surface } from '@/domain/palette';
import { modalityNames } from '@/records/model/book';
import type { ChartView, ViewProps } from '../engine/definition';
import { Grid, type GridContent, gridHeight } from '../families/grid';
import { heatStepOf } from '../families/heat-scale';
import { axesOf, type ModalityRow, type State } from './rows';
import { modalityWords } from './words';

export const view: ChartView<State, ModalityRow> = {
  height: (rows, _state, width) =>
    Math.max(...languages.map((lang) => gridHeight(contentOf(rows, lang), width))),
  Draw,
};

function Draw({ rows, lang, width, height, paint, interactive }: ViewProps<State, ModalityRow>) {
  return (
    <Grid
      content={contentOf(rows, lang)}
      width={width}
      height={height}
      paint={paint}
      interactive={interactive}
      keys={modalityWords[lang].keys}
    />
  );
}

function contentOf(rows: readonly ModalityRow[], lang: Lang): GridContent {
  const words = modalityWords[lang];
  const { vendors, modalities } = axesOf(rows);
  return {
    total: words.total,
    rows: vendors.map(({ slug, name, allModels }) => ({
      key: slug,
      label: name[lang],
      total: String(allModels),
    })),
    columns: modalities.map((modality) => ({ key: modality, label: modalityNames[modality][lang] })),
    cells: rows.map((row, index) => {
      const step = heatStepOf(row.models);
      return {
        index,
        row: vendors.findIndex(({ slug }) => slug === row.vendor),
        column: modalities.indexOf(row.modality),
        data: { column: 'models', value: row.models },
        fill: step?.fill ?? null,
        outline: null,
        ink: step?.text ?? surface.ink,
        text: String(row.models),
        title: `${row.vendorName[lang]} · ${modalityNames[row.modality][lang]}`,
        tip: [
          { label: words.models, text: String(row.models) },
          { label: words.allModels, text: String(row.allModels) },
        ],
      };
    }),
  };
}
