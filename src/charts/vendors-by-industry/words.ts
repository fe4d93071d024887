import { messages } from '@/i18n/messages';

/** The words of the heat map. */
export const heatWords = messages({
  zh: {
    none: '没有符合条件的记录。',
    several: (count: number) => `${count} 家厂商`,
    widest: (who: string, count: number, industries: number) =>
      `覆盖行业最多的是${who}，${count > 1 ? '各' : ''} ${industries} 个。`.replace('， ', '，'),
    busiest: (industries: string, models: number) =>
      `模型最多的行业是${industries}，全部厂商共 ${models} 个。`,
    statedOnly: (count: number) => (count === 0 ? '' : `${count} 处只有“服务该行业”的说法，没有已知的模型。`),
    cell: (vendor: string, industry: string, models: number, stated: boolean) =>
      `${industry}·${vendor} ${models} 个模型${stated ? '（有来源称其服务）' : ''}`,
    statedLegend: '有来源称其服务该行业',
    all: '全部',
    modelsLabel: '模型',
    statedLabel: '有来源称其服务',
    allLabel: '全部厂商的模型',
    yes: '是',
    no: '—',
  },
  en: {
    none: 'No records match.',
    several: (count) => `${count} vendors`,
    widest: (who, count, industries) =>
      `${who} ${count > 1 ? 'are' : 'is'} in the most industries, ${industries}${count > 1 ? ' each' : ''}.`,
    busiest: (industries, models) =>
      `${industries} ${industries.includes(' and ') ? 'have' : 'has'} the most models, ${models} by all vendors.`,
    statedOnly: (count) =>
      count === 0
        ? ''
        : count === 1
          ? 'In 1 place a vendor is said to serve the industry and no model is known.'
          : `In ${count} places a vendor is said to serve the industry and no model is known.`,
    cell: (vendor, industry, models, stated) =>
      `${industry}, ${vendor}: ${models} ${models === 1 ? 'model' : 'models'}${stated ? ' (said to serve it)' : ''}`,
    statedLegend: 'A source says that the vendor serves the industry',
    all: 'All',
    modelsLabel: 'Models',
    statedLabel: 'Said to serve it',
    allLabel: 'Models, all vendors',
    yes: 'yes',
    no: '–',
  },
});
