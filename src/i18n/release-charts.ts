import { messages } from './messages';

/** What charts of models over time leave out, and how they read dates. */
export const datedModelWords = {
  undated: { zh: '没有来源说明发布日期', en: 'no source states a release date' },
  coarse: {
    zh: '发布日期不够精确，放不进某一时段；时间单位选“年”可能计入',
    en: 'the release date is not precise enough for one period; the period “Year” may count them',
  },
  neither: {
    zh: '参数量和发布日期都没有来源说明',
    en: 'no source states a size or a release date',
  },
  dateNote: {
    zh: '日期是首次公开：发布会、论文首次提交或权重开放，取来源所说的那一个。',
    en: 'The date is that of the first publication that the source speaks of: an announcement, the first submission of a paper, or the opening of the weights.',
  },
  familyNote: {
    zh: '按系列计的，一个系列只算一次，算在它最早发布的那一款；按型号计的，每一代、每种规格各算一个。',
    en: 'By family, a family counts once, with what was released of it first; by version, each generation and size counts.',
  },
} as const;

/** The words of the chart of releases. */
export const releaseWords = messages({
  zh: {
    keys: '热力图：用方向键逐格查看',
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
    undated: (count: number) => `另有 ${count} 个模型没有来源说明发布日期，不在图中。`,
    undatedOnly: (count: number) => `${count} 个模型没有来源说明发布日期。`,
    beyond: (top: number, count: number) => `发布较少、不在前 ${top} 位的 ${count} 组`,
    cell: (group: string, period: string, models: number) =>
      `${group === '' ? '' : `${group}·`}${period} ${models} 个`,
  },
  en: {
    keys: 'Heat map: the arrow keys go from cell to cell',
    none: 'No model that matches has a release date on record.',
    total2: 'Total',
    models: 'Models',
    total: (first, last, models, same) =>
      `${models} with a date on record, released ${same ? `in ${first}` : `from ${first} to ${last}`}.`,
    busiest: (periods, models, count) =>
      `${periods} ${count > 1 ? 'have' : 'has'} the most, ${models}${count > 1 ? ' each' : ''}.`,
    several: (count) => `${count} vendors`,
    leads: (who, models, count) => `${who} released the most, ${models}${count > 1 ? ' each' : ''}.`,
    undated: (count) =>
      count === 1
        ? 'For 1 more model no source states a date; it is not shown.'
        : `For ${count} more models no source states a date; they are not shown.`,
    undatedOnly: (count) =>
      count === 1 ? 'For 1 model no source states a date.' : `For ${count} models no source states a date.`,
    beyond: (top, count) => `of the ${count} ${count === 1 ? 'group' : 'groups'} after the first ${top}`,
    cell: (group, period, models) =>
      `${group === '' ? '' : `${group}, `}${period}: ${models} ${models === 1 ? 'model' : 'models'}`,
  },
});

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
      keys: '散点图：用方向键逐点查看',
      none: '没有符合条件、参数量和发布日期都有来源的模型。',
      parameters: '参数量',
      released: '发布',
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
      keys: 'Scatter plot: the arrow keys go from dot to dot',
      none: 'No model that matches has both a size and a release date on record.',
      parameters: 'Parameters',
      released: 'Released',
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

/** The words of the chart of openness. */
export const opennessWords = {
  unknown: { zh: '没有来源说明', en: 'Not stated' },
  note: {
    zh: '一个模型只算一次，按最开放的一种：开源（代码与权重都用开源许可）、开放权重（可下载，许可另有限制）、API、仅在产品中、仅内部。',
    en: 'A model counts once, by its most open way: open source (code and weights under an open-source licence), open weights (downloadable, with a licence of its own), API, in products only, internal.',
  },
  ...messages({
    zh: {
      keys: '柱状图：用方向键逐段查看',
      none: '没有符合条件、有发布日期的模型。',
      models: '模型',
      total: (models: string, open: number, share: string) =>
        `图中模型 ${models}，${open} 个开源或开放权重，占 ${share}。`,
      unknown: (count: number) => `${count} 个没有来源说明怎样使用。`,
      undated: (count: number) => `另有 ${count} 个没有发布日期，不在图中。`,
      row: (period: string, access: string, models: number) => `${period} ${access} ${models} 个`,
    },
    en: {
      keys: 'Column chart: the arrow keys go from part to part',
      none: 'No model that matches has a release date on record.',
      models: 'Models',
      total: (models, open, share) =>
        `Of ${models} shown, ${open} (${share}) ${open === 1 ? 'is' : 'are'} open source or open weights.`,
      unknown: (count) => `For ${count} no source states how to reach ${count === 1 ? 'it' : 'them'}.`,
      undated: (count) => `${count} more have no release date and are not shown.`,
      row: (period, access, models) =>
        `${period}, ${access.toLowerCase()}: ${models} ${models === 1 ? 'model' : 'models'}`,
    },
  }),
} as const;
