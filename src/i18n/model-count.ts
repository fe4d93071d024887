import type { Bilingual, Lang } from '@/domain/bilingual';
import type { ModelCount } from '@/domain/model-count';

/** What a number of models counts. */
export const modelCountNames: Readonly<Record<ModelCount, Bilingual>> = {
  families: { zh: '系列', en: 'Families' },
  versions: { zh: '型号', en: 'Versions and sizes' },
};

/** How to read a number of models. */
export const modelCountNote: Bilingual = {
  zh: '按系列计：同一系列的各代、各规格只算一个，不属于任何系列的模型自成一个，层级随系列。按型号计：每一代、每种规格各算一个。厂商自称的总数（如百度“约 40 个”）是指标，不是收录数。',
  en: 'By family: all generations and sizes of a family count as one, a model in no family as one of its own, and the tier is that of the family. By version: each generation and size counts. What a vendor claims in total (Baidu: about 40) is an indicator, not a count of records.',
};

/** A number of models in words: 11 个系列, 11 families. */
export function modelsInWords(number: number, count: ModelCount, lang: Lang): string {
  if (lang === 'zh') return `${number} 个${modelCountNames[count].zh}`;
  if (count === 'families') return number === 1 ? '1 family' : `${number} families`;
  return number === 1 ? '1 version or size' : `${number} versions and sizes`;
}
