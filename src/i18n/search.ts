import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the search page. */
export const searchWords = messages({
  zh: {
    title: '搜索',
    titleFor: (text: string) => `搜索“${text}”`,
    description: '按名称、别名或英文代号，找机构、模型、应用、平台、行业、融资事件、指标、图表和来源。',
    hint: '例如：百度、盘古、wxyy、金融、红杉、百川 A轮',
    found: (count: number) => `找到 ${count} 条。`,
    none: (text: string) => `没有找到“${text}”。换个写法，或从下面的入口看起。`,
    matched: (label: string) => `匹配“${label}”`,
    more: (count: number) => `还有 ${count} 条，请把词写得更具体。`,
    tooLong: (longest: number) => `搜索词太长，只用了前 ${longest} 个字符。`,
    entries: '全部清单',
    allOf: (text: string) => `“${text}”的全部结果`,
    keys: '↑ ↓ 选择，回车打开，Esc 关闭。支持拼音和首字母，如 wenxin、wxyy。',
  },
  en: {
    title: 'Search',
    titleFor: (text) => `Search: ${text}`,
    description:
      'Find organizations, models, products, platforms, industries, funding events, indicators, charts and sources by name, alias or slug.',
    hint: 'For example: Baidu, Pangu, wxyy, finance, Sequoia, Baichuan Series A',
    found: (count) => (count === 1 ? '1 result.' : `${count} results.`),
    none: (text) => `Nothing was found for “${text}”. Try another spelling, or start from one of the lists.`,
    matched: (label) => `matches “${label}”`,
    more: (count) => (count === 1 ? '1 more; be more specific.' : `${count} more; be more specific.`),
    tooLong: (longest) => `The text is too long; only its first ${longest} characters were used.`,
    entries: 'All lists',
    allOf: (text) => `All results for “${text}”`,
    keys: '↑ ↓ to choose, Enter to open, Esc to close. Pinyin and first letters work: wenxin, wxyy.',
  },
});

/** Kinds of results, as headings and as labels. */
export const searchKindNames = {
  organization: { zh: '机构', en: 'Organizations' },
  model: { zh: '模型', en: 'Models' },
  product: { zh: '应用', en: 'Products' },
  platform: { zh: '平台', en: 'Platforms' },
  industry: { zh: '行业', en: 'Industries' },
  'funding-event': { zh: '融资事件', en: 'Funding events' },
  indicator: { zh: '指标', en: 'Indicators' },
  chart: { zh: '图表', en: 'Charts' },
  source: { zh: '来源', en: 'Sources' },
} as const satisfies Record<string, Bilingual>;
