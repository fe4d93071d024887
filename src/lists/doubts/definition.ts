import { optionsFrom } from '@/charts/facts/options';
import type { Lang } from '@/domain/bilingual';
import { doubtNames, doubtWords } from '@/i18n/doubts';
import { joinList } from '@/i18n/list';
import { defineList } from '../engine/define-list';
import { doubtColumns } from './columns';
import { type Doubt, doubtsOnRecord } from './doubts-on-record';
import { doubtKinds, doubtParameters } from './parameters';

/** Every doubt and disagreement on record, the gravest kind first. */
export const doubts = defineList({
  slug: 'doubts',
  kind: null,
  words: doubtWords,
  parameters: doubtParameters,
  pageSize: 60,
  read: doubtsOnRecord,
  facets: [
    { name: 'doubt', show: 'some' },
    { name: 'kind', show: 'some' },
    { name: 'vendor', show: 'some' },
    { name: 'indicator', show: 'some' },
    { name: 'source', show: 'some' },
  ],
  values: {
    doubt: ({ doubt }) => [doubt],
    kind: ({ kind }) => [kind],
    vendor: ({ vendor }) => (vendor === null ? [] : [vendor.slug]),
    indicator: ({ indicator }) => (indicator === null ? [] : [indicator.slug]),
    source: ({ source }) => (source === null ? [] : [source.slug]),
  },
  options: (all) => ({
    vendor: optionsFrom(all.flatMap(({ vendor }) => (vendor === null ? [] : [vendor]))),
    indicator: optionsFrom(all.flatMap(({ indicator }) => (indicator === null ? [] : [indicator]))),
    source: optionsFrom(
      all.flatMap(({ source }) =>
        source === null ? [] : [{ slug: source.slug, name: { zh: source.title, en: source.title } }],
      ),
    ),
  }),
  // A vendor, an indicator or a source without any doubt is no mistake: its list is empty.
  open: true,
  columns: doubtColumns,
  finding: ({ matching }, lang) => findingOf(matching, lang),
});

function findingOf(matching: readonly Doubt[], lang: Lang): string {
  const words = doubtWords[lang];
  const kinds = doubtKinds
    .map((kind) => ({ kind, count: matching.filter(({ doubt }) => doubt === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => words.ofKind(doubtNames[kind][lang], count));
  const records = new Set(matching.map(({ kind, record }) => `${kind} ${record}`)).size;
  return words.finding(matching.length, records, joinList(lang, kinds));
}
