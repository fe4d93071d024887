import { messages } from './messages';

/** Words that explain how money raised is counted. */
export const moneyWords = messages({
  zh: {
    how: '这个数是怎么来的',
    counted: (count: number) => `计入的 ${count} 条`,
    contained: (count: number) => `已含在合计里的 ${count} 条`,
    leftOut: (count: number) => `不计入的 ${count} 条`,
    inHolders: (names: string) => `已含在${names}里`,
    onlyCeiling: '只用来封顶：各笔之和不小于它',
    perhapsIn: (names: string) => `可能已含在${names}里：下限不加，上限加`,
    covered: (names: string) => `上限以${names}为准`,
    openSum: '没有写明涵盖哪些轮次，因此上限未知',
    undisclosed: '金额未披露，因此上限未知',
    adds: (text: string) => `计 ${text}`,
    raised: '计入融资额',
    containedSentence: (why: string) => `不另计：${why}`,
    rule: '多轮合计与它所涵盖的各轮，取较大者；之外的相加。未披露的不当作零；它不在任何合计里，就没有上限。',
    spans: '涵盖',
    spannedBy: '含在合计里',
    spansAll: (from: string | null, to: string | null) =>
      from === null ? `${to}及以前的各轮` : to === null ? `${from}以来的各轮` : `${from}至${to}的各轮`,
    someInvestors: '只算部分投资方',
    spansUnknown: '没有写明',
  },
  en: {
    how: 'How this figure comes about',
    counted: (count) => (count === 1 ? '1 record counts' : `${count} records count`),
    contained: (count) =>
      count === 1 ? '1 record is contained in a sum' : `${count} records are contained in a sum`,
    leftOut: (count) => (count === 1 ? '1 record is left out' : `${count} records are left out`),
    inHolders: (names) => `contained in ${names}`,
    onlyCeiling: 'only as the ceiling: its rounds come to no less',
    perhapsIn: (names) => `perhaps contained in ${names}: not in the floor, but in the ceiling`,
    covered: (names) => `for the ceiling, ${names} counts`,
    openSum: 'it does not say which rounds it spans, so there is no upper bound',
    undisclosed: 'the amount is undisclosed, so there is no upper bound',
    adds: (text) => `counts as ${text}`,
    raised: 'it counts as money raised',
    containedSentence: (why) => `it does not count once more: ${why}`,
    rule: 'Of a sum over several rounds and the rounds that it spans the larger counts; what lies outside is added. Undisclosed is not zero: unless a sum holds it, there is no upper bound.',
    spans: 'Spans',
    spannedBy: 'In the sum',
    spansAll: (from, to) =>
      from === null
        ? `all rounds up to ${to}`
        : to === null
          ? `all rounds since ${from}`
          : `all rounds from ${from} to ${to}`,
    someInvestors: 'the money of some investors only',
    spansUnknown: 'not said',
  },
});
