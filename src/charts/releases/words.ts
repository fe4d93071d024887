import { messages } from '@/i18n/messages';

/** The words of the chart of releases. */
export const releaseWords = messages({
  zh: {
    none: '没有符合条件、有发布日期的模型。',
    total2: '合计',
    models: '模型',
    total: (first: string, last: string, models: string, same: boolean) =>
      `${same ? first : `${first}至 ${last}`}发布、收录了日期的模型有 ${models}。`,
    busiest: (periods: string, models: number, count: number) =>
      `${periods}最多，${count > 1 ? '各 ' : ''}${models} 个。`,
    several: (count: number) => `并列的 ${count} 家厂商`,
    leads: (who: string, models: number, count: number) =>
      `发布最多的是${who}，${count > 1 ? '各 ' : ''}${models} 个。`,
    undated: (models: string) => `另有 ${models}没有来源说明发布日期，不在图中。`,
    undatedOnly: (models: string) => `${models}没有来源说明发布日期。`,
    beyond: (top: number, count: number) => `发布较少、不在前 ${top} 位的 ${count} 组`,
    cell: (group: string, period: string, models: number) =>
      `${group === '' ? '' : `${group}·`}${period} ${models} 个`,
  },
  en: {
    none: 'No model that matches has a release date on record.',
    total2: 'Total',
    models: 'Models',
    total: (first, last, models, same) =>
      `${models} with a date on record, released ${same ? `in ${first}` : `from ${first} to ${last}`}.`,
    busiest: (periods, models, count) =>
      `${periods} ${count > 1 ? 'have' : 'has'} the most, ${models}${count > 1 ? ' each' : ''}.`,
    several: (count) => `${count} vendors`,
    leads: (who, models, count) => `${who} released the most, ${models}${count > 1 ? ' each' : ''}.`,
    undated: (models) => `Not shown: ${models} for which no source states a date.`,
    undatedOnly: (models) => `No source states a date for ${models}.`,
    beyond: (top, count) => `of the ${count} ${count === 1 ? 'group' : 'groups'} after the first ${top}`,
    cell: (group, period, models) =>
      `${group === '' ? '' : `${group}, `}${period}: ${models} ${models === 1 ? 'model' : 'models'}`,
  },
});
