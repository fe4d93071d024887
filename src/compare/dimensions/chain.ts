import { defineDimension } from '../dimension';
import { evidenceTogether } from '../evidence-together';

export const layers = defineDimension({
  key: 'layers',
  group: 'chain',
  kind: 'names',
  label: { zh: '所在层', en: 'Layers' },
  find: ({ layers: found }) =>
    found.length === 0
      ? { missing: 'unknown' }
      : {
          value: found.map(({ name, layer }) => ({ name, path: `/value-chain#${layer}` })),
          evidence: evidenceTogether(found.map(({ evidence }) => evidence)),
        },
});
