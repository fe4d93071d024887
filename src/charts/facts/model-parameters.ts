import { tiers } from '@/domain/tier';
import { choice, slugList } from '@/linking/parameters';
import { tierNames } from '@/records/model/book';

/** The parameters by which models are picked. */
export const modelParameters = {
  vendors: slugList({ zh: '厂商', en: 'Vendors' }),
  tier: choice(
    { zh: '层级', en: 'Tier' },
    [
      { value: 'all', label: { zh: '全部', en: 'All' } },
      ...tiers.map((value) => ({ value, label: tierNames[value] })),
      { value: 'unclassified', label: tierNames.unclassified },
    ],
    'all',
  ),
} as const;
