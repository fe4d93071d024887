import { charts } from '@/charts/registry';
import { folded, nameForms } from '@/database/name-forms';
import { type SearchedKind, type SearchHit, searchRecords } from '@/database/queries/search-records';
import type { Facts } from '@/database/reading';
import type { Bilingual } from '@/domain/bilingual';
import { parseRound, type Round } from '@/domain/round';
import type { searchKindNames } from '@/i18n/search';
import { recordPath } from '@/linking/record-path';
import { roundsIn } from '@/newswire/rounds-in-text';

export type ResultKind = keyof typeof searchKindNames;

/** One thing that was found. `path` is where it stands, without the language. */
export interface Result {
  slug: string;
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

/** '百川 A轮' names somebody and a round; null where the text names no round. */
function roundNamed(text: string): { subject: string; round: Round } | null {
  const words = /^(?:(.*)\s)?((?:pre-?)?[a-h]\+{0,3})$/i.exec(text);
  const [found] = [...roundsIn(text, 0, true), ...roundsIn(text, 0, false)];
  const label = found?.value ?? words?.[2];
  const reading = label === undefined ? null : parseRound(label);
  if (!reading?.ok || reading.round.family === 'unknown') return null;
  const subject = found ? `${text.slice(0, found.start)} ${text.slice(found.end)}` : (words?.[1] ?? '');
  return { subject: subject.replace(/融资|funding|round/gi, ' ').trim(), round: reading.round };
}

/** Records that a text may mean; where it names a round, the events of that round before all. */
async function hitsFor(facts: Facts, text: string, limit: number): Promise<SearchHit[]> {
  const named = roundNamed(text);
  if (!named) return searchRecords(facts, { text, limit });
  const { subject, round } = named;
  const events = await searchRecords(facts, { text: subject, round, kind: 'funding-event', limit });
  // 'Angel' names a round, and perhaps somebody; where there are events, the rest of the text says of whom.
  const others = await searchRecords(facts, {
    text: events.length > 0 && subject !== '' ? subject : text,
    limit,
  });
  return [...events, ...others.filter(({ kind }) => kind !== 'funding-event' || events.length === 0)];
}

/** Everything that a text may mean, the kind with the best match first; at most `limit` of each kind. */
export async function searchResults(
  facts: Facts,
  text: string,
  { limit = 12, kind = null }: { limit?: number; kind?: SearchedKind | null } = {},
): Promise<ResultGroup[]> {
  if (text === '') return [];
  const hits =
    kind === null ? await hitsFor(facts, text, limit) : await searchRecords(facts, { text, kind, limit });
  const groups = new Map<ResultKind, ResultGroup & { best: number }>();
  for (const hit of hits) {
    const group = groups.get(hit.kind) ?? { kind: hit.kind, results: [], more: hit.ofKind, best: hit.score };
    group.results.push(resultOf(hit));
    group.more -= 1;
    groups.set(hit.kind, group);
  }
  const found = kind === null ? chartsFor(text) : [];
  if (found.length > 0) groups.set('chart', { kind: 'chart', results: found, more: 0, best: 0.7 });
  return [...groups.values()]
    .sort((a, b) => b.best - a.best)
    .map(({ kind, results, more }) => ({ kind, results, more }));
}

function resultOf({ kind, slug, name, of, matched }: SearchHit): Result {
  // Products and platforms stand on the page of their vendor.
  const path = recordPath(kind, slug) ?? (of === null ? `/search?q=${slug}` : `/vendors/${of.slug}`);
  return { slug, path, name, of: kind === 'funding-event' ? null : (of?.name ?? null), matched };
}

function chartsFor(text: string): Result[] {
  const asked = folded(text);
  if (asked === '') return [];
  return charts
    .filter(({ slug, name }) =>
      nameForms([name.zh, name.en], [], slug).some((each) => each.folded.includes(asked)),
    )
    .map(({ slug, name }) => ({ slug, path: `/charts/${slug}`, name, of: null, matched: null }));
}
