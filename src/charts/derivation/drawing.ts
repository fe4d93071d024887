import { tierColours } from '@/domain/palette';
import { tierNames } from '@/records/model/book';
import type { ChartDrawing } from '../engine/drawing';
import { flow } from '../families/flow';
import { originName } from './origin-name';
import type { DerivationRow, State } from './rows';
import { derivationWords } from './words';

const originKey = (row: DerivationRow) => row.origin?.slug ?? '';
const derivedKey = (row: DerivationRow) => row.model?.slug ?? `· ${row.tier}`;

export const drawing: ChartDrawing<State, DerivationRow> = ({ rows, lang }) => {
  const words = derivationWords[lang];
  // Known origins stand above the one node for all that no source states; rows come in that order within a vendor.
  const sorted = [...rows].sort((a, b) => Number(a.origin === null) - Number(b.origin === null));
  const count = (matches: (row: DerivationRow) => boolean) =>
    rows.reduce((sum, row) => sum + (matches(row) ? row.models : 0), 0);
  const nodes = (keyOf: (row: DerivationRow) => string, labelOf: (row: DerivationRow) => string) =>
    [...new Map(sorted.map((row) => [keyOf(row), labelOf(row)]))].map(([key, label]) => ({ key, label }));
  return flow({
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
      title: [
        row.model ? row.model.name[lang] : `${row.vendorName[lang]} · ${tierNames[row.tier][lang]}`,
        `${words.origin} ${row.origin ? originName(row.origin, lang) : words.unknown}`,
        `${words.models} ${row.models}`,
      ].join(' · '),
    })),
  });
};
