import { evidenceForField } from '@/database/queries/evidence-of-records';
import { idsOfSlugs } from '@/database/queries/ids-of-slugs';
import { type ModelInFull, modelsInFull } from '@/database/queries/models-in-full';
import type { Bilingual } from '@/domain/bilingual';
import { modelWords } from '@/i18n/models';
import { accessNames, modalityNames, tierNames } from '@/records/model/book';
import { defineDimension, type Finding } from '../dimension';
import { subjectKind } from '../subject-kind';
import type { Named } from '../value';

const both = (
  key: 'vendor' | 'tier' | 'parameters' | 'released' | 'partners' | 'platform' | 'memberOf' | 'derivesFrom',
) => ({
  zh: modelWords.zh[key],
  en: modelWords.en[key],
});

function found(model: ModelInFull, field: string, value: readonly Named[]): Finding<readonly Named[]> {
  if (value.length === 0) return { missing: 'unknown' };
  return { value, evidence: evidenceForField(model.evidence, field) };
}

function linked(list: readonly { slug: string; name: Bilingual }[], path: (slug: string) => string): Named[] {
  return list.map(({ slug, name }) => ({ name, path: path(slug) }));
}

const dimension = defineDimension<'names', ModelInFull>;

/** Models side by side. */
export const modelSubjects = subjectKind<ModelInFull>({
  key: 'models',
  path: '/compare/models',
  record: 'model',
  page: (slug) => `/models/${slug}`,
  groups: ['identity', 'models', 'modalities', 'platform', 'industries', 'openness', 'evidence'],
  dimensions: [
    dimension({
      key: 'vendor',
      group: 'identity',
      kind: 'names',
      label: both('vendor'),
      find: (model) =>
        found(
          model,
          'vendor',
          linked([model.vendor], (slug) => `/vendors/${slug}`),
        ),
    }),
    dimension({
      key: 'partners',
      group: 'identity',
      kind: 'names',
      label: both('partners'),
      find: (model) =>
        found(
          model,
          'partners',
          linked(model.partners, (slug) => `/vendors/${slug}`),
        ),
    }),
    dimension({
      key: 'tier',
      group: 'identity',
      kind: 'names',
      label: both('tier'),
      find: (model) =>
        found(model, 'tier', model.tier === null ? [] : [{ name: tierNames[model.tier], path: null }]),
    }),
    defineDimension<'date', ModelInFull>({
      key: 'released',
      group: 'identity',
      kind: 'date',
      label: both('released'),
      find: (model) =>
        model.released === null
          ? { missing: 'unknown' }
          : { value: model.released, evidence: evidenceForField(model.evidence, 'released') },
    }),
    defineDimension<'range', ModelInFull>({
      key: 'parameters',
      group: 'models',
      kind: 'range',
      label: both('parameters'),
      find: (model) =>
        model.parameters === null
          ? { missing: model.family ? 'not-applicable' : 'unknown' }
          : {
              value: { min: model.parameters, max: model.parameters },
              evidence: evidenceForField(model.evidence, 'parameters'),
            },
    }),
    dimension({
      key: 'member-of',
      group: 'models',
      kind: 'names',
      label: both('memberOf'),
      find: (model) =>
        found(
          model,
          'memberOf',
          linked(model.memberOf === null ? [] : [model.memberOf], (slug) => `/models/${slug}`),
        ),
    }),
    dimension({
      key: 'derives-from',
      group: 'models',
      kind: 'names',
      label: both('derivesFrom'),
      find: (model) =>
        found(
          model,
          'derivesFrom',
          linked(model.derivesFrom === null ? [] : [model.derivesFrom], (slug) => `/models/${slug}`),
        ),
    }),
    dimension({
      key: 'modalities',
      group: 'modalities',
      kind: 'names',
      label: { zh: '模态', en: 'Modalities' },
      find: (model) =>
        found(
          model,
          'modalities',
          model.modalities.map((each) => ({ name: modalityNames[each], path: null })),
        ),
    }),
    dimension({
      key: 'platform',
      group: 'platform',
      kind: 'names',
      label: both('platform'),
      find: (model) =>
        found(model, 'platform', model.platform === null ? [] : [{ name: model.platform.name, path: null }]),
    }),
    dimension({
      key: 'industries',
      group: 'industries',
      kind: 'names',
      label: { zh: '行业', en: 'Industries' },
      find: (model) =>
        found(
          model,
          'industries',
          linked(model.industries, (slug) => `/industries/${slug}`),
        ),
    }),
    dimension({
      key: 'access',
      group: 'openness',
      kind: 'names',
      label: { zh: '开放方式', en: 'Access' },
      find: (model) =>
        found(
          model,
          'access',
          model.access.map((each) => ({ name: accessNames[each], path: null })),
        ),
    }),
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
