import { messages } from '@/i18n/messages';

/** The words of the chart of sizes. Sizes come formatted. */
export const parameterWords = {
  unstated: { zh: '没有来源说明参数量', en: 'no source states a size' },
  smaller: { zh: '不在所在季度最大的几个之中', en: 'not among the largest of their quarter' },
  note: {
    zh: '参数量是来源所说的总数；稀疏模型（混合专家）每次只用其中一部分，不宜直接相比。日期只精确到月或年的，点画在那段时间正中，横线是可能的范围。',
    en: 'Sizes are the totals that the source states; sparse models (mixtures of experts) use only a part at a time, so they do not compare directly. Where a date is known by month or year only, the dot stands in the middle and the line shows the span.',
  },
  ...messages({
    zh: {
      none: '没有符合条件、参数量和发布日期都有来源的模型。',
      otherVendors: '其他厂商',
      range: (models: number, least: string, most: string) =>
        models === 1
          ? `图中 1 个模型，参数量 ${most}。`
          : `图中 ${models} 个模型，参数量从 ${least} 到 ${most}。`,
      largest: (names: string, count: number) => `最大的是 ${names}${count > 1 ? `（并列）` : ''}。`,
      out: (count: number) => `另有 ${count} 个模型的参数量或日期没有来源说明，不在图中。`,
      row: (model: string, released: string, size: string) => `${model}（${released}）${size}`,
    },
    en: {
      none: 'No model that matches has both a size and a release date on record.',
      otherVendors: 'Other vendors',
      range: (models, least, most) =>
        models === 1
          ? `The 1 model shown has ${most} parameters.`
          : `The ${models} models shown have from ${least} to ${most} parameters.`,
      largest: (names, count) => `The largest ${count > 1 ? 'are' : 'is'} ${names}.`,
      out: (count) =>
        count === 1
          ? 'For 1 more model no source states a size or a date; it is not shown.'
          : `For ${count} more models no source states a size or a date; they are not shown.`,
      row: (model, released, size) => `${model} (${released}): ${size}`,
    },
  }),
} as const;
