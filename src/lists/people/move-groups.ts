import type { MoveEnd, MoveOnRecord } from '@/database/queries/people-moves';
import type { Lang } from '@/domain/bilingual';
import { dateSpan } from '@/domain/partial-date';
import { joinList } from '@/i18n/list';
import { peopleFinding } from '@/i18n/people';

/** The people who come from one organization; null where it is not known. */
export interface MoveGroup {
  from: MoveEnd | null;
  moves: MoveOnRecord[];
}

/** Organizations named in the finding; more are only counted. */
const named = 6;

/** One group an organization, the largest first; the unknown one last. Moves keep their order. */
export function groupsOf(moves: readonly MoveOnRecord[]): MoveGroup[] {
  const groups = new Map<string | null, MoveGroup>();
  for (const move of moves) {
    const key = move.from?.slug ?? null;
    const group = groups.get(key) ?? { from: move.from, moves: [] };
    group.moves.push(move);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => Number(a.from === null) - Number(b.from === null) || b.moves.length - a.moves.length,
  );
}

/** The moves that lead to one organization: founded, joined, or another post in it. */
export interface Arrivals {
  to: MoveEnd;
  moves: MoveOnRecord[];
}

/** One group an organization that somebody went to, the largest first. */
export function arrivalsOf(moves: readonly MoveOnRecord[]): Arrivals[] {
  const groups = new Map<string, Arrivals>();
  for (const move of moves) {
    const to = move.joined ?? (move.kind === 'promoted' ? move.from : null);
    if (to === null) continue;
    const group = groups.get(to.slug) ?? { to, moves: [] };
    group.moves.push(move);
    groups.set(to.slug, group);
  }
  return [...groups.values()].sort((a, b) => b.moves.length - a.moves.length);
}

/** Each person with all that is on record of them, those with most moves first; oldest move first. */
export function byPerson(moves: readonly MoveOnRecord[]): MoveOnRecord[][] {
  const persons = new Map<string, MoveOnRecord[]>();
  for (const move of moves) persons.set(move.person.zh, [move, ...(persons.get(move.person.zh) ?? [])]);
  return [...persons.values()].sort((a, b) => b.length - a.length);
}

/** What the moves show, in a few sentences. */
export function findingOf(groups: readonly MoveGroup[], lang: Lang): string {
  const words = peopleFinding[lang];
  const moves = groups.flatMap((group) => group.moves);
  const people = (some: readonly MoveOnRecord[]) => new Set(some.map(({ person }) => person.zh)).size;
  const known = groups.flatMap(({ from, moves: own }) =>
    from === null ? [] : [{ name: from.name[lang], own }],
  );
  const [first, second] = known;
  if (!first) return '';
  const names = known.slice(0, named).map(({ name }) => name);
  const spans = moves.flatMap(({ date }) => (date === null ? [] : [dateSpan(date)]));
  const earliest = spans.map(({ from }) => from.slice(0, 4)).sort()[0];
  const latest = spans
    .map(({ to }) => to.slice(0, 4))
    .sort()
    .at(-1);
  const joined = moves.filter((move) => move.joined !== null);
  return [
    known.length === 1
      ? words.fromOne(people(moves), first.name)
      : words.from(people(moves), known.length, joinList(lang, names)),
    second && people(first.own) > people(second.own) ? words.most(first.name, people(first.own)) : '',
    earliest && latest ? words.span(earliest, latest) : '',
    joined.length === 0
      ? words.noneJoined
      : words.joined(
          people(joined),
          joinList(lang, [...new Set(joined.flatMap((move) => move.joined?.name[lang] ?? []))]),
        ),
  ].join('');
}
