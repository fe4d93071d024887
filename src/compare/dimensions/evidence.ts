import type { ComparedVendor } from '@/database/queries/vendors-to-compare';
import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { type Dimension, defineDimension } from '../dimension';

/** Every statement behind the vendor's column, once. */
function statements(vendor: ComparedVendor): Evidence[] {
  const { models, platforms, products, coverages, layers, positions, claimedModels, funding } = vendor;
  const records = [models, platforms, products, coverages, layers, positions, claimedModels, funding].flat();
  return [...vendor.evidence, ...records.flatMap(({ evidence }) => evidence)];
}

// These count our own records, so there is no source to show.
function statementCount(
  key: string,
  label: Bilingual,
  counts: (statement: Evidence) => boolean,
): Dimension<'count'> {
  return defineDimension({
    key,
    group: 'evidence',
    kind: 'count',
    label,
    unit: 'citations',
    find: (vendor) => ({ value: statements(vendor).filter(counts).length, evidence: [] }),
  });
}

export const citationCounts = [
  statementCount('citations', { zh: '引用', en: 'Citations' }, () => true),
  statementCount(
    'citations-unverified',
    { zh: '其中未核对原文', en: 'of these not checked' },
    ({ seen }) => !seen,
  ),
  statementCount('doubts', { zh: '其中存疑', en: 'of these doubted' }, ({ doubt }) => doubt !== null),
];

export const sourceCount = defineDimension({
  key: 'sources',
  group: 'evidence',
  kind: 'count',
  label: { zh: '其中不同来源', en: 'of different sources' },
  unit: 'sources',
  find: (vendor) => ({
    value: new Set(statements(vendor).map(({ source }) => source.slug)).size,
    evidence: [],
  }),
});
