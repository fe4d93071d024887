import { messages } from '@/i18n/messages';

/** The words of the chart of openness. */
export const opennessWords = {
  unknown: { zh: '没有来源说明', en: 'Not stated' },
  note: {
    zh: '一个模型只算一次，按最开放的一种：开源（代码与权重都用开源许可）、开放权重（可下载，许可另有限制）、API、仅在产品中、仅内部。',
    en: 'A model counts once, by its most open way: open source (code and weights under an open-source licence), open weights (downloadable, with a licence of its own), API, in products only, internal.',
  },
  ...messages({
    zh: {
      none: '没有符合条件、有发布日期的模型。',
      total: (models: string, open: number, share: string) =>
        `图中模型 ${models}，${open} 个开源或开放权重，占 ${share}。`,
      unknown: (count: number) => `${count} 个没有来源说明怎样使用。`,
      undated: (count: number) => `另有 ${count} 个没有发布日期，不在图中。`,
      row: (period: string, access: string, models: number) => `${period} ${access} ${models} 个`,
    },
    en: {
      none: 'No model that matches has a release date on record.',
      total: (models, open, share) =>
        `Of ${models} shown, ${open} (${share}) ${open === 1 ? 'is' : 'are'} open source or open weights.`,
      unknown: (count) => `For ${count} no source states how to reach ${count === 1 ? 'it' : 'them'}.`,
      undated: (count) => `${count} more have no release date and are not shown.`,
      row: (period, access, models) =>
        `${period}, ${access.toLowerCase()}: ${models} ${models === 1 ? 'model' : 'models'}`,
    },
  }),
} as const;
