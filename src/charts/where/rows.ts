import type { Bilingual } from '@/domain/bilingual';
import { choice, limit, type StateOf, slugList } from '@/linking/parameters';
import { currencyParameter, type FundingSum } from '../facts/funding-sum';

export const parameters = {
  by: choice(
    { zh: '地点分到', en: 'Places by' },
    [
      { value: 'city', label: { zh: '城市', en: 'City' } },
      { value: 'province', label: { zh: '省级', en: 'Province' } },
      { value: 'country', label: { zh: '国家', en: 'Country' } },
    ],
    'city',
  ),
  countries: slugList({ zh: '国家', en: 'Countries' }),
  role: choice(
    { zh: '哪些机构', en: 'Organizations' },
    [
      { value: 'vendor', label: { zh: '厂商', en: 'Vendors' } },
      { value: 'investor', label: { zh: '投资方', en: 'Investors' } },
      { value: 'all', label: { zh: '全部机构', en: 'All' } },
    ],
    'vendor',
  ),
  sort: choice(
    { zh: '按什么取前几位', en: 'Rank by' },
    [
      { value: 'organizations', label: { zh: '机构数', en: 'Organizations' } },
      { value: 'models', label: { zh: '模型数', en: 'Models' } },
      { value: 'funding', label: { zh: '融资下限', en: 'Funding floor' } },
    ],
    'organizations',
  ),
  currency: currencyParameter,
  top: limit({ zh: '最多显示几个地方', en: 'At most (places)' }, 15),
} as const;
export type State = StateOf<typeof parameters>;

/** One place: who sits there, with what. */
export type PlaceRow = FundingSum & {
  place: string;
  name: Bilingual;
  /** ISO 3166-1 alpha-2. */
  country: string;
  organizations: number;
  /** Organizations in all places together, also those that are not shown. */
  placed: number;
  models: number;
};
