import { evidenceForField } from '@/database/queries/evidence-of-records';
import { idsOfSlugs } from '@/database/queries/ids-of-slugs';
import { type ModelInFull, modelsInFull } from '@/database/queries/models-in-full';
import type { Bilingual } from '@/domain/bilingual';
import { fieldsWith, printed } from '@/i18n/record-fields';
import { recordPath } from '@/linking/record-path';
import { type Field, kebab } from '@/records/book';
import { type AnyDimension, defineDimension } from '../dimension';
import type { GroupKey } from '../groups';
import { subjectKind } from '../subject-kind';
import type { Named } from '../value';

/** A field of the book as a dimension: its evidence is what the sources say of that field. */
function dimensionOf(key: string, field: Field): AnyDimension<ModelInFull> {
  const info = { key: kebab(key), group: field.compared as GroupKey, label: field.label };
  const valueIn = (model: ModelInFull) => (model as unknown as Record<string, unknown>)[key] ?? null;
  const evidenceIn = (model: ModelInFull) => evidenceForField(model.evidence, key);
  if (field.as === 'date')
    return defineDimension<'date', ModelInFull>({
      ...info,
      kind: 'date',
      find: (model) => {
        const value = valueIn(model);
        return typeof value === 'string' ? { value, evidence: evidenceIn(model) } : { missing: 'unknown' };
      },
    });
  if (field.as === 'number')
    return defineDimension<'range', ModelInFull>({
      ...info,
      kind: 'range',
      ...(field.unit === null ? {} : { unit: field.unit }),
      find: (model) => {
        const value = valueIn(model);
        // A family has many sizes.
        return typeof value === 'number'
          ? { value: { min: value, max: value }, evidence: evidenceIn(model) }
          : { missing: model.family ? 'not-applicable' : 'unknown' };
      },
    });
  return defineDimension<'names', ModelInFull>({
    ...info,
    kind: 'names',
    find: (model) => {
      const value = valueIn(model);
      const all = value === null ? [] : Array.isArray(value) ? value : [value];
      if (all.length === 0) return { missing: 'unknown' };
      return { value: all.map((each) => nameIn(field, each)), evidence: evidenceIn(model) };
    },
  });
}

function nameIn(field: Field, value: unknown): Named {
  if (field.as === 'reference' || field.as === 'references') {
    const { slug, name } = value as { slug: string; name: Bilingual };
    return { name, path: recordPath(field.of, slug) };
  }
  return { name: { zh: printed(field, value, 'zh'), en: printed(field, value, 'en') }, path: null };
}

/** Models side by side. */
export const modelSubjects = subjectKind<ModelInFull>({
  key: 'models',
  path: '/compare/models',
  record: 'model',
  page: (slug) => `/models/${slug}`,
  groups: ['identity', 'models', 'modalities', 'platform', 'industries', 'openness', 'evidence'],
  dimensions: [
    ...fieldsWith('model', ({ compared }) => compared !== undefined).map(([key, field]) =>
      dimensionOf(key, field),
    ),
    defineDimension<'count', ModelInFull>({
      key: 'sources',
      group: 'evidence',
      kind: 'count',
      label: { zh: '不同来源', en: 'Different sources' },
      unit: 'sources',
      find: ({ evidence }) => ({
        value: new Set(evidence.map(({ source }) => source.slug)).size,
        evidence: [],
      }),
    }),
  ],
  preset: ['ernie-3-titan', 'm6', 'pangu-alpha', 'glm-130b', 'gpt-3'],
  ready: [
    {
      label: { zh: '五家的通用大模型', en: 'General models of the five' },
      slugs: ['ernie', 'tongyi', 'hunyuan', 'pangu', 'sensechat'],
    },
    {
      label: { zh: '盘古一家', en: 'The Pangu family' },
      slugs: ['pangu', 'pangu-alpha', 'pangu-sigma', 'pangu-weather', 'pangu-mine'],
    },
    {
      label: { zh: '开放权重，70 亿参数上下', en: 'Open weights, about 7 billion parameters' },
      slugs: ['qwen-7b', 'baichuan2-7b', 'internlm-7b', 'yi-6b', 'chatglm-6b', 'xverse-7b'],
    },
    {
      label: { zh: '参数最多的几个', en: 'The largest' },
      slugs: ['m6-10t', 'pangu-sigma', 'palm', 'ernie-3-titan', 'pangu-alpha', 'gpt-3', 'glm-130b'],
    },
  ],
  load: async (facts, slugs) => modelsInFull(facts, await idsOfSlugs(facts, 'model', slugs)),
});
