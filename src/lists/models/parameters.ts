import { tiers } from '@/domain/tier';
import { listWords } from '@/i18n/lists';
import { modelOrderNames, modelWords } from '@/i18n/models';
import { fieldsWith } from '@/i18n/record-fields';
import { choice, type StateOf, slugList } from '@/linking/parameters';
import { type Field, kebab } from '@/records/book';
import { layerNames } from '@/records/layer/book';
import { layerSlugs } from '@/records/layer/schema';
import { accessNames, modalityNames, tierNames } from '@/records/model/book';
import { accessKinds, modalities } from '@/records/model/schema';

/** Models without a tier are asked for by this word, and those without a date likewise. */
export const unclassified = 'unclassified';
export const undated = 'undated';

const both = (key: 'tier' | 'modality' | 'access' | 'layer' | 'period' | 'industry' | 'place' | 'sort') => ({
  zh: modelWords.zh[key],
  en: modelWords.en[key],
});

/** The columns of the list by their keys in addresses, as the field book has them; the name is always there. */
export const modelColumns: Readonly<Record<string, { key: string; field: Field }>> = Object.fromEntries(
  fieldsWith('model', ({ column }) => column === true).map(([key, field]) => [kebab(key), { key, field }]),
);

/** Everything that the address of the list can say, beside the page. */
export const modelParameters = {
  tier: slugList(
    both('tier'),
    [...tiers, unclassified].map((value) => ({ value, label: tierNames[value as keyof typeof tierNames] })),
  ),
  modality: slugList(
    both('modality'),
    modalities.map((value) => ({ value, label: modalityNames[value] })),
  ),
  access: slugList(
    both('access'),
    accessKinds.map((value) => ({ value, label: accessNames[value] })),
  ),
  layer: slugList(
    both('layer'),
    layerSlugs.map((value) => ({ value, label: layerNames[value] })),
  ),
  /** Years of release. */
  period: slugList(both('period')),
  industry: slugList(both('industry')),
  /** Who made it, alone or with others. */
  vendor: slugList({ zh: '厂商或合作方', en: 'Vendor or partner' }),
  /** Cities of the vendors. */
  place: slugList(both('place')),
  /** None: those that tell something. */
  columns: slugList(
    { zh: listWords.zh.columns, en: listWords.en.columns },
    Object.entries(modelColumns).map(([value, { field }]) => ({ value, label: field.label })),
  ),
  sort: choice(
    both('sort'),
    [
      ...(['vendor', 'name'] as const).map((value) => ({ value, label: modelOrderNames[value] })),
      ...Object.entries(modelColumns).flatMap(([value, { field }]) =>
        field.order === undefined ? [] : [{ value, label: field.order }],
      ),
    ],
    'vendor',
  ),
} as const;

export type ModelState = StateOf<typeof modelParameters>;
