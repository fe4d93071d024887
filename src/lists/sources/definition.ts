import { type SourceWithUse, sourcesWithUse } from '@/database/queries/sources-with-use';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { placesInOrder } from '@/domain/name-order';
import { sourceVias } from '@/domain/source-via';
import { formatShare } from '@/i18n/numbers';
import { sourceName } from '@/i18n/source-byline';
import { sourceOrderNames, sourceWords } from '@/i18n/sources';
import { choice, type StateOf, slugList } from '@/linking/parameters';
import type { Field } from '@/records/book';
import { sourceBook, viaNames } from '@/records/source/book';
import { defineList } from '../engine/define-list';
import type { ListColumn } from '../engine/definition';
import { fieldColumn } from '../engine/field-column';
import { slugColumn } from '../engine/table';

const both = (key: 'sort' | 'via' | 'records' | 'statements' | 'doubts' | 'unseen'): Bilingual => ({
  zh: sourceWords.zh[key],
  en: sourceWords.en[key],
});

/** Everything that the address of the list can say, beside the page. */
const sourceParameters = {
  sort: choice(
    both('sort'),
    (['statements', 'published', 'title'] as const).map((value) => ({
      value,
      label: sourceOrderNames[value],
    })),
    'statements',
  ),
  via: slugList(
    both('via'),
    sourceVias.map((value) => ({ value, label: viaNames[value] })),
  ),
} as const;
export type SourceState = StateOf<typeof sourceParameters>;

const fields = [
  'title',
  'author',
  'publisher',
  'url',
  'via',
  'carrier',
  'language',
  'published',
  'retrieved',
  'licence',
  'seen',
] as const;
const counts = ['records', 'statements', 'doubts', 'unseen'] as const;

/** Every source, and how much rests on it. */
export const sources = defineList({
  slug: 'sources',
  kind: 'source',
  words: sourceWords,
  parameters: sourceParameters,
  pageSize: 100,
  read: sourcesWithUse,
  facets: [{ name: 'via', show: 'all' }],
  values: { via: ({ via }) => (via === null ? [] : [via]) },
  order: (all, { sort }) => order(all, sort),
  columns: [
    slugColumn<SourceWithUse>(),
    ...fields.map((key) =>
      fieldColumn<SourceWithUse>(key, sourceBook[key] as Field, (source) => source[key]),
    ),
    ...counts.map(
      (key): ListColumn<SourceWithUse> => ({
        key,
        label: both(key),
        kind: 'number',
        unit: null,
        value: (source) => source[key],
      }),
    ),
  ],
  finding: ({ matching }, lang) => findingOf(matching, lang),
});

function order(all: readonly SourceWithUse[], sort: SourceState['sort']) {
  const places = placesInOrder('zh', all, ({ title }) => [title]);
  const place = ({ title }: SourceWithUse) => places.get(title) ?? 0;
  const orders: Record<typeof sort, (a: SourceWithUse, b: SourceWithUse) => number> = {
    statements: (a, b) => b.statements - a.statements,
    published: (a, b) => (b.published ?? '').localeCompare(a.published ?? ''),
    title: (a, b) => place(a) - place(b),
  };
  return orders[sort];
}

function findingOf(matching: readonly SourceWithUse[], lang: Lang): string {
  const words = sourceWords[lang];
  const sum = (key: 'statements' | 'unseen' | 'doubts') =>
    matching.reduce((total, source) => total + source[key], 0);
  const top = matching.toSorted((a, b) => b.statements - a.statements)[0];
  if (!top || top.statements === 0) return '';
  return (
    words.finding(
      matching.length,
      sum('statements'),
      sourceName(top, lang),
      formatShare(lang, top.statements / sum('statements')),
    ) +
    words.findingSeen(sum('unseen')) +
    words.findingDoubts(sum('doubts'))
  ).trim();
}
