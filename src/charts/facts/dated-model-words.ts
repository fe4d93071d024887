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
