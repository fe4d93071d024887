import { messages } from '@/i18n/messages';

/** The words of the chart of derivations. */
export const derivationWords = messages({
  zh: {
    none: '没有符合条件的模型。',
    origin: '出自',
    vendor: '厂商',
    derived: '衍生模型',
    models: '模型',
    unknown: '来源未说明',
    tierModels: (tier: string, count: number) => `${tier}模型 ${count} 个`,
    originName: (vendor: string, model: string) => (model.includes(vendor) ? model : `${vendor}${model}`),
    sum: (all: number, known: number) =>
      known === 0
        ? `符合条件的 ${all} 个模型，没有一个有来源说明出自哪个通用模型。`
        : `符合条件的 ${all} 个模型里，${known} 个有来源说明出自哪个模型。`,
    origins: (origins: string, count: number, models: number) =>
      `出得最多的是${origins}，${count > 1 ? '各 ' : ''}${models} 个。`,
    unknownCount: (models: number) => (models === 0 ? '' : `其余 ${models} 个来源没有说明。`),
    known: (derived: string, vendor: string, origin: string) => `${vendor}的${derived}出自${origin}`,
    unknownRow: (vendor: string, tier: string, models: number) =>
      `${vendor} ${models} 个${tier}模型，来源未说明`,
    beyondStart: '出处已说明',
    beyond: (top: number, count: number) => `出处已说明，属于不在前 ${top} 位的 ${count} 家厂商`,
    beyondUnknown: (top: number, count: number) => `来源未说明出处，属于不在前 ${top} 位的 ${count} 家厂商`,
    note: '只画来源写明的衍生关系；同一家厂商有通用模型，不等于它的行业模型就出自那里。线的宽度是模型数，一个系列按一个计。',
  },
  en: {
    none: 'No models match.',
    origin: 'Comes from',
    vendor: 'Vendor',
    derived: 'Derived model',
    models: 'Models',
    unknown: 'Origin not stated',
    tierModels: (tier, count) => `${tier} models: ${count}`,
    originName: (vendor, model) => (model.includes(vendor) ? model : `${vendor} ${model}`),
    sum: (all, known) =>
      known === 0
        ? `For none of the ${all} ${all === 1 ? 'model' : 'models'} that match does a source name the general model it comes from.`
        : `For ${known} of the ${all} ${all === 1 ? 'model' : 'models'} that match a source names the model it comes from.`,
    origins: (origins, count, models) => `Most come from ${origins}, ${models}${count > 1 ? ' each' : ''}.`,
    unknownCount: (models) => (models === 0 ? '' : `For the other ${models} none does.`),
    known: (derived, vendor, origin) => `${vendor}: ${derived} comes from ${origin}`,
    unknownRow: (vendor, tier, models) =>
      `${vendor}: ${models} ${tier.toLowerCase()} ${models === 1 ? 'model' : 'models'}, origin not stated`,
    beyondStart: 'origin stated',
    beyond: (top, count) =>
      `origin stated, of the ${count} ${count === 1 ? 'vendor' : 'vendors'} after the first ${top}`,
    beyondUnknown: (top, count) =>
      `origin not stated, of the ${count} ${count === 1 ? 'vendor' : 'vendors'} after the first ${top}`,
    note: 'Only derivations that a source states are drawn: that a vendor has a general model does not mean that its industry models come from it. The width of a ribbon is the number of models, a family counting as one.',
  },
});
