import { messages } from './messages';

/** What charts of indicators leave out, and the words that they share. */
export const observationWords = {
  notStated: { zh: '来源没有给出数字', en: 'the source gives no figure' },
  otherUnit: { zh: '以别的单位或币种表述', en: 'stated in another unit or currency' },
  beyond: { zh: '每项里排在后面的', en: 'further down within their indicator' },
  otherIndicators: {
    zh: '其他指标的数值，见“显示全部”或各指标的页面',
    en: 'of other indicators: show all, or see the page of each',
  },
  floorLegend: { zh: '数值，或至少', en: 'Value, or at least' },
  ceilingLegend: { zh: '下限与上限之间', en: 'Between floor and ceiling' },
  projectionLegend: { zh: '预测', en: 'Projection' },
  ...messages({
    zh: {
      keys: '条形图：用方向键逐行查看',
      projected: '（预测）',
      value: '数值',
      by: '谁测算',
      date: '时间',
      row: (indicator: string, subject: string, value: string) => `${indicator}·${subject}：${value}`,
      doubted: (count: number) => (count === 0 ? '' : `${count} 个存疑。`),
      none: '没有符合条件、有数字的记录。',
    },
    en: {
      keys: 'Bar chart: the arrow keys go from row to row',
      projected: ' (projection)',
      value: 'Value',
      by: 'Who counted',
      date: 'When',
      row: (indicator, subject, value) => `${indicator}, ${subject}: ${value}`,
      doubted: (count) => (count === 0 ? '' : `${count} ${count === 1 ? 'is' : 'are'} doubted.`),
      none: 'No record that matches has a figure.',
    },
  }),
} as const;

/** The words of the chart of training cost. Money comes formatted. */
export const trainingCostWords = {
  note: {
    zh: '实心点是来源所说的数值，竖线是范围，空心点配箭头是只说了上限或下限，空心点是来源自己的预测。各模型规模不同，点与点之间不是同一件事的涨跌，也不往后推算。',
    en: 'Solid dots are stated values, a vertical line is a range, a hollow dot with an arrow has only one bound stated, a hollow dot is a forecast of the source’s own. The models differ in size: from dot to dot nothing rises or falls, and nothing is calculated on.',
  },
  ...messages({
    zh: {
      keys: '散点图：用方向键逐点查看',
      cost: '成本',
      spread: (values: number, least: string, most: string) =>
        values === 1 ? `收录 1 个数值：${most}。` : `收录 ${values} 个数值，从 ${least} 到 ${most}。`,
      forecast: (by: string | null, until: string, fall: string) =>
        `来源的预测${by === null ? '' : `（${by}）`}：训练成本的降幅为${fall}，直到 ${until}。这里不据此推算数值。`,
    },
    en: {
      keys: 'Scatter plot: the arrow keys go from dot to dot',
      cost: 'Cost',
      spread: (values, least, most) =>
        values === 1
          ? `1 value is on record: ${most}.`
          : `${values} values are on record, from ${least} to ${most}.`,
      forecast: (by, until, fall) =>
        `A source forecasts${by === null ? '' : ` (${by})`} that training to the same level gets cheaper by ${fall} until ${until}. No values are calculated from that here.`,
    },
  }),
} as const;

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

/** The words of the chart of surveys. */
export const surveyWords = {
  note: {
    zh: '各项调查的对象、时间和问法不同，不宜相加；谁做的调查见表中“谁测算”。',
    en: 'The surveys asked different people different things at different times: do not add them. Who asked is in the column “Who counted”.',
  },
  ...messages({
    zh: {
      finding: (values: number, surveys: number) => `${surveys} 项调查指标，共 ${values} 个比例。`,
      highest: (survey: string, subject: string, value: string) =>
        `${survey}中最高的是“${subject}”，${value}。`,
    },
    en: {
      finding: (values, surveys) =>
        `${values} ${values === 1 ? 'share' : 'shares'} from ${surveys} survey ${surveys === 1 ? 'indicator' : 'indicators'}.`,
      highest: (survey, subject, value) => `${survey}: “${subject}” is the highest, ${value}.`,
    },
  }),
} as const;
