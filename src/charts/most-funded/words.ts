import { messages } from '@/i18n/messages';

/** The words of the chart of most funded organizations. Sums come formatted. */
export const mostFundedWords = messages({
  zh: {
    none: '没有符合条件的融资。',
    first: (who: string, count: number, sum: string) =>
      `按下限计，融资最多的是${who}：${count > 1 ? '各' : ''}${sum}。`,
    noneDisclosed: (count: number) => `图中 ${count} 家的金额全部未披露。`,
    sum: (organizations: number, events: number, sum: string) =>
      `图中 ${organizations} 家共 ${events} 笔：${sum}。`,
    silent: (count: number) => (count === 0 ? '' : `其中 ${count} 家没有一笔披露过金额。`),
    left: (count: number) => (count === 0 ? '' : `另有 ${count} 笔没有计入。`),
    row: (who: string, events: number, sum: string) => `${who} ${events} 笔，${sum}`,
    beyond: (top: number, count: number) => `金额较少、不在前 ${top} 位的 ${count} 家机构`,
    floor: '至少',
    between: '下限与上限之间',
  },
  en: {
    none: 'No funding matches.',
    first: (who, count, sum) =>
      `By the floor, ${who} ${count > 1 ? 'have' : 'has'} raised the most${count > 1 ? ', each' : ''}: ${sum}.`,
    noneDisclosed: (count) =>
      count === 1
        ? 'The organization shown has disclosed no amount.'
        : `None of the ${count} organizations shown has disclosed an amount.`,
    sum: (organizations, events, sum) =>
      `The ${organizations === 1 ? 'organization' : `${organizations} organizations`} shown: ${events} ${events === 1 ? 'event' : 'events'}, ${sum}.`,
    silent: (count) =>
      count === 0
        ? ''
        : count === 1
          ? 'For 1 of them no amount was ever disclosed.'
          : `For ${count} of them no amount was ever disclosed.`,
    left: (count) =>
      count === 0 ? '' : `${count} more ${count === 1 ? 'event is' : 'events are'} not counted.`,
    row: (who, events, sum) => `${who}: ${events} ${events === 1 ? 'event' : 'events'}, ${sum}`,
    beyond: (top, count) =>
      `of the ${count} ${count === 1 ? 'organization' : 'organizations'} after the first ${top}`,
    floor: 'At least',
    between: 'Between floor and ceiling',
  },
});
