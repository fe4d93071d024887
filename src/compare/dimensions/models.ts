import { evidenceForField } from '@/database/queries/evidence-of-records';
import type { ComparedModel, ComparedVendor } from '@/database/queries/vendors-to-compare';
import { type ModelCount, unitsOf } from '@/domain/model-count';
import type { Tier } from '@/domain/tier';
import { modalityNames } from '@/records/model/book';
import { modalities } from '@/records/model/schema';
import { type Dimension, defineDimension, type Finding } from '../dimension';
import { evidenceTogether } from '../evidence-together';
import type { Named } from '../value';

/** Somebody who supplies no models, platforms or applications has no answer, rather than an unknown one. */
function withoutModels(vendor: ComparedVendor): { missing: 'unknown' | 'not-applicable' } {
  return { missing: vendor.roles.includes('vendor') ? 'unknown' : 'not-applicable' };
}

/** What stands at the root comes before what was made from it, families before single models. */
function rootsFirst(a: ComparedModel, b: ComparedModel): number {
  return (
    Number(a.derived) - Number(b.derived) || Number(b.family) - Number(a.family) || (a.slug < b.slug ? -1 : 1)
  );
}

function named(model: ComparedModel): Named {
  return { name: model.name, path: `/models/${model.slug}` };
}

export const generalModels = defineDimension({
  key: 'general-models',
  group: 'models',
  kind: 'names',
  label: { zh: '通用大模型', en: 'General models' },
  find(vendor) {
    const found = vendor.models.filter(({ tier }) => tier === 'general').sort(rootsFirst);
    if (found.length === 0) return withoutModels(vendor);
    return {
      value: found.map(named),
      evidence: evidenceTogether(found.map(({ evidence }) => evidenceForField(evidence, 'tier'))),
    };
  },
});

export const modalitiesOfModels = defineDimension({
  key: 'modalities',
  group: 'modalities',
  kind: 'names',
  label: { zh: '模态', en: 'Modalities' },
  find(vendor) {
    const found = modalities.filter((each) => vendor.models.some((model) => model.modalities.includes(each)));
    if (found.length === 0) return withoutModels(vendor);
    return {
      value: found.map((each) => ({ name: modalityNames[each], path: null })),
      evidence: evidenceTogether(
        vendor.models
          .filter((model) => model.modalities.length > 0)
          .map(({ evidence }) => evidenceForField(evidence, 'modalities')),
      ),
    };
  },
});

/** A count of our own records: none is 0, unless the question has no meaning. */
function counted(
  vendor: ComparedVendor,
  tier: Tier | null | 'all',
  count: ModelCount = 'families',
): Finding<number> {
  if (vendor.models.length === 0 && !vendor.roles.includes('vendor')) return { missing: 'not-applicable' };
  const units = unitsOf(vendor.models, count).filter((unit) => tier === 'all' || unit.tier === tier);
  return {
    value: units.length,
    evidence: evidenceTogether(
      units.flatMap(({ models }) => models.map(({ evidence }) => evidenceForField(evidence, 'tier'))),
    ),
  };
}

function tierCount(key: string, tier: Tier | null, zh: string, en: string): Dimension<'count'> {
  return defineDimension({
    key,
    group: 'models',
    kind: 'count',
    label: { zh, en },
    unit: 'families',
    find: (vendor) => counted(vendor, tier),
  });
}

export const modelsOnRecord = defineDimension({
  key: 'models-on-record',
  group: 'models',
  kind: 'count',
  label: { zh: '已收录模型系列', en: 'Model families on record' },
  note: {
    zh: '同一系列的各代、各规格只算一个，不属于任何系列的模型自成一个；不是厂商拥有的全部。',
    en: 'All generations and sizes of a family count as one, a model in no family as one of its own. Not all that the vendor has.',
  },
  unit: 'families',
  find: (vendor) => counted(vendor, 'all'),
});

export const versionsOnRecord = defineDimension({
  key: 'versions-on-record',
  group: 'models',
  kind: 'count',
  label: { zh: '已收录型号', en: 'Versions and sizes on record' },
  note: { zh: '每一代、每种规格各算一个。', en: 'Each generation and each size counts.' },
  unit: 'versions',
  find: (vendor) => counted(vendor, 'all', 'versions'),
});

export const modelsByTier = [
  tierCount('models-general', 'general', '其中通用', 'of these general'),
  tierCount('models-task', 'task', '其中任务', 'of these task'),
  tierCount('models-industry', 'industry', '其中行业', 'of these industry'),
  tierCount('models-unclassified', null, '其中未分类', 'of these unclassified'),
];

export const claimedModels = defineDimension({
  key: 'models-claimed',
  group: 'models',
  kind: 'range',
  label: { zh: '据称模型数', en: 'Models claimed' },
  note: {
    zh: '来源所说的总数，没有清单可以核对。',
    en: 'The total that a source states, without a list to check it against.',
  },
  unit: 'models',
  find(vendor) {
    const said = vendor.claimedModels.filter((claim) => (claim.value ?? claim.min ?? claim.max) !== null);
    if (said.length === 0) return withoutModels(vendor);
    const floors = said.map(({ value, min }) => min ?? value);
    const ceilings = said.map(({ value, max }) => max ?? value);
    const open = (bounds: (number | null)[]) => bounds.includes(null);
    const known = (bounds: (number | null)[]) => bounds.filter((bound) => bound !== null);
    return {
      value: {
        min: open(floors) ? null : Math.min(...known(floors)),
        max: open(ceilings) ? null : Math.max(...known(ceilings)),
      },
      evidence: evidenceTogether(said.map(({ evidence }) => evidence)),
    };
  },
});

export const largestModel = defineDimension({
  key: 'largest-model',
  group: 'models',
  kind: 'range',
  label: { zh: '最大参数规模', en: 'Most parameters' },
  note: {
    zh: '已知参数规模的模型里最大的一个。',
    en: 'Of the models whose number of parameters is known, the largest.',
  },
  find({ models }) {
    const known = models.flatMap(({ parameters, evidence }) =>
      parameters === null ? [] : [{ parameters, evidence }],
    );
    const [first] = known.sort((a, b) => b.parameters - a.parameters);
    if (!first) return { missing: 'unknown' };
    return {
      value: { min: first.parameters, max: first.parameters },
      evidence: evidenceForField(first.evidence, 'parameters'),
    };
  },
});

export const industryModels = defineDimension({
  key: 'industry-models',
  group: 'industries',
  kind: 'names',
  label: { zh: '代表性行业模型', en: 'Industry models' },
  find(vendor) {
    const found = vendor.models.filter(({ tier }) => tier === 'industry');
    if (found.length === 0) return withoutModels(vendor);
    // A model that was made from the vendor's general one is what the article calls its industry model.
    const flagshipsFirst = (a: ComparedModel, b: ComparedModel) =>
      Number(b.derived) - Number(a.derived) || (a.slug < b.slug ? -1 : 1);
    return {
      value: found.sort(flagshipsFirst).map((model) => {
        const served = model.industries.map(({ name }) => name);
        return served.length === 0
          ? named(model)
          : {
              ...named(model),
              detail: {
                zh: served.map(({ zh }) => zh).join('、'),
                en: served.map(({ en }) => en).join(', '),
              },
            };
      }),
      evidence: evidenceTogether(found.map(({ evidence }) => evidenceForField(evidence, 'industries'))),
    };
  },
});
