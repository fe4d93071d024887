import { type LayerSlug, layerSlugs } from '@/domain/records/layer';
import { organizationKinds, organizationRoles } from '@/domain/records/organization';
import { organizationKindNames } from '@/i18n/compare';
import { parts } from '@/i18n/parts';
import { organizationRoleNames, vendorList, vendorOrderNames } from '@/i18n/vendors';
import { choice, type StateOf, slugList, wholeNumber } from '@/linking/parameters';
import { writeState } from '@/linking/state';

/** Organizations on one page of the list. */
export const pageSize = 60;

const layerName = (layer: LayerSlug) => ({ zh: parts.zh[layer], en: parts.en[layer] });
const both = (key: 'role' | 'kind' | 'layer' | 'country' | 'place' | 'sortedBy' | 'everything') => ({
  zh: vendorList.zh[key],
  en: vendorList.en[key],
});

/** Everything that the address of the list can say. */
export const vendorParameters = {
  role: choice(
    both('role'),
    [
      ...organizationRoles.map((value) => ({ value, label: organizationRoleNames[value] })),
      { value: 'all', label: both('everything') },
    ],
    'vendor',
  ),
  kind: slugList(
    both('kind'),
    organizationKinds.map((value) => ({ value, label: organizationKindNames[value] })),
  ),
  layer: slugList(
    both('layer'),
    layerSlugs.map((value) => ({ value, label: layerName(value) })),
  ),
  country: slugList(both('country')),
  place: slugList(both('place')),
  sort: choice(
    both('sortedBy'),
    (['records', 'models', 'industries', 'funding', 'name'] as const).map((value) => ({
      value,
      label: vendorOrderNames[value],
    })),
    'records',
  ),
  page: wholeNumber({ zh: '页', en: 'Page' }, 1, 100_000, 1),
} as const;

export type VendorState = StateOf<typeof vendorParameters>;

/** The address of the list in a state, without the language. */
export function vendorsPath(state: VendorState): string {
  const query = writeState(vendorParameters, state);
  return query === '' ? '/vendors' : `/vendors?${query}`;
}
