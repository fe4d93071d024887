import type { Bilingual } from '@/domain/bilingual';
import { choice, flag, limit, type StateOf, slugList } from '@/linking/parameters';
import { tierNames } from '@/records/model/book';

export const parameters = {
  vendors: slugList({ zh: '厂商', en: 'Vendors' }),
  tier: choice(
    { zh: '哪些模型', en: 'Models' },
    [
      { value: 'applied', label: { zh: '行业和任务模型', en: 'Industry and task models' } },
      { value: 'industry', label: tierNames.industry },
      { value: 'task', label: tierNames.task },
      {
        value: 'all',
        label: { zh: '所有写明出处的，连同行业和任务模型', en: 'All with a stated origin, too' },
      },
    ],
    'applied',
  ),
  unknown: flag({ zh: '画出来源未说明的', en: 'Draw those without a stated origin' }, true),
  top: limit({ zh: '最多显示几家', en: 'At most (vendors)' }, 3),
} as const;
export type State = StateOf<typeof parameters>;

export type DerivedTier = 'general' | 'task' | 'industry' | 'unclassified';

/** One derived model, or all models of a vendor and tier whose origin no source states. */
export type DerivationRow = {
  vendor: string;
  vendorName: Bilingual;
  tier: DerivedTier;
  /** null: no source states it. */
  origin: { slug: string; name: Bilingual; vendorName: Bilingual } | null;
  /** Of a single derived model; null where several are counted. */
  model: { slug: string; name: Bilingual } | null;
  models: number;
};
