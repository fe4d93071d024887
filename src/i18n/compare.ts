import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the comparison page and its files. */
export const compareWords = messages({
  zh: {
    titles: ['厂商对比', '模型对比', '行业对比'],
    descriptions: [
      '同一组问题，逐家作答：模型、平台、行业、产业链、算力、开放、长处、融资。每一格都能查到出处。',
      '同一组问题，逐个模型作答：谁做的、多大、什么模态、怎么开放、从哪里来。每一格都能查到出处。',
      '同一组问题，逐个行业作答：谁在服务、用什么模型和应用、从什么时候开始。每一格都能查到出处。',
    ],
    heading: (names: string[]) => `${names.join('、')}对比`,
    caption: '各列在每个维度上的情况',
    group: '组',
    dimension: '维度',
    unit: '单位',
    sources: '来源',
    vendors: '厂商',
    kinds: '比什么',
    add: '加一个',
    addButton: '加入',
    choose: '名称、拼音或代号…',
    best: '最优',
    worst: '最弱',
    sortBy: (label: string, down: boolean) => `按“${label}”${down ? '从高到低' : '从低到高'}排列各列`,
    unsort: '恢复原来的次序',
    left: (name: string) => `把${name}左移`,
    right: (name: string) => `把${name}右移`,
    drag: '拖动可调整次序',
    disagree: '来源不一致',
    ready: '现成的对比',
    readyPairs: '两两对比',
    readyIntro: '常被问到的几组，以及收录最多的十二家两两之间的对比；每一个都有自己的网址、预览图和文件。',
    allReady: '全部现成的对比 →',
    linkNote: '随数据更新；地址就是表的状态。',
    pinNote: '固定链接永远显示今天的表；以后有变化，会并列写出。',
    seeTable: '在大模型产业图谱中打开',
    pinnedTo: (edition: number, day: string) => `固定在第 ${edition} 版（${day}）的对比。`,
    unchanged: '到今天，表里的内容没有变化。',
    changed: (count: number) => `之后有 ${count} 格变了：`,
    live: '看今天的表',
    was: '当时',
    now: '现在',
    source: '来源',
    publisher: '发布者',
    link: '链接',
    date: '日期',
    evidence: '证据',
    stated: '原话',
    doubt: '疑点',
    subject: '对象',
    value: '值',
    floor: '下限',
    ceiling: '上限',
    undisclosedCount: '未披露笔数',
    remove: (name: string) => `移除${name}`,
    reset: '恢复默认',
    show: '显示',
    showAll: '全部',
    onlyDifferences: '只看不同',
    rows: '分组',
    currency: '币种',
    download: '下载',
    editionLine: (edition: number) => `大模型产业图谱，第 ${edition} 版`,
    more: (count: number) => `另有 ${count} 项`,
    moneyEvents: (counted: number, undisclosed: number) =>
      undisclosed === 0 ? `${counted} 笔有金额` : `${counted} 笔有金额，${undisclosed} 笔未披露`,
    moneyContained: (count: number) => `${count} 笔含在合计里`,
    moneyLeftOut: (count: number) => `${count} 笔不计`,
    tooFew: '现在只有一列。2 到 12 列才成对比，可在下面加一个。',
    tooMany: (count: number, most: number) => `网址里有 ${count} 个，这里只列前 ${most} 个。`,
    nothingDiffers: '显示的各组里，这几列在每个维度上都一样。',
    allHidden: '所有组都隐藏了；点上面的组名可以重新显示。',
    full: '已经有 12 列；先移除一列才能再加。',
    unitName: (unit: string) => unitNames[unit]?.zh ?? unit,
    notUnderstood: '无法识别',
  },
  en: {
    titles: ['Compare vendors', 'Compare models', 'Compare industries'],
    descriptions: [
      'The same questions to every vendor: models, platform, industries, value chain, computing, openness, strengths, money. Every cell has its source.',
      'The same questions to every model: whose, how large, which modalities, how open, made from what. Every cell has its source.',
      'The same questions to every industry: who serves it, with which models and products, since when. Every cell has its source.',
    ],
    heading: (names) => `${names.join(', ')} compared`,
    caption: 'What each column has in each dimension',
    group: 'Group',
    dimension: 'Dimension',
    unit: 'Unit',
    sources: 'Sources',
    vendors: 'Vendors',
    kinds: 'What is compared',
    add: 'Add one',
    addButton: 'Add',
    choose: 'Name, pinyin or slug…',
    best: 'best',
    worst: 'weakest',
    sortBy: (label, down) => `Order the columns by “${label}”, ${down ? 'most' : 'least'} first`,
    unsort: 'Back to the order as given',
    left: (name) => `Move ${name} to the left`,
    right: (name) => `Move ${name} to the right`,
    drag: 'Drag to reorder',
    disagree: 'sources disagree',
    ready: 'Ready comparisons',
    readyPairs: 'Pairs',
    readyIntro:
      'Groups that people ask for, and every pair of the twelve vendors with most on record. Each has its own address, preview picture and files.',
    allReady: 'All ready comparisons →',
    linkNote: 'Follows the data; the address is the table’s state.',
    pinNote: 'A pinned link always shows today’s table; later changes stand beside it.',
    seeTable: 'Open in AI Landscape',
    pinnedTo: (edition, day) => `A comparison pinned to edition ${edition} (${day}).`,
    unchanged: 'Nothing in it has changed since.',
    changed: (count) => (count === 1 ? 'One cell has changed since:' : `${count} cells have changed since:`),
    live: 'See today’s table',
    was: 'Then',
    now: 'Now',
    source: 'Source',
    publisher: 'Publisher',
    link: 'Link',
    date: 'Date',
    evidence: 'Evidence',
    stated: 'As stated',
    doubt: 'Doubt',
    subject: 'Subject',
    value: 'Value',
    floor: 'floor',
    ceiling: 'ceiling',
    undisclosedCount: 'undisclosed events',
    remove: (name) => `Remove ${name}`,
    reset: 'Back to the default',
    show: 'Show',
    showAll: 'Everything',
    onlyDifferences: 'Only what differs',
    rows: 'Groups',
    currency: 'Currency',
    download: 'Download',
    editionLine: (edition) => `AI Landscape, edition ${edition}`,
    more: (count) => `${count} more`,
    moneyEvents: (counted, undisclosed) =>
      undisclosed === 0
        ? `${counted} with an amount`
        : `${counted} with an amount, ${undisclosed} undisclosed`,
    moneyContained: (count) => `${count} contained in a sum`,
    moneyLeftOut: (count) => `${count} left out`,
    tooFew: 'This is one column. Two to twelve make a comparison: add one below.',
    tooMany: (count, most) => `The address names ${count}; the first ${most} are shown.`,
    nothingDiffers: 'In the groups shown, these columns are the same in every dimension.',
    allHidden: 'Every group is hidden; choose one above to see it again.',
    full: 'There are twelve already; remove one to add another.',
    unitName: (unit) => unitNames[unit]?.en ?? unit,
    notUnderstood: 'was not understood',
  },
});

