import { modalityNames } from '@/records/model/book';
import type { ChartDrawing } from '../engine/drawing';
import { grid } from '../families/grid';
import { heatCell } from '../families/heat-scale';
import { axesOf, type ModalityRow, type State } from './rows';
import { modalityWords } from './words';

export const drawing: ChartDrawing<State, ModalityRow> = ({ rows, lang }) => {
  const words = modalityWords[lang];
  const { vendors, modalities } = axesOf(rows);
  return grid({
    total: words.total,
    rows: vendors.map(({ slug, name, allModels }) => ({
      key: slug,
      label: name[lang],
      total: String(allModels),
    })),
    columns: modalities.map((modality) => ({ key: modality, label: modalityNames[modality][lang] })),
    cells: rows.map((row, index) => ({
      index,
      row: vendors.findIndex(({ slug }) => slug === row.vendor),
      column: modalities.indexOf(row.modality),
      data: { column: 'models', value: row.models },
      ...heatCell(row.models),
      title: [
        row.vendorName[lang],
        modalityNames[row.modality][lang],
        `${words.models} ${row.models}`,
        `${words.allModels} ${row.allModels}`,
      ].join(' · '),
    })),
  });
};
