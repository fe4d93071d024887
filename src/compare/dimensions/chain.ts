import { standNames } from '@/i18n/layers';
import { layerNames } from '@/records/layer/book';
import { defineDimension } from '../dimension';
import { evidenceTogether } from '../evidence-together';

export const layers = defineDimension({
  key: 'layers',
  group: 'chain',
  kind: 'names',
  label: { zh: '所在层', en: 'Layers' },
  note: {
    zh: '来源写明的，和据收录的模型、平台、芯片、应用推得的。',
    en: 'Stated by a source, or derived from the models, platforms, accelerators and products on record.',
  },
  find: ({ layers: found }) =>
    found.length === 0
      ? { missing: 'unknown' }
      : {
          value: found.map(({ layer, stated }) => ({
            name: layerNames[layer],
            path: `/value-chain#${layer}`,
            ...(stated ? {} : { detail: standNames.derived }),
          })),
          evidence: evidenceTogether(found.map(({ evidence }) => evidence)),
        },
});
