import { evidenceForField } from '@/database/queries/evidence-of-records';
import { defineDimension } from '../dimension';
import { evidenceTogether } from '../evidence-together';

/** Is the vendor placed on the infrastructure layer: computing, cloud, chips? */
export const infrastructure = defineDimension({
  key: 'infrastructure',
  group: 'compute',
  kind: 'names',
  label: { zh: '自有算力或云', en: 'Own computing or cloud' },
  note: {
    zh: '有来源把它放在基础设施层；没有不等于没有算力。',
    en: 'A source places it on the infrastructure layer. None such does not mean that it has none.',
  },
  find({ layers }) {
    const found = layers.filter(({ layer }) => layer === 'infrastructure');
    if (found.length === 0) return { missing: 'unknown' };
    return {
      value: found.map(({ name, layer }) => ({ name, path: `/value-chain#${layer}` })),
      evidence: evidenceTogether(found.map(({ evidence }) => evidence)),
    };
  },
});

export const accelerators = defineDimension({
  key: 'accelerators',
  group: 'compute',
  kind: 'names',
  label: { zh: '自研加速芯片', en: 'Own accelerators' },
  find({ products }) {
    const found = products.filter(({ category }) => category === 'accelerator');
    if (found.length === 0) return { missing: 'unknown' };
    return {
      value: found.map(({ name }) => ({ name, path: null })),
      evidence: evidenceTogether(found.map(({ evidence }) => evidenceForField(evidence, 'category'))),
    };
  },
});
