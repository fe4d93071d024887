import { layerColours } from '@/domain/palette';
import { layerNames } from '@/records/layer/book';
import type { ChartDrawing } from '../engine/drawing';
import { flow } from '../families/flow';
import { type ChainRow, entryKinds, layersFromTop, type State } from './rows';
import { entryKindNames, valueChainChartWords } from './words';

export const drawing: ChartDrawing<State, ChainRow> = ({ rows, lang }) => {
  const words = valueChainChartWords[lang];
  const sum = (matches: (row: ChainRow) => boolean) =>
    rows.reduce((total, row) => total + (matches(row) ? row.entries : 0), 0);
  const weight = (row: ChainRow) => Math.max(1, row.entries);
  const layers = layersFromTop.filter((layer) => rows.some((row) => row.layer === layer));
  const kinds = entryKinds.filter((kind) => rows.some((row) => row.kind === kind));
  // Organizations stand level with the middle of their layers, so that few ribbons cross.
  const level = (organization: string) => {
    const own = rows.filter((row) => row.organization === organization);
    const total = own.reduce((all, row) => all + weight(row), 0);
    return own.reduce((all, row) => all + layersFromTop.indexOf(row.layer) * weight(row), 0) / total;
  };
  const organizations = [...new Map(rows.map((row) => [row.organization, row.organizationName]))].sort(
    ([a], [b]) => level(a) - level(b),
  );
  return flow({
    columns: [
      {
        title: words.layer,
        nodes: layers.map((layer) => ({ key: layer, label: layerNames[layer][lang] })),
      },
      {
        title: words.organization,
        nodes: organizations.map(([key, name]) => ({ key, label: name[lang] })),
      },
      {
        title: words.what,
        nodes: kinds.map((key) => {
          const count = sum((row) => row.kind === key);
          return { key, label: `${entryKindNames[key][lang]}${count > 0 ? ` ${count}` : ''}` };
        }),
      },
    ],
    rows: rows.map((row, index) => ({
      index,
      path: [row.layer, row.organization, row.kind],
      weight: weight(row),
      data: { column: 'entries', value: row.entries },
      colour: layerColours[row.layer],
      hollow: row.entries === 0,
      title: [
        row.organizationName[lang],
        layerNames[row.layer][lang],
        `${entryKindNames[row.kind][lang]}${row.entries > 0 ? ` ${row.entries}` : ''}`,
        `${words.placedLabel} ${row.placed ? words.yes : words.no}`,
      ].join(' · '),
    })),
  });
};
