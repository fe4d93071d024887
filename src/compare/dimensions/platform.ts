import { evidenceForField } from '@/database/queries/evidence-of-records';
import { productCategoryNames } from '@/records/product/book';
import { defineDimension } from '../dimension';
import { evidenceTogether } from '../evidence-together';

export const platforms = defineDimension({
  key: 'platforms',
  group: 'platform',
  kind: 'names',
  label: { zh: '平台', en: 'Platforms' },
  find: ({ platforms: found }) =>
    found.length === 0
      ? { missing: 'unknown' }
      : {
          value: found.map(({ name }) => ({ name, path: null })),
          evidence: evidenceTogether(found.map(({ evidence }) => evidence)),
        },
});

export const products = defineDimension({
  key: 'products',
  group: 'platform',
  kind: 'names',
  label: { zh: '应用', en: 'Products' },
  find: ({ products: found }) =>
    found.length === 0
      ? { missing: 'unknown' }
      : {
          value: found.map(({ name, category }) => ({
            name,
            path: null,
            detail: category === 'other' ? undefined : productCategoryNames[category],
          })),
          evidence: evidenceTogether(found.map(({ evidence }) => evidenceForField(evidence, 'category'))),
        },
});
