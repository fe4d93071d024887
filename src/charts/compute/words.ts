import { messages } from '@/i18n/messages';

/** The words of the chart of compute. */
export const computeWords = {
  note: {
    zh: '每项指标各用自己的刻度，不同指标的条长不能相比。芯片带宽是厂商规格；所需数量和费用是分析师或媒体的估算。',
    en: 'Each indicator has a scale of its own; bars of different indicators do not compare. Bandwidths are specifications; numbers and money needed are estimates of analysts or the press.',
  },
  ...messages({
    zh: {
      finding: (values: number, indicators: number) => `${indicators} 项指标，共 ${values} 个数值。`,
      bandwidth: (top: string, value: string, second: string, share: string) =>
        `互联带宽最高的是${top}，${value}；${second}只有它的 ${share}。`,
      most: (what: string, subject: string, value: string) => `${what}：${subject}，${value}。`,
    },
    en: {
      finding: (values, indicators) =>
        `${values} ${values === 1 ? 'value' : 'values'} of ${indicators} ${indicators === 1 ? 'indicator' : 'indicators'}.`,
      bandwidth: (top, value, second, share) =>
        `${top} has the highest interconnect bandwidth, ${value}; ${second} has ${share} of it.`,
      most: (what, subject, value) => `${what}: ${subject}, ${value}.`,
    },
  }),
} as const;
