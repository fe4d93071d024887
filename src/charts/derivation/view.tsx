import { type Lang, languages } from '@/domain/bilingual';
import { type Colour, tierColours } from '@/domain/palette';
import { tierNames } from '@/records/model/book';
import type { ChartView, ViewProps } from '../engine/definition';
import { type FlowContent, layFlow } from '../families/flow';
import { Flow } from '../families/flow-drawing';
import { originName } from './origin-name';
import type { DerivationRow, State } from './rows';
import { derivationWords } from './words';

export const view: ChartView<State, DerivationRow> = {
  height: (rows, _state, width) =>
    Math.max(...languages.map((lang) => layFlow(contentOf(rows, lang), width).height)),
  Draw,
};

function Draw({ rows, lang, width, height, paint, interactive }: ViewProps<State, DerivationRow>) {
  return (
    <Flow
      content={contentOf(rows, lang)}
      width={width}
      height={height}
      paint={paint}
      interactive={interactive}
      keys={derivationWords[lang].keys}
    />
  );
}

const originKey = (row: DerivationRow) => row.origin?.slug ?? '';
const derivedKey = (row: DerivationRow) => row.model?.slug ?? `· ${row.tier}`;

function contentOf(rows: readonly DerivationRow[], lang: Lang): FlowContent<Colour> {
  const words = derivationWords[lang];
  // Known origins stand above the one node for all that no source states; rows come in that order within a vendor.
  const sorted = [...rows].sort((a, b) => Number(a.origin === null) - Number(b.origin === null));
  const count = (matches: (row: DerivationRow) => boolean) =>
    rows.reduce((sum, row) => sum + (matches(row) ? row.models : 0), 0);
  const nodes = (keyOf: (row: DerivationRow) => string, labelOf: (row: DerivationRow) => string) =>
    [...new Map(sorted.map((row) => [keyOf(row), labelOf(row)]))].map(([key, label]) => ({ key, label }));
  return {
    columns: [
      {
        title: words.origin,
        nodes: nodes(originKey, (row) => (row.origin ? originName(row.origin, lang) : words.unknown)),
      },
      {
        title: words.vendor,
        nodes: nodes(
          (row) => row.vendor,
          (row) => row.vendorName[lang],
        ),
      },
      {
        title: words.derived,
        nodes: nodes(derivedKey, (row) =>
          row.model
            ? row.model.name[lang]
            : words.tierModels(
                tierNames[row.tier][lang],
                count((each) => each.model === null && each.tier === row.tier),
              ),
        ),
      },
    ],
    rows: rows.map((row, index) => ({
      index,
      path: [originKey(row), row.vendor, derivedKey(row)],
      weight: row.models,
      data: { column: 'models', value: row.models },
      colour: tierColours[row.tier],
      hollow: row.origin === null,
      title: row.model ? row.model.name[lang] : `${row.vendorName[lang]} · ${tierNames[row.tier][lang]}`,
      tip: [
        { label: words.origin, text: row.origin ? originName(row.origin, lang) : words.unknown },
        { label: words.models, text: String(row.models) },
      ],
    })),
  };
}
