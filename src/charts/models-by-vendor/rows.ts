import type { Bilingual } from '@/domain/bilingual';
import { choice, limit, type StateOf, slugList } from '@/linking/parameters';
import { tierNames } from '@/records/model/book';
import { countParameter } from '../facts/model-count';

/** The tiers in the order in which they are stacked. */
export const stackedTiers = ['general', 'task', 'industry', 'unclassified'] as const;
export type StackedTier = (typeof stackedTiers)[number];

export const parameters = {
  vendors: slugList({ zh: '厂商', en: 'Vendors' }),
  tier: choice(
    { zh: '层级', en: 'Tier' },
    [
      { value: 'all', label: { zh: '全部', en: 'All' } },
      ...stackedTiers.map((value) => ({ value, label: tierNames[value] })),
    ],
    'all',
  ),
  industries: slugList({ zh: '行业', en: 'Industries' }),
  count: countParameter,
  top: limit({ zh: '最多显示几家', en: 'At most (vendors)' }, 15),
} as const;
export type State = StateOf<typeof parameters>;

/** One vendor: how many models of each tier. */
export type VendorRow = { vendor: string; name: Bilingual; total: number } & Record<StackedTier, number>;
