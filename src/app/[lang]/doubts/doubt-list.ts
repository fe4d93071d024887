import { optionsFrom } from '@/charts/facts/options';
import { memoizeByObject } from '@/database/memoize-by-object';
import type { Facts } from '@/database/reading';
import type { Option } from '@/linking/parameters';
import { type Problem, parseState } from '@/linking/state';
import { type CursorPage, cursorNames, pageAfter, readCursor } from '../../cursor';
import { type Faceted, faceted } from '../../facets';
import { type DoubtFilter, type DoubtState, doubtParameters, pageSize } from './doubt-state';
import { type Doubt, doubtsOnRecord } from './doubts-on-record';

/** The list that an address asks for, at one edition. */
export interface DoubtList {
  edition: number;
  state: DoubtState;
  problems: Problem[];
  /** What matches, in order. */
  matching: Doubt[];
  counts: Faceted<Doubt, DoubtFilter>['counts'];
  page: CursorPage<Doubt>;
  after: string | null;
  options: Readonly<Record<'vendor' | 'indicator' | 'source', readonly Option[]>>;
}

const valuesOf: Record<DoubtFilter, (doubt: Doubt) => readonly string[]> = {
  doubt: ({ doubt }) => [doubt],
  kind: ({ kind }) => [kind],
  vendor: ({ vendor }) => (vendor === null ? [] : [vendor.slug]),
  indicator: ({ indicator }) => (indicator === null ? [] : [indicator.slug]),
  source: ({ source }) => (source === null ? [] : [source.slug]),
};

const optionsOf = memoizeByObject((all: readonly Doubt[]): DoubtList['options'] => ({
  vendor: optionsFrom(all.flatMap(({ vendor }) => (vendor === null ? [] : [vendor]))),
  indicator: optionsFrom(all.flatMap(({ indicator }) => (indicator === null ? [] : [indicator]))),
  source: optionsFrom(
    all.flatMap(({ source }) =>
      source === null ? [] : [{ slug: source.slug, name: { zh: source.title, en: source.title } }],
    ),
  ),
}));

/** The doubts that a query asks for: all of them in order, what the facets count, and one page. */
export async function listDoubts(facts: Facts, search: URLSearchParams): Promise<DoubtList> {
  const all = await doubtsOnRecord(facts);
  const options = optionsOf(all);
  // A vendor, an indicator or a source without any doubt is no mistake: its list is empty.
  const { state, problems } = parseState(doubtParameters, search, {
    elsewhere: [...cursorNames, 'lang', 'bom'],
  });
  const { matching, counts } = faceted(all, valuesOf, state);
  const { page, after, problems: lost } = pageAfter(matching, readCursor(search), pageSize);
  return {
    edition: facts.edition,
    state,
    problems: [...problems, ...lost],
    matching,
    counts,
    page,
    after,
    options,
  };
}
