import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** Why something stands among the doubts, the gravest first. */
export const doubtNames = {
  disagree: { zh: '来源说法不一', en: 'Sources disagree' },
  total: { zh: '合计小于各笔之和', en: 'A total smaller than its parts' },
  doubted: { zh: '编辑存疑', en: 'Doubted by an editor' },
  varied: { zh: '说法有出入，但不矛盾', en: 'Sources differ without contradiction' },
  'estimated-date': { zh: '日期是估计的', en: 'Estimated date' },
  estimated: { zh: '数字或关系是估计的', en: 'Estimated figure or tie' },
} as const satisfies Record<string, Bilingual>;

/** The words of the page of doubts. */
export const doubtWords = messages({
  zh: {
    title: '疑点',
    description: '收录的事实里，站不稳的都列在这里：来源说法不一的，编辑存疑的，来源自己也只是估计的。',
    caption: '疑点和分歧',
    doubt: '哪一种',
    kind: '什么记录',
    vendor: '厂商',
    indicator: '指标',
    source: '来源',
    record: '记录',
    fields: '涉及',
    said: '疑在哪里',
    whole: '整条记录',
    none: '没有符合条件的疑点。',
    finding: (count: number, records: number, kinds: string) =>
      `${records.toLocaleString('zh-CN')} 条记录上有 ${count.toLocaleString('zh-CN')} 处疑点：${kinds}。`,
    ofKind: (name: string, count: number) => `${name} ${count} 处`,
    total: (most: string, least: string, rounds: number) =>
      `合计至多 ${most}，其中 ${rounds} 笔加起来至少 ${least}。`,
    behindChart: (count: number) => `图中用到的记录里，${count} 条有存疑的说法。`,
    see: (count: number) => `查看 ${count} 处疑点`,
    observations: (list: string) => `同一天的数不同：${list}。`,
  },
  en: {
    title: 'Doubts',
    description:
      'What does not stand firm among the facts on record: where sources disagree, where an editor doubts, and where the source itself only estimates.',
    caption: 'Doubts and disagreements',
    doubt: 'Which kind',
    kind: 'Record',
    vendor: 'Vendor',
    indicator: 'Indicator',
    source: 'Source',
    record: 'Record',
    fields: 'About',
    said: 'What is in doubt',
    whole: 'the whole record',
    none: 'No doubt matches.',
    finding: (count, records, kinds) =>
      `${count.toLocaleString('en')} ${count === 1 ? 'doubt' : 'doubts'} on ${records.toLocaleString('en')} ${records === 1 ? 'record' : 'records'}: ${kinds}.`,
    ofKind: (name, count) => `${name.toLowerCase()} (${count})`,
    total: (most, least, rounds) =>
      `The sum is at most ${most}; the ${rounds === 1 ? 'round' : `${rounds} rounds`} in it come to at least ${least}.`,
    behindChart: (count) =>
      count === 1
        ? 'Of the records behind the chart, 1 has a doubted statement.'
        : `Of the records behind the chart, ${count} have doubted statements.`,
    see: (count) => (count === 1 ? 'See the doubt' : `See the ${count} doubts`),
    observations: (list) => `Other figures for the same day: ${list}.`,
  },
});
