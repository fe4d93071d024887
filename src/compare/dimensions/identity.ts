import { evidenceForField } from '@/database/queries/evidence-of-records';
import { placeOf } from '@/domain/place';
import { organizationKindNames } from '@/records/organization/book';
import { defineDimension } from '../dimension';

export const kind = defineDimension({
  key: 'kind',
  group: 'identity',
  kind: 'names',
  label: { zh: '类型', en: 'Kind' },
  find: (vendor) => ({
    value: [{ name: organizationKindNames[vendor.kind], path: null }],
    evidence: evidenceForField(vendor.evidence, 'kind'),
  }),
});

export const place = defineDimension({
  key: 'place',
  group: 'identity',
  kind: 'names',
  label: { zh: '所在地', en: 'Place' },
  find(vendor) {
    const found = vendor.place === null ? undefined : placeOf(vendor.place);
    if (!found) return { missing: 'unknown' };
    return {
      value: [{ name: found.name, path: `/vendors?place=${found.slug}` }],
      evidence: evidenceForField(vendor.evidence, 'place'),
    };
  },
});
