import { messages } from '@/i18n/messages';

/** The words of the chart of training cost. Money comes formatted. */
export const trainingCostWords = {
  note: {
    zh: '实心点是来源所说的数值，竖线是范围，空心点配箭头是只说了上限或下限，空心点是来源自己的预测。各模型规模不同，点与点之间不是同一件事的涨跌，也不往后推算。',
    en: 'Solid dots are stated values, a vertical line is a range, a hollow dot with an arrow has only one bound stated, a hollow dot is a forecast of the source’s own. The models differ in size: from dot to dot nothing rises or falls, and nothing is calculated on.',
  },
  ...messages({
    zh: {
      spread: (values: number, least: string, most: string) =>
        values === 1 ? `收录 1 个数值：${most}。` : `收录 ${values} 个数值，从 ${least} 到 ${most}。`,
      forecast: (by: string | null, until: string, fall: string) =>
        `来源的预测${by === null ? '' : `（${by}）`}：训练成本的降幅为${fall}，直到 ${until}。这里不据此推算数值。`,
    },
    en: {
      spread: (values, least, most) =>
        values === 1
          ? `1 value is on record: ${most}.`
          : `${values} values are on record, from ${least} to ${most}.`,
      forecast: (by, until, fall) =>
        `A source forecasts${by === null ? '' : ` (${by})`} that training to the same level gets cheaper by ${fall} until ${until}. No values are calculated from that here.`,
    },
  }),
} as const;
