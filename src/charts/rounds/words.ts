import { messages } from '@/i18n/messages';

/** The words of the chart of rounds. Sums come formatted. */
export const roundsWords = messages({
  zh: {
    none: '没有符合条件的融资。',
    sum: (events: number, sum: string) => `已知 ${events} 笔融资：${sum}。`,
    busiest: (rounds: string, count: number, events: number) =>
      `笔数最多的是${rounds}，${count > 1 ? '各 ' : ''}${events} 笔。`,
    richest: (round: string, sum: string) => `按下限计，钱最多的是${round}：${sum}。`,
    unnamed: (count: number) => (count === 0 ? '' : `${count} 笔没有说明是哪一轮。`),
    left: (count: number) => (count === 0 ? '' : `另有 ${count} 笔没有计入。`),
    row: (round: string, events: number, sum: string) => `${round} ${events} 笔，${sum}`,
    caption: (events: number, sum: string) => `${events} 笔：${sum}`,
    events: '笔数',
    range: '金额',
  },
  en: {
    none: 'No funding matches.',
    sum: (events, sum) => `${events} known ${events === 1 ? 'event' : 'events'}: ${sum}.`,
    busiest: (rounds, count, events) =>
      `${rounds} ${count > 1 ? 'have' : 'has'} the most events, ${events}${count > 1 ? ' each' : ''}.`,
    richest: (round, sum) => `By the floor, ${round} has the most money: ${sum}.`,
    unnamed: (count) => (count === 0 ? '' : `For ${count} no source names the round.`),
    left: (count) =>
      count === 0 ? '' : `${count} more ${count === 1 ? 'event is' : 'events are'} not counted.`,
    row: (round, events, sum) => `${round}: ${events} ${events === 1 ? 'event' : 'events'}, ${sum}`,
    caption: (events, sum) => `${events} ${events === 1 ? 'event' : 'events'}: ${sum}`,
    events: 'Events',
    range: 'Amount',
  },
});
