import { messages } from '@/i18n/messages';

/** The words of the chart of models by vendor. */
export const modelsFinding = messages({
  zh: {
    none: '没有符合条件的模型。',
    several: (count: number) => `${count} 家厂商`,
    tier: (tier: string, count: number) => `${tier} ${count} 个`,
    leaders: (who: string, count: number, models: string) =>
      `已收录的模型里，${who}最多，${count > 1 ? '各 ' : '有 '}${models}。`,
    sum: (vendors: number, models: string, tiers: string) => `图中 ${vendors} 家厂商共 ${models}：${tiers}。`,
    others: (count: number) => `其余厂商另有 ${count} 条记录。`,
    row: (vendor: string, total: string, tiers: string[]) => `${vendor} ${total}（${tiers.join('，')}）`,
  },
  en: {
    none: 'No models match.',
    several: (count) => `${count} vendors`,
    tier: (tier, count) => `${count} ${tier.toLowerCase()}`,
    leaders: (who, count, models) =>
      `${who} ${count > 1 ? 'have' : 'has'} the most models on record, ${models}${count > 1 ? ' each' : ''}.`,
    sum: (vendors, models, tiers) =>
      `The ${vendors} ${vendors === 1 ? 'vendor' : 'vendors'} shown ${vendors === 1 ? 'has' : 'have'} ${models}: ${tiers}.`,
    others: (count) => `All others have ${count} more ${count === 1 ? 'record' : 'records'}.`,
    row: (vendor, total, tiers) => `${vendor} ${total} (${tiers.join(', ')})`,
  },
});
