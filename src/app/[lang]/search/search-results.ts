import { charts } from '@/charts/registry';
import { type SearchHit, searchRecords } from '@/database/queries/search-records';
import type { Facts } from '@/database/reading';
import type { Bilingual } from '@/domain/bilingual';
import type { searchKindNames } from '@/i18n/search';
import { recordPath } from '../../record-path';

export type ResultKind = keyof typeof searchKindNames;

/** One thing that was found. `path` is where it stands, without the language. */
export interface Result {
  path: string;
  name: Bilingual;
  of: Bilingual | null;
  matched: string | null;
}

/** What was found of one kind, the best first; `more` are not listed. */
export interface ResultGroup {
  kind: ResultKind;
  results: Result[];
  more: number;
}

/** Everything that a text may mean, the kind with the best match first. */
export async function searchResults(facts: Facts, text: string): Promise<ResultGroup[]> {
  if (text === '') return [];
  const hits = await searchRecords(facts, text);
  const groups = new Map<ResultKind, ResultGroup & { best: number }>();
  for (const hit of hits) {
    const group = groups.get(hit.kind) ?? { kind: hit.kind, results: [], more: hit.ofKind, best: hit.score };
    group.results.push(resultOf(hit));
    group.more -= 1;
    groups.set(hit.kind, group);
  }
  const found = chartsFor(text);
  if (found.length > 0) groups.set('chart', { kind: 'chart', results: found, more: 0, best: 0.7 });
  return [...groups.values()]
    .sort((a, b) => b.best - a.best)
    .map(({ kind, results, more }) => ({ kind, results, more }));
}

function resultOf({ kind, slug, name, of, matched }: SearchHit): Result {
  // Products and platforms stand on the page of their vendor.
  const path = recordPath(kind, slug) ?? (of === null ? `/search?q=${slug}` : `/vendors/${of.slug}`);
  return { path, name, of: kind === 'funding-event' ? null : (of?.name ?? null), matched };
}

function chartsFor(text: string): Result[] {
  const asked = text.toLowerCase();
  return charts
    .filter(({ slug, name }) => [slug, name.zh, name.en].some((each) => each.toLowerCase().includes(asked)))
    .map(({ slug, name }) => ({ path: `/charts/${slug}`, name, of: null, matched: null }));
}
