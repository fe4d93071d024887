import { closeMatches } from '@/database/queries/close-matches';
import { namedRecords } from '@/database/queries/named-records';
import { searchRecords } from '@/database/queries/search-records';
import type { Facts } from '@/database/reading';
import type { Problem } from '@/linking/state';
import type { GroupKey } from './groups';
import {
  askedSlugs,
  type CompareState,
  parseComparison,
  tooManyProblem,
  unknownSubjectProblem,
  writeComparison,
} from './state';
import type { ComparisonRow, Subject, SubjectKey, SubjectKind } from './subject-kind';
import { subjectKinds } from './subject-kinds';
import { amountOf } from './value';

/** A comparison in one state at one edition: what every rendering is made from. Plain data. */
export interface Comparison {
  edition: number;
  published: Date | null;
  state: CompareState;
  /** The columns, in the order that the state asks for. */
  subjects: Subject[];
  /** All groups in order; a hidden one, or one whose rows are all the same, may have no rows. */
  groups: { key: GroupKey; rows: ComparisonRow[] }[];
  /** All rows, also those that are not shown: findings are about the subjects, not about the view. */
  rows: ComparisonRow[];
  problems: Problem[];
  tooMany: number | null;
  /** The address used a slug that a subject no longer has, or names one more in words (`add=`). */
  moved: boolean;
}

/** Names of slugs that are looked up to say what may have been meant. */
const mostUnknown = 12;

/** Compares what the query asks for. Never throws for what the query holds: see `problems`. */
export async function compare(facts: Facts, key: SubjectKey, search: URLSearchParams): Promise<Comparison> {
  const kind = subjectKinds[key];
  const found = await namedRecords(facts, kind.record, askedSlugs(kind, search));
  const reading = parseComparison(kind, search, found);
  const { problems, tooMany } = reading;
  for (const slug of reading.unknown.slice(0, mostUnknown)) {
    const close = await closeMatches(facts, slug, kind.record, 4);
    problems.push(
      unknownSubjectProblem(
        kind,
        slug,
        close.map((each) => each.slug),
      ),
    );
  }
  if (tooMany !== null) problems.push(tooManyProblem(kind, tooMany));
  const added = await addedSubject(facts, kind, search, problems);
  const state = withSubject(reading.state, found.length === 0 ? kind.preset : reading.state.subjects, added);
  const view = { currency: state.currency === 'usd' ? 'USD' : 'CNY' } as const;
  const { subjects, rows } = inOrder(state, await kind.compare(facts, state.subjects, view));
  return {
    edition: facts.edition,
    published: facts.published,
    state,
    subjects,
    groups: kind.groups.map((group) => ({ key: group, rows: shown(rows, group, state, subjects.length) })),
    rows,
    problems,
    tooMany,
    moved: reading.moved || search.has('add'),
  };
}

/** Whom `add=` means, in words that somebody typed. */
async function addedSubject(
  facts: Facts,
  kind: SubjectKind,
  search: URLSearchParams,
  problems: Problem[],
): Promise<string | null> {
  const text = (search.get('add') ?? '').trim();
  if (text === '') return null;
  const [hit] = await searchRecords(facts, { text: text.slice(0, 100), kind: kind.record, limit: 1 });
  if (!hit) problems.push(unknownSubjectProblem(kind, text, []));
  return hit?.slug ?? null;
}

function withSubject(state: CompareState, subjects: readonly string[], added: string | null): CompareState {
  if (added === null || subjects.includes(added)) return { ...state, subjects };
  return { ...state, subjects: [...subjects, added].slice(-12) };
}

/** Columns by the dimension that the state sorts by; who has no answer comes last. */
function inOrder(
  { sort }: CompareState,
  compared: { subjects: Subject[]; rows: ComparisonRow[] },
): { subjects: Subject[]; rows: ComparisonRow[] } {
  const [, key, direction] = /^(.*)-(asc|desc)$/.exec(sort ?? '') ?? [];
  const row = compared.rows.find(({ dimension }) => dimension.key === key);
  if (!row) return compared;
  const amounts = row.cells.map((cell) => (cell.value === null ? null : amountOf(cell.value)));
  const places = compared.subjects
    .map((_, at) => at)
    .sort((a, b) => {
      const [left, right] = [amounts[a] ?? null, amounts[b] ?? null];
      if (left === null || right === null) return Number(left === null) - Number(right === null) || a - b;
      return (direction === 'asc' ? left - right : right - left) || a - b;
    });
  const pick = <T>(list: readonly T[]) => places.map((at) => list[at] as T);
  return {
    subjects: pick(compared.subjects),
    rows: compared.rows.map((each) => ({ ...each, cells: pick(each.cells) })),
  };
}

function shown(rows: readonly ComparisonRow[], group: GroupKey, state: CompareState, subjects: number) {
  if (state.hide.includes(group)) return [];
  const onlyDifferences = state.only === 'differences' && subjects > 1;
  return rows.filter(({ dimension, differs }) => dimension.group === group && (differs || !onlyDifferences));
}

/** Which cells of a row are the best and the worst; none where no direction makes sense, or most are level. */
export function extremesOf({ dimension, cells }: ComparisonRow): { best: number[]; worst: number[] } {
  const none = { best: [], worst: [] };
  if (dimension.better === null) return none;
  const amounts = cells.map((cell) => (cell.value === null ? null : amountOf(cell.value)));
  const known = amounts.filter((amount) => amount !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (known.length < 2 || low === high) return none;
  const at = (wanted: number) => {
    const places = amounts.flatMap((amount, place) => (amount === wanted ? [place] : []));
    return places.length * 2 > known.length ? [] : places;
  };
  return dimension.better === 'more'
    ? { best: at(high), worst: at(low) }
    : { best: at(low), worst: at(high) };
}

export type CompareExtension = '' | '.csv' | '.json' | '.md' | '.xlsx' | '.png' | '.svg';

/** The address of a comparison in a state, without the language. */
export function comparePath(state: CompareState, extension: CompareExtension = ''): string {
  const kind = subjectKinds[state.kind];
  const query = writeComparison(kind, state);
  return `${kind.path}${extension}${query === '' ? '' : `?${query}`}`;
}
