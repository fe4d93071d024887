import { closeMatches } from '@/database/queries/close-matches';
import { type NamedOrganization, organizationsByName } from '@/database/queries/organizations-by-name';
import { type ComparedVendor, vendorsToCompare } from '@/database/queries/vendors-to-compare';
import type { Facts } from '@/database/reading';
import type { Evidence } from '@/domain/evidence';
import type { Problem } from '@/linking/state';
import type { AnyDimension, Finding, Missing, View } from './dimension';
import { type GroupKey, groups } from './groups';
import { dimensions } from './registry';
import { type CompareState, parseComparison, tooManyProblem, unknownVendorProblem } from './state';
import { keyOf, type Value } from './value';

/** One vendor's answer to one dimension: a value, or why there is none. */
export type Cell =
  | { value: Value; missing: null; evidence: Evidence[] }
  | { value: null; missing: Missing; evidence: [] };

export interface ComparisonRow {
  dimension: AnyDimension;
  cells: Cell[];
  /** Are the vendors' answers not all the same? */
  differs: boolean;
}

/** A comparison in one state at one edition: what every rendering is made from. */
export interface Comparison {
  edition: number;
  published: Date | null;
  state: CompareState;
  subjects: ComparedVendor[];
  /** All groups of the article in order; a hidden one, or one whose rows are all the same, may have no rows. */
  groups: { key: GroupKey; rows: ComparisonRow[] }[];
  /** All rows, also those that are not shown: findings are about the vendors, not about the view. */
  rows: ComparisonRow[];
  problems: Problem[];
  tooMany: number | null;
  /** The address used a slug that a vendor no longer has. */
  moved: boolean;
  /** Everybody that can be compared. */
  known: NamedOrganization[];
}

/** Compares what the query asks for. Never throws for what the query holds: see `problems`. */
export async function compareVendors(facts: Facts, search: URLSearchParams): Promise<Comparison> {
  const known = await organizationsByName(facts);
  const { state, problems, unknown, tooMany, moved } = parseComparison(search, known);
  for (const slug of unknown.slice(0, 12)) {
    const close = await closeMatches(facts, slug, 'organization', 4);
    problems.push(
      unknownVendorProblem(
        slug,
        close.map((each) => each.slug),
      ),
    );
  }
  if (tooMany !== null) problems.push(tooManyProblem(tooMany));
  const subjects = await vendorsToCompare(facts, state.vendors);
  const rows = rowsOf(subjects, { currency: state.currency === 'usd' ? 'USD' : 'CNY' });
  return {
    edition: facts.edition,
    published: facts.published,
    state,
    subjects,
    groups: groups.map((key) => ({ key, rows: shown(rows, key, state, subjects.length) })),
    rows,
    problems,
    tooMany,
    moved,
    known,
  };
}

/** Every dimension of these vendors. */
export function rowsOf(subjects: readonly ComparedVendor[], view: View): ComparisonRow[] {
  return dimensions.map((dimension) => {
    const cells = subjects.map((subject) => cellOf(dimension, subject, view));
    const keys = new Set(cells.map((cell) => (cell.value === null ? cell.missing : keyOf(cell.value))));
    return { dimension, cells, differs: keys.size > 1 };
  });
}

function shown(rows: readonly ComparisonRow[], group: GroupKey, state: CompareState, subjects: number) {
  if (state.hide.includes(group)) return [];
  const onlyDifferences = state.only === 'differences' && subjects > 1;
  return rows.filter(({ dimension, differs }) => dimension.group === group && (differs || !onlyDifferences));
}

function cellOf(dimension: AnyDimension, subject: ComparedVendor, view: View): Cell {
  // The kind decides which of the finds is meant; written out, so that each value keeps its type.
  switch (dimension.kind) {
    case 'names':
      return cell(dimension.find(subject, view), (of) => ({ kind: 'names', of }));
    case 'words':
      return cell(dimension.find(subject, view), (of) => ({ kind: 'words', of }));
    case 'count':
      return cell(dimension.find(subject, view), (of) => ({ kind: 'count', of }));
    case 'range':
      return cell(dimension.find(subject, view), (of) => ({ kind: 'range', of }));
    case 'money':
      return cell(dimension.find(subject, view), (of) => ({ kind: 'money', of }));
  }
}

function cell<T>(finding: Finding<T>, made: (of: T) => Value): Cell {
  if ('missing' in finding) return { value: null, missing: finding.missing, evidence: [] };
  return { value: made(finding.value), missing: null, evidence: finding.evidence };
}

/** The address of a comparison, without the language. */
export function comparePath(query: string, extension: '' | '.csv' | '.json' | '.md' = ''): string {
  return `/compare${extension}${query === '' ? '' : `?${query}`}`;
}
