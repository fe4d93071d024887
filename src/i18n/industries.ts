import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the pages on industries. */
export const industryWords = messages({
  zh: {
    title: '行业',
    description: '通用大模型之上，行业模型进了哪些行业，谁在服务，凭什么这么说。',
    caption: '行业及其模型、应用与厂商',
    industry: '行业',
    models: '模型',
    products: '应用',
    vendors: '服务它的厂商',
    sort: '排序',
    none: '没有收录行业。',
    finding: (all: number, withModels: number, top: string, topCount: number) =>
      `${all} 个行业里，${withModels} 个已有模型。${top}最多，${topCount} 个系列。`,
    claimed: (count: number) =>
      count === 0 ? '' : `${count} 个行业只有“已服务”的说法，没有收录到模型或应用。`,
    moreVendors: (count: number) => `等 ${count} 家`,
    toChart: '看热力图：厂商 × 行业',
    aliases: '也叫',
    page: (vendors: number, models: number, products: number) =>
      [
        `${vendors} 家厂商服务这个行业`,
        models > 0 ? `有 ${models} 个模型系列` : '没有收录到专门的模型',
        products > 0 ? `${products} 个应用` : '',
      ]
        .filter((part) => part !== '')
        .join('，'),
    pageClaimed: (count: number) => (count === 0 ? '。' : `；其中 ${count} 家只有来源的说法。`),
    who: '谁在服务',
    basis: '凭什么',
    with: '用什么',
    byModel: '自有模型',
    byProduct: '应用',
    byClaim: '来源这么说',
    since: '始见于',
    compare: '对比这些厂商',
    chart: '在图表里看',
    modelList: '模型',
    follow: '更改记录与订阅',
    sources: '来源',
  },
  en: {
    title: 'Industries',
    description:
      'Where models built on general ones have reached, who serves each industry, and on what evidence.',
    caption: 'Industries with models, products and vendors',
    industry: 'Industry',
    models: 'Models',
    products: 'Products',
    vendors: 'Vendors that serve it',
    sort: 'Sort',
    none: 'No industry is on record.',
    finding: (all, withModels, top, topCount) =>
      `${withModels} of ${all} industries have a model of their own. ${top} has the most, ${topCount} ${topCount === 1 ? 'family' : 'families'}. `,
    claimed: (count) =>
      count === 0
        ? ''
        : `In ${count} ${count === 1 ? 'industry' : 'industries'} a source says that vendors are at work, with no model or product on record.`,
    moreVendors: (count) => `${count} in all`,
    toChart: 'Heat map: vendors by industry',
    aliases: 'Also called',
    page: (vendors, models, products) =>
      [
        `${vendors} ${vendors === 1 ? 'vendor serves' : 'vendors serve'} this industry`,
        models > 0
          ? `with ${models} ${models === 1 ? 'family' : 'families'} of models`
          : 'with no model of its own on record',
        products > 0 ? `${products} ${products === 1 ? 'product' : 'products'}` : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    pageClaimed: (count) => (count === 0 ? '.' : `; for ${count} of them there is a source’s word only.`),
    who: 'Who serves it',
    basis: 'On what evidence',
    with: 'With what',
    byModel: 'own model',
    byProduct: 'product',
    byClaim: 'a source says so',
    since: 'First seen',
    compare: 'Compare these vendors',
    chart: 'See it in the chart',
    modelList: 'Models',
    follow: 'Changes and feeds',
    sources: 'Sources',
  },
});

export const industryOrderNames = {
  models: { zh: '模型多的在前', en: 'Most models first' },
  vendors: { zh: '厂商多的在前', en: 'Most vendors first' },
  name: { zh: '按名称', en: 'By name' },
} as const satisfies Record<string, Bilingual>;
