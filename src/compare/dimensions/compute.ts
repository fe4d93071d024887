import { evidenceForField } from '@/database/queries/evidence-of-records';
import { standNames } from '@/i18n/layers';
import { layerNames } from '@/records/layer/book';
import { defineDimension } from '../dimension';
import { evidenceTogether } from '../evidence-together';

/** Does the vendor stand on the infrastructure layer: computing, cloud, chips? */
export const infrastructure = defineDimension({
  key: 'infrastructure',
  group: 'compute',
  kind: 'names',
  label: { zh: '自有算力或云', en: 'Own computing or cloud' },
  note: {
    zh: '来源把它放在基础设施层，或收录了它的平台、加速芯片；没有不等于没有算力。',
    en: 'A source places it on the infrastructure layer, or a platform or accelerator of its own is on record. None such does not mean that it has none.',
  },
  find({ layers }) {
    const found = layers.filter(({ layer }) => layer === 'infrastructure');
    if (found.length === 0) return { missing: 'unknown' };
    return {
      value: found.map(({ layer, stated }) => ({
        name: layerNames[layer],
        path: `/value-chain#${layer}`,
        ...(stated ? {} : { detail: standNames.derived }),
      })),
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
