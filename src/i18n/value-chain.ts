import { messages } from './messages';

/** The words of the page on the value chain. */
export const valueChainWords = messages({
  zh: {
    title: '产业链',
    description:
      '价值落在三层：基础设施、模型、应用。每一层是谁、强在哪里、卡在哪里、都照来源的说法；谁在上面，看来源，也看收录。名字后面是已收录的模型、平台和产品。',
    who: '是谁',
    strengths: '长处',
    bottlenecks: '瓶颈',
    organizations: (count: number) => `${count} 家机构`,
    matrix: '谁在哪几层',
    matrixNote:
      '占着两层以上的排在前面，用粗体。实心的有来源写明，点开圆点看是谁说的；空心的据收录的模型、平台、芯片或应用推得。两样都没有，不等于它不在那一层。',
    organization: '机构',
    counts: (models: number, platforms: number, products: number) =>
      [
        models > 0 ? `${models} 个模型系列` : '',
        platforms > 0 ? `${platforms} 个平台` : '',
        products > 0 ? `${products} 个产品` : '',
      ]
        .filter((part) => part !== '')
        .join('、'),
    on: '在这一层',
    off: '没有收录',
    standing: (count: number) => `链上收录了 ${count} 家机构。`,
    onTwo: ({ count, names }: { count: number; names: string }) =>
      count === 0 ? '没有一家占着两层。' : `${count} 家占着两层：${names}。`,
    onAll: ({ count, names }: { count: number; names: string }) =>
      count === 0 ? '没有一家三层全占。' : `${count} 家三层全占：${names}。`,
    fullest: (names: string, layers: number, count: number) =>
      layers === 1 ? `${names}最多，${count} 家。` : `${names}并列最多，各 ${count} 家。`,
    andOthers: '等',
    allOnLayer: (count: number) => `这一层的全部 ${count} 家`,
    none: '还没有收录产业链位置。',
    empty: '这一层还没有收录机构。',
  },
  en: {
    title: 'Value chain',
    description:
      'Value sits in three layers: infrastructure, models, applications. Who is on each, where it is strong and where it is stuck, as sources and records tell it. Beside each name: the model families, platforms and products on record.',
    who: 'Who',
    strengths: 'Strengths',
    bottlenecks: 'Bottlenecks',
    organizations: (count) => (count === 1 ? '1 organization' : `${count} organizations`),
    matrix: 'Who stands on which layers',
    matrixNote:
      'Those on several layers come first, in bold. A solid bar is stated: open its mark to see by whom. A hollow one follows from models, platforms, accelerators or products on record. No bar does not mean that they are absent.',
    organization: 'Organization',
    counts: (models, platforms, products) =>
      [
        models > 0 ? `${models} model ${models === 1 ? 'family' : 'families'}` : '',
        platforms > 0 ? `${platforms} ${platforms === 1 ? 'platform' : 'platforms'}` : '',
        products > 0 ? `${products} ${products === 1 ? 'product' : 'products'}` : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    on: 'on this layer',
    off: 'not on record',
    standing: (count) =>
      `${count} ${count === 1 ? 'organization stands' : 'organizations stand'} on the chain. `,
    onTwo: ({ count, names }) =>
      count === 0
        ? 'None holds two layers. '
        : `${count} ${count === 1 ? 'holds' : 'hold'} two layers: ${names}. `,
    onAll: ({ count, names }) =>
      count === 0
        ? 'None holds all three. '
        : `${count} ${count === 1 ? 'holds' : 'hold'} all three: ${names}. `,
    fullest: (names, layers, count) =>
      layers === 1
        ? `The fullest layer is ${names}, with ${count}.`
        : `The fullest layers are ${names}, with ${count} each.`,
    andOthers: ' and others',
    allOnLayer: (count) => `All ${count} on this layer`,
    none: 'No placement is on record yet.',
    empty: 'Nobody on record stands on this layer.',
  },
});
