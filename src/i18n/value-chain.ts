import { messages } from './messages';

/** The words of the page on the value chain. */
export const valueChainWords = messages({
  zh: {
    title: '产业链',
    description: '价值落在三层：基础设施、模型、应用。每一层是谁、强在哪里、卡在哪里，都按来源的说法列出。',
    who: '是谁',
    strengths: '长处',
    bottlenecks: '瓶颈',
    organizations: (count: number) => `${count} 家机构`,
    matrix: '谁在哪几层',
    matrixNote: '同在几层的机构排在前面。圆点可以点开看出处；名字后的数字是已收录的模型、平台和应用。',
    organization: '机构',
    records: '已收录',
    counts: (models: number, platforms: number, products: number) =>
      [
        models > 0 ? `${models} 个模型` : '',
        platforms > 0 ? `${platforms} 个平台` : '',
        products > 0 ? `${products} 个应用` : '',
      ]
        .filter((part) => part !== '')
        .join('，'),
    on: '在这一层',
    off: '没有收录',
    finding: (all: number, several: number, names: string, widest: string, widestCount: number) =>
      `${all} 家机构落在三层上，${several === 0 ? '没有一家跨层' : `${several} 家跨两层以上：${names}`}。${widest}收录最多，${widestCount} 家。`,
    none: '还没有收录产业链位置。',
    empty: '这一层还没有收录机构。',
  },
  en: {
    title: 'Value chain',
    description:
      'Value sits in three layers: infrastructure, models, applications. Who is on each, where it is strong and where it is stuck, as the source tells it.',
    who: 'Who',
    strengths: 'Strengths',
    bottlenecks: 'Bottlenecks',
    organizations: (count) => (count === 1 ? '1 organization' : `${count} organizations`),
    matrix: 'Who stands on which layers',
    matrixNote:
      'Those on several layers come first. Open a mark to see who says so; the last column counts models, platforms and products on record.',
    organization: 'Organization',
    records: 'On record',
    counts: (models, platforms, products) =>
      [
        models > 0 ? `${models} ${models === 1 ? 'model' : 'models'}` : '',
        platforms > 0 ? `${platforms} ${platforms === 1 ? 'platform' : 'platforms'}` : '',
        products > 0 ? `${products} ${products === 1 ? 'product' : 'products'}` : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    on: 'on this layer',
    off: 'not on record',
    finding: (all, several, names, widest, widestCount) =>
      `${all} organizations stand on the three layers; ${several === 0 ? 'none is on more than one' : `${several} on more than one: ${names}`}. The layer “${widest}” has the most, ${widestCount}.`,
    none: 'No placement is on record yet.',
    empty: 'Nobody on record stands on this layer.',
  },
});
