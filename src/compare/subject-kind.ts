import type { Facts } from '@/database/reading';
import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { AnyDimension, DimensionInfo, Finding, Missing, View } from './dimension';
import type { GroupKey } from './groups';
import { keyOf, type Value } from './value';

/** What is compared: a column of the table. */
export interface Subject {
  slug: string;
  name: Bilingual;
}

/** One subject's answer to one dimension: a value, or why there is none. */
export type Cell =
  | { value: Value; missing: null; evidence: Evidence[] }
  | { value: null; missing: Missing; evidence: [] };

export interface ComparisonRow {
  dimension: DimensionInfo;
  cells: Cell[];
  /** Are the subjects' answers not all the same? */
  differs: boolean;
}

/** The kinds of subjects, as they stand in addresses: `vendors=baidu~huawei`. */
export const subjectKeys = ['vendors', 'models', 'industries'] as const;
export type SubjectKey = (typeof subjectKeys)[number];

interface Definition<Compared extends Subject> {
  key: SubjectKey;
  /** The address of the comparison, without language and query. */
  path: string;
  /** The kind of record that a subject is. */
  record: 'organization' | 'model' | 'industry';
  /** The page of a subject, without the language. */
  page(slug: string): string;
  groups: readonly GroupKey[];
  dimensions: readonly AnyDimension<Compared>[];
  /** Shown when the address names none. */
  preset: readonly string[];
  /** Comparisons that people ask for. */
  ready: readonly { label: Bilingual; slugs: readonly string[] }[];
  load(facts: Facts, slugs: readonly string[]): Promise<Compared[]>;
}

/** A kind of subject that can be compared; what exactly a subject is stays inside. */
export interface SubjectKind extends Omit<Definition<Subject>, 'dimensions' | 'load'> {
  /** Keys of the dimensions, for `sort=`. */
  dimensions: readonly { key: string; label: Bilingual }[];
  compare(
    facts: Facts,
    slugs: readonly string[],
    view: View,
  ): Promise<{ subjects: Subject[]; rows: ComparisonRow[] }>;
}

/** Makes a kind of subject from its definition. */
export function subjectKind<Compared extends Subject>(definition: Definition<Compared>): SubjectKind {
  const { dimensions, load, ...rest } = definition;
  return {
    ...rest,
    dimensions: dimensions.map(({ key, label }) => ({ key, label })),
    async compare(facts, slugs, view) {
      const loaded = await load(facts, slugs);
      const bySlug = new Map(loaded.map((subject) => [subject.slug, subject]));
      const subjects = slugs.flatMap((slug) => bySlug.get(slug) ?? []);
      return {
        subjects: subjects.map(({ slug, name }) => ({ slug, name })),
        rows: rowsOf(dimensions, subjects, view),
      };
    },
  };
}

/** Every dimension of these subjects. */
export function rowsOf<Compared>(
  dimensions: readonly AnyDimension<Compared>[],
  subjects: readonly Compared[],
  view: View,
): ComparisonRow[] {
  return dimensions.map((dimension) => {
    const cells = subjects.map((subject) => cellOf(dimension, subject, view));
    const keys = new Set(cells.map((cell) => (cell.value === null ? cell.missing : keyOf(cell.value))));
    const { find: _, unit, ...info } = dimension;
    return { dimension: { ...info, unit: unit(view) }, cells, differs: keys.size > 1 };
  });
}

function cellOf<Compared>(dimension: AnyDimension<Compared>, subject: Compared, view: View): Cell {
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
    case 'date':
      return cell(dimension.find(subject, view), (of) => ({ kind: 'date', of }));
    case 'money':
      return cell(dimension.find(subject, view), (of) => ({ kind: 'money', of }));
  }
}

function cell<T>(finding: Finding<T>, made: (of: T) => Value): Cell {
  if ('missing' in finding) return { value: null, missing: finding.missing, evidence: [] };
  return { value: made(finding.value), missing: null, evidence: finding.evidence };
}
