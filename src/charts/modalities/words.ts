import { messages } from '@/i18n/messages';

/** The words of the chart of modalities. */
export const modalityWords = messages({
  zh: {
    none: '没有符合条件的模型说明了模态。',
    total: '全部',
    models: '模型',
    allModels: '该厂商的全部模型',
    several: (count: number) => `并列的 ${count} 家厂商`,
    widest: (who: string, count: number, modalities: number) =>
      `覆盖模态最多的是${who}，${count > 1 ? '各 ' : ''}${modalities} 种。`,
    commonest: (modalities: string, models: string) => `图中模型最多的模态是${modalities}，${models}。`,
    silent: (stated: number, silent: number) =>
      silent === 0 ? '' : `图中有 ${stated} 条模型记录；另有 ${silent} 条没有来源说明模态。`,
    silentOnly: (silent: number) => `${silent} 条模型记录没有来源说明模态。`,
    cell: (vendor: string, modality: string, models: number) => `${vendor}·${modality} ${models} 个`,
    notStated: '没有来源说明模态',
    beyond: (top: number, count: number) => `模态较少、不在前 ${top} 位的 ${count} 家厂商`,
    note: '一个模型覆盖几种模态，就在每种各计一次。空格表示没有来源说明，不表示没有。“全部”是该厂商收录的模型数。',
  },
  en: {
    none: 'No model that matches has its modality stated.',
    total: 'All',
    models: 'Models',
    allModels: 'All models of the vendor',
    several: (count) => `${count} vendors`,
    widest: (who, count, modalities) =>
      `${who} ${count > 1 ? 'cover' : 'covers'} the most modalities, ${modalities}${count > 1 ? ' each' : ''}.`,
    commonest: (modalities, models) =>
      `${modalities} ${modalities.includes(' and ') ? 'have' : 'has'} the most models here, ${models}.`,
    silent: (stated, silent) =>
      silent === 0
        ? ''
        : `${stated} ${stated === 1 ? 'record of a model is' : 'records of models are'} shown; for ${silent} more no source states a modality.`,
    silentOnly: (silent) =>
      silent === 1
        ? 'For 1 model no source states a modality.'
        : `For ${silent} models no source states a modality.`,
    cell: (vendor, modality, models) =>
      `${vendor}, ${modality.toLowerCase()}: ${models} ${models === 1 ? 'model' : 'models'}`,
    notStated: 'no source states a modality',
    beyond: (top, count) => `of the ${count} ${count === 1 ? 'vendor' : 'vendors'} after the first ${top}`,
    note: 'A model that covers several modalities counts in each. An empty cell means that no source says so, not that there is none. “All” counts the models of the vendor on record.',
  },
});
