import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the pages on sources. */
export const sourceWords = messages({
  zh: {
    title: '来源',
    description: '每个数字从哪里来。来源说法不一时都留着；没有核对过原文的，逐条标明。',
    caption: '来源及其使用情况',
    source: '来源',
    published: '发布',
    language: '语言',
    records: '记录',
    statements: '说法',
    doubts: '存疑',
    unseen: '未核对',
    seen: '核对原文',
    seenYes: '读过原文或存档',
    seenNo: '没有读过原文',
    sort: '排序',
    noDate: '日期不详',
    finding: (sources: number, statements: number, top: string, share: string) =>
      `${sources} 个来源支撑 ${statements} 条说法；${top}一家占 ${share}。`,
    findingSeen: (unseen: number) =>
      unseen === 0 ? '每条都核对过原文或存档。' : `${unseen} 条没有核对过原文。`,
    findingDoubts: (count: number) => (count === 0 ? '' : `${count} 条存疑。`),
    bibliography: '著录',
    author: '作者',
    publisher: '发布者',
    basis: '日期依据',
    retrieved: '核对日期',
    licence: '许可',
    via: '读的是什么',
    note: '说明',
    cite: '引用格式（GB/T 7714）',
    allDoubts: '全部疑点和分歧',
    doubtsTitle: '存疑的说法',
    doubtsNote: '来源这样说，编辑认为站不住或无从核实，理由如下。',
    said: '它说了什么',
    record: '记录',
    fields: '支持的内容',
    whole: '整条记录',
    where: '位置',
    how: '可靠程度',
    stated: '原文',
    rates: (count: number) => `另有 ${count} 条汇率出自这里。`,
    pageFinding: (statements: number, records: number, doubts: number) =>
      `${records} 条记录、${statements} 条说法出自这里${doubts > 0 ? `，其中 ${doubts} 条存疑` : ''}。`,
    unused: '还没有记录引用它。',
  },
  en: {
    title: 'Sources',
    description:
      'Where every figure comes from. Sources that disagree all stay; what nobody here has read is marked, one by one.',
    caption: 'Sources and what rests on them',
    source: 'Source',
    published: 'Published',
    language: 'Language',
    records: 'Records',
    statements: 'Statements',
    doubts: 'Doubted',
    unseen: 'Unverified',
    seen: 'Read by us',
    seenYes: 'yes, the original or a stored copy',
    seenNo: 'no',
    sort: 'Sort',
    noDate: 'no date',
    finding: (sources, statements, top, share) =>
      `${statements} statements rest on ${sources} sources; ${share} of them on ${top} alone. `,
    findingSeen: (unseen) =>
      unseen === 0
        ? 'Each was checked against the original or a stored copy. '
        : `${unseen} were not checked against the original. `,
    findingDoubts: (count) => (count === 0 ? '' : `${count} are doubted.`),
    bibliography: 'Bibliography',
    author: 'Author',
    publisher: 'Publisher',
    basis: 'How the date is known',
    retrieved: 'Read on',
    licence: 'Licence',
    via: 'What was read',
    note: 'Note',
    cite: 'Citation (GB/T 7714)',
    allDoubts: 'All doubts and disagreements',
    doubtsTitle: 'Doubted statements',
    doubtsNote:
      'The source says so; an editor thinks that it does not hold, or cannot be checked, for the reason given.',
    said: 'What it says',
    record: 'Record',
    fields: 'Supports',
    whole: 'the whole record',
    where: 'Where',
    how: 'How sure',
    stated: 'In its words',
    rates: (count) => `${count} exchange rates come from here as well.`,
    pageFinding: (statements, records, doubts) =>
      `${statements} statements of ${records} records rest on it${doubts > 0 ? `; ${doubts} are doubted` : ''}.`,
    unused: 'No record cites it yet.',
  },
});

export const sourceOrderNames = {
  statements: { zh: '用得多的在前', en: 'Most used first' },
  published: { zh: '新的在前', en: 'Newest first' },
  title: { zh: '按标题', en: 'By title' },
} as const satisfies Record<string, Bilingual>;

/** Kinds of records as groups of what a source says. */
export const recordKindNames: Readonly<Record<string, Bilingual>> = {
  organization: { zh: '机构', en: 'Organizations' },
  model: { zh: '模型', en: 'Models' },
  platform: { zh: '平台', en: 'Platforms' },
  product: { zh: '应用', en: 'Products' },
  industry: { zh: '行业', en: 'Industries' },
  layer: { zh: '产业链层', en: 'Layers' },
  placement: { zh: '所在层', en: 'Placements' },
  coverage: { zh: '服务的行业', en: 'Industries served' },
  position: { zh: '定位', en: 'Positioning' },
  'funding-event': { zh: '融资事件', en: 'Funding events' },
  indicator: { zh: '指标', en: 'Indicators' },
  observation: { zh: '指标数值', en: 'Values of indicators' },
  'people-move': { zh: '人员流动', en: 'People moves' },
  thesis: { zh: '论点', en: 'Theses' },
};
