import { evidenceForField } from '@/database/queries/evidence-of-records';
import { accessNames } from '@/records/model/book';
import { accessKinds } from '@/records/model/schema';
import { defineDimension } from '../dimension';
import { evidenceTogether } from '../evidence-together';

/** Open in a way that others can run the model themselves. */
const open = ['open-weights', 'open-source'] as const;

export const openModels = defineDimension({
  key: 'open-models',
  group: 'openness',
  kind: 'names',
  label: { zh: '开放权重或开源的模型', en: 'Models with open weights or source' },
  find({ models }) {
    const known = models.filter(({ access }) => access.length > 0);
    if (known.length === 0) return { missing: 'unknown' };
    const found = known.filter(({ access }) => open.some((each) => access.includes(each)));
    if (found.length === 0) return { missing: 'not-applicable' };
    return {
      value: found.map(({ slug, name }) => ({ name, path: `/models/${slug}` })),
      evidence: evidenceTogether(found.map(({ evidence }) => evidenceForField(evidence, 'access'))),
    };
  },
});

export const accessOfModels = defineDimension({
  key: 'access',
  group: 'openness',
  kind: 'names',
  label: { zh: '开放方式', en: 'Ways of access' },
  note: {
    zh: '括号里是已知开放方式的模型中的个数。',
    en: 'In brackets: how many of the models whose access is known.',
  },
  find({ models }) {
    const known = models.filter(({ access }) => access.length > 0);
    const value = accessKinds.flatMap((kind) => {
      const count = known.filter(({ access }) => access.includes(kind)).length;
      return count === 0
        ? []
        : [
            {
              name: accessNames[kind],
              path: null,
              detail: { zh: `${count} 个`, en: String(count) },
            },
          ];
    });
    if (value.length === 0) return { missing: 'unknown' };
    return {
      value,
      evidence: evidenceTogether(known.map(({ evidence }) => evidenceForField(evidence, 'access'))),
    };
  },
});
