import { accessKinds, modalities, tiers } from '@/domain/records/model';
import { tierNames } from '@/i18n/charts';
import { modalityNames } from '@/i18n/compare';
import { accessNames, modelOrderNames, modelWords } from '@/i18n/models';
import { choice, type StateOf, slugList, wholeNumber } from '@/linking/parameters';
import { writeState } from '@/linking/state';

/** Models on one page of the list. */
export const pageSize = 60;

/** Models without a tier are asked for by this word. */
export const unclassified = 'unclassified';

const both = (key: 'tier' | 'modality' | 'access' | 'industry' | 'vendor' | 'sort' | 'page') => ({
  zh: modelWords.zh[key],
  en: modelWords.en[key],
});

/** Everything that the address of the list can say. */
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
  industry: slugList(both('industry')),
  vendor: slugList(both('vendor')),
  sort: choice(
    both('sort'),
    (['vendor', 'name', 'parameters', 'released'] as const).map((value) => ({
      value,
      label: modelOrderNames[value],
    })),
    'vendor',
  ),
  page: wholeNumber(both('page'), 1, 100_000, 1),
} as const;

export type ModelState = StateOf<typeof modelParameters>;

/** The filters of the list, each a list of slugs. */
export const modelFilters = ['tier', 'modality', 'access', 'industry', 'vendor'] as const;
export type ModelFilter = (typeof modelFilters)[number];

/** The address of the list in a state, without the language. */
export function modelsPath(state: ModelState): string {
  const query = writeState(modelParameters, state);
  return query === '' ? '/models' : `/models?${query}`;
}