/** Units that only the comparison counts in. */
const unitNames: Readonly<Record<string, Bilingual>> = {
  industries: { zh: '个', en: 'industries' },
  citations: { zh: '条', en: 'citations' },
  sources: { zh: '个', en: 'sources' },
};

/** Sentences made from the rows. */
export const compareFinding = messages({
  zh: {
    models: (who: string, several: boolean, count: number) =>
      `已收录的模型系列，${who}最多，${several ? '各' : '有'} ${count} 个。`,
    industries: (who: string, several: boolean, count: number) =>
      `服务行业最广的是${who}，${several ? '各' : ''}${several ? ' ' : '共 '}${count} 个。`,
    largest: (who: string, _several: boolean, _count: number) => `参数最多的是${who}。`,
    served: (who: string, several: boolean, count: number) =>
      `服务厂商最多的是${who}，${several ? '各' : '有'} ${count} 家。`,
    same: (columns: number, same: number, all: number) =>
      same === 0
        ? `${all} 个维度，${columns} 列没有一项完全相同。`
        : `${all} 个维度里，${columns} 列有 ${same} 个完全相同。`,
  },
  en: {
    models: (who, several, count) =>
      several
        ? `${who} have the most model families on record, ${count} each.`
        : `${who} has the most model families on record, ${count}.`,
    industries: (who, several, count) =>
      several
        ? `${who} serve the most industries, ${count} each.`
        : `${who} serves the most industries, ${count}.`,
    largest: (who, several) => `${who} ${several ? 'have' : 'has'} the most parameters.`,
    served: (who, several, count) =>
      `${who} ${several ? 'are' : 'is'} served by the most vendors, ${count}${several ? ' each' : ''}.`,
    same: (columns, same, all) =>
      same === 0
        ? `The ${columns} are alike in none of the ${all} dimensions.`
        : `The ${columns} are alike in ${same} of ${all} dimensions.`,
  },
});

/** What `vendors` in the address may be. */
export const compareLimits = {
  most: (most: number): Bilingual => ({ zh: `至多 ${most} 个`, en: `at most ${most}` }),
  slug: { zh: '英文代号，如 baidu~alibaba', en: 'slugs, such as baidu~alibaba' },
  sort: (keys: readonly string[]): Bilingual => ({
    zh: `维度加 -desc 或 -asc：${keys.join('、')}`,
    en: `a dimension with -desc or -asc: ${keys.join(', ')}`,
  }),
  close: (near: readonly string[]): Bilingual => ({
    zh: `相近的有 ${near.join('、')}`,
    en: `close ones are ${near.join(', ')}`,
  }),
} as const;

export const groupNames = {
  identity: { zh: '身份', en: 'Identity' },
  models: { zh: '模型', en: 'Models' },
  platform: { zh: '平台与应用', en: 'Platforms and products' },
  modalities: { zh: '模态', en: 'Modalities' },
  industries: { zh: '行业', en: 'Industries' },
  chain: { zh: '产业链', en: 'Value chain' },
  compute: { zh: '算力', en: 'Computing' },
  funding: { zh: '融资', en: 'Funding' },
  openness: { zh: '开放', en: 'Openness' },
  positioning: { zh: '定位', en: 'Positioning' },
  evidence: { zh: '证据', en: 'Evidence' },
} as const satisfies Record<string, Bilingual>;
