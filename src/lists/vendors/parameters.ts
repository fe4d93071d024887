import { listWords } from '@/i18n/lists';
import { vendorList, vendorOrderNames } from '@/i18n/vendors';
import { choice, type StateOf, slugList } from '@/linking/parameters';
import { layerNames } from '@/records/layer/book';
import { layerSlugs } from '@/records/layer/schema';
import { organizationKindNames, organizationRoleNames } from '@/records/organization/book';
import { organizationKinds, organizationRoles } from '@/records/organization/schema';

const both = (
  key:
    | 'role'
    | 'kind'
    | 'layer'
    | 'industry'
    | 'country'
    | 'place'
    | 'sortedBy'
    | 'everything'
    | 'kindAndPlace'
    | 'models'
    | 'industries'
    | 'platforms'
    | 'funding',
) => ({
  zh: vendorList.zh[key],
  en: vendorList.en[key],
});

/** The columns of the list; the name and the sources are always there. */
export const vendorColumns = {
  kind: both('kindAndPlace'),
  layer: both('layer'),
  models: both('models'),
  industries: both('industries'),
  platforms: both('platforms'),
  funding: both('funding'),
} as const;

/** Everything that the address of the list can say, beside the page. */
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
    layerSlugs.map((value) => ({ value, label: layerNames[value] })),
  ),
  industry: slugList(both('industry')),
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
  /** None: all. */
  columns: slugList(
    { zh: listWords.zh.columns, en: listWords.en.columns },
    Object.entries(vendorColumns).map(([value, label]) => ({ value, label })),
  ),
} as const;

export type VendorState = StateOf<typeof vendorParameters>;
