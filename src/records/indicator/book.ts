import type { Bilingual } from '@/domain/bilingual';
import { type Book, shared } from '../book';
import { citationsField } from '../citation-book';
import type { Indicator, IndicatorTheme } from './schema';

/** What themes of indicators are called. */
export const indicatorThemeNames = {
  usage: { zh: '用户与用量', en: 'Users and usage' },
  adoption: { zh: '采用与调查', en: 'Adoption and surveys' },
  supply: { zh: '模型与备案', en: 'Models and filings' },
  prices: { zh: '价格', en: 'Prices' },
  revenue: { zh: '收入与盈亏', en: 'Revenue and results' },
  spending: { zh: '投入', en: 'Spending' },
  funding: { zh: '融资与股市', en: 'Funding and shares' },
  market: { zh: '市场规模与份额', en: 'Markets and market shares' },
  training: { zh: '训练', en: 'Training' },
  benchmarks: { zh: '评测', en: 'Benchmarks' },
  chips: { zh: '芯片', en: 'Chips' },
  capacity: { zh: '算力设施', en: 'Compute capacity' },
  data: { zh: '数据', en: 'Data' },
} as const satisfies Record<IndicatorTheme, Bilingual>;

/** The fields of an indicator. */
export const indicatorBook = {
  slug: shared.slug,
  name: { ...shared.name, heads: ['indicator', '指标', '指标名称'] },
  theme: { as: 'choice', names: indicatorThemeNames, label: { zh: '主题', en: 'Theme' } },
  unit: { as: 'line', label: { zh: '单位', en: 'Unit' } },
  unitName: { as: 'bilingual', label: { zh: '单位的写法', en: 'Unit in words' } },
  note: shared.note,
  citations: citationsField,
} as const satisfies Book<Indicator>;
