import type { Bilingual } from '@/domain/bilingual';
import { messages } from './messages';

/** The words of the page on indicators. */
export const indicatorWords = messages({
  zh: {
    title: '指标',
    description:
      '这个产业被测量过的、被声称的和被估算的数字：算力、成本、采用、数据质量、资金。预测单独标明，存疑的写明为什么。',
    contents: '本页指标',
    indicator: '指标',
    subject: '对象',
    value: '数值',
    date: '时间',
    by: '谁测算',
    projection: '预测',
    doubts: '存疑',
    counted: (unit: string) => `单位：${unit}`,
    since: (date: string) => `比${date}`,
    sameTheme: (theme: string) => `同一主题：${theme}`,
    newest: '最新数值',
    change: '变化',
    course: '走势',
    values: '数值个数',
    about: (value: string) => `约 ${value}`,
    aDay: (value: string) => (value.startsWith('约') ? `每天${value}` : `每天 ${value}`),
    aYear: (value: string) => `每年 ${value}`,
    rank: (place: number) => `第 ${place} 名`,
    notStated: '来源没有给出数字',
    finding: (values: number, indicators: number, measured: number, claimed: number, estimated: number) =>
      `收录 ${indicators} 项指标、${values} 个数值：${[
        measured > 0 ? `${measured} 个出自实测或官方登记` : '没有一个出自实测或官方登记',
        claimed > 0 ? `${claimed} 个是当事方或媒体所称` : '',
        estimated > 0 ? `${estimated} 个是估算` : '',
      ]
        .filter((part) => part !== '')
        .join('，')}。`,
    doubted: (count: number) => (count === 0 ? '' : `其中 ${count} 个存疑。`),
    projections: (count: number) => (count === 0 ? '' : `${count} 个是预测。`),
  },
  en: {
    title: 'Indicators',
    description:
      'What has been measured, claimed or estimated of this industry: compute, cost, adoption, data quality, money. Projections are marked; doubts say why.',
    contents: 'Indicators on this page',
    indicator: 'Indicator',
    subject: 'Of what',
    value: 'Value',
    date: 'When',
    by: 'Who counted',
    projection: 'projection',
    doubts: 'Doubted',
    counted: (unit) => `Unit: ${unit}`,
    since: (date) => `since ${date}`,
    sameTheme: (theme) => `Of the same theme: ${theme}`,
    newest: 'Newest value',
    change: 'Change',
    course: 'Course',
    values: 'Values',
    about: (value) => `about ${value}`,
    aDay: (value) => `${value} a day`,
    aYear: (value) => `${value} a year`,
    rank: (place) => `no. ${place}`,
    notStated: 'the source gives no figure',
    finding: (values, indicators, measured, claimed, estimated) =>
      `${values} values of ${indicators} indicators are on record: ${[
        measured > 0 ? `${measured} measured or registered` : 'none measured or registered',
        claimed > 0 ? `${claimed} claimed by a party or the press` : '',
        estimated > 0 ? `${estimated} estimated` : '',
      ]
        .filter((part) => part !== '')
        .join(', ')}.`,
    doubted: (count) => (count === 0 ? '' : ` ${count} ${count === 1 ? 'is' : 'are'} doubted.`),
    projections: (count) =>
      count === 0 ? '' : ` ${count} ${count === 1 ? 'is a projection' : 'are projections'}.`,
  },
});

/** Indicators on record from before there were themes. */
export const noTheme: Bilingual = { zh: '尚未归类', en: 'Not yet sorted' };

/** The words of units whose record says none: those of earlier editions, and the currency of a single observation. */
export const indicatorUnits: Readonly<Record<string, Bilingual>> = {
  users: { zh: '人', en: 'users' },
  visitors: { zh: '人', en: 'visitors' },
  people: { zh: '人', en: 'people' },
  companies: { zh: '家', en: 'companies' },
  models: { zh: '个', en: 'models' },
  chips: { zh: '块', en: 'chips' },
  servers: { zh: '台', en: 'servers' },
  rank: { zh: '名次', en: 'rank' },
  share: { zh: '占比', en: 'share' },
  CNY: { zh: '元', en: 'CNY' },
  USD: { zh: '美元', en: 'US dollars' },
  HKD: { zh: '港元', en: 'Hong Kong dollars' },
  EUR: { zh: '欧元', en: 'euros' },
  GBP: { zh: '英镑', en: 'pounds' },
  JPY: { zh: '日元', en: 'yen' },
  SGD: { zh: '新加坡元', en: 'Singapore dollars' },
  'currency not stated': { zh: '（币种不明）', en: '(currency not stated)' },
};
