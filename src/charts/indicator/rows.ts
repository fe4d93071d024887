import type { Bilingual } from '@/domain/bilingual';
import type { RateBasis } from '@/domain/exchange';
import type { ObservationBound } from '@/domain/observed';
import { choice, limit, type StateOf, slugList } from '@/linking/parameters';
import type { ObservationRow } from '../facts/observation-words';

export const parameters = {
  of: slugList({ zh: '指标', en: 'Indicator' }, undefined, 1),
  subjects: slugList({ zh: '对象', en: 'Of what' }),
  top: limit({ zh: '最多显示几个对象', en: 'At most (subjects)' }, 16),
  currency: choice(
    { zh: '币种', en: 'Currency' },
    [
      { value: 'own', label: { zh: '指标的币种', en: 'That of the indicator' } },
      { value: 'cny', label: { zh: '人民币', en: 'CNY' } },
      { value: 'usd', label: { zh: '美元', en: 'US dollars' } },
    ],
    'own',
  ),
  axis: choice(
    { zh: '刻度', en: 'Scale' },
    [
      { value: 'auto', label: { zh: '自动', en: 'As it suits' } },
      { value: 'linear', label: { zh: '线性', en: 'Linear' } },
      { value: 'log', label: { zh: '对数', en: 'Logarithmic' } },
    ],
    'auto',
  ),
} as const;
export type State = StateOf<typeof parameters>;

/** What a converted value was stated as, and what it was converted with. */
export type Converted = {
  floor: number | null;
  ceiling: number | null;
  bound: ObservationBound;
  unit: string;
  /** Units of the axis for one unit of what was stated. */
  rate: number;
  period: string;
  basis: RateBasis;
  /** Title of the source of the rate. */
  source: string;
};

/** One value of the indicator. */
export type IndicatorRow = ObservationRow & {
  /** The subject in addresses. */
  key: string;
  /** The page of the subject, without the language. */
  path: string | null;
  /** Whose it is, for its colour. */
  vendor: string | null;
  note: Bilingual | null;
  doubted: boolean;
  converted: Converted | null;
};
