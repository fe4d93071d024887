import type { Bilingual } from '@/domain/bilingual';
import { compareLimits, groupNames } from '@/i18n/compare';
import { byteOrderMark, fileLanguage } from '@/linking/file-parameters';
import { knownNames, readKnown, writeKnown } from '@/linking/known';
import { choice, flag, order, type StateOf, slugList } from '@/linking/parameters';
import { type Problem, parseState, writeState } from '@/linking/state';
import type { SubjectKey, SubjectKind } from './subject-kind';

/** Fewer make no comparison; more are not readable side by side. */
export const fewestSubjects = 2;
export const mostSubjects = 12;

/** What the address of a comparison may hold, beside its subjects. */
export const compareParameters = {
  only: choice(
    { zh: '显示', en: 'Show' },
    [
      { value: 'all', label: { zh: '全部', en: 'everything' } },
      { value: 'differences', label: { zh: '只看不同', en: 'only what differs' } },
    ],
    'all',
  ),
  currency: choice(
    { zh: '币种', en: 'Currency' },
    [
      { value: 'cny', label: { zh: '人民币', en: 'CNY' } },
      { value: 'usd', label: { zh: '美元', en: 'USD' } },
    ],
    'cny',
  ),
  hide: slugList(
    { zh: '隐藏的组', en: 'Hidden groups' },
    Object.entries(groupNames).map(([value, label]) => ({ value, label })),
  ),
  /** The dimension that orders the subjects, '-desc' the most first; none: as the address names them. */
  sort: order({ zh: '排序', en: 'Order' }),
} as const;

/** How a machine format is wanted; pages do not read these. */
export const formatParameters = {
  lang: fileLanguage,
  bom: byteOrderMark,
  dark: flag({ zh: '深色', en: 'Dark' }, false),
  /** A picture of 1200 × 630 for link previews, with as many rows as fit. */
  preview: flag({ zh: '预览', en: 'Preview' }, false),
} as const;

/** The comparison that an address asks for. The order of `subjects` is the order of the columns, unless `sort` says otherwise. */
export type CompareState = StateOf<typeof compareParameters> & {
  readonly kind: SubjectKey;
  readonly subjects: readonly string[];
  /** The state of knowledge that the link asks for, as it stands in the query: 'edition=3'; empty for today's. */
  readonly asKnown: string;
};

/** A record that the address names, where that leads today. */
export interface NamedSubject {
  asked: string;
  slug: string;
}

export interface CompareReading {
  state: CompareState;
  problems: Problem[];
  /** Slugs that name nobody; they are not in `problems`, because only the facts know what is close to them. */
  unknown: string[];
  /** How many subjects the address names, when that is more than can be shown. */
  tooMany: number | null;
  /** A subject was named by a slug that it no longer has. */
  moved: boolean;
}

/** Slugs that the address names, at most as many as could be meant. */
export function askedSlugs(kind: SubjectKind, search: URLSearchParams): string[] {
  const asked = search
    .getAll(kind.key)
    .join('~')
    .slice(0, 4096)
    .split(/[~～,，]/)
    .map((slug) => slug.trim().toLowerCase())
    .filter((slug) => slug !== '');
  return [...new Set(asked)];
}

/**
 * Reads the state from a query; total, like `parseState`. `found` says where each of the asked slugs leads. Repeated
 * subjects count once.
 */
export function parseComparison(
  kind: SubjectKind,
  search: URLSearchParams,
  found: readonly NamedSubject[],
): CompareReading {
  const elsewhere = [kind.key, 'add', ...knownNames, ...Object.keys(formatParameters)];
  const { state, problems } = parseState(compareParameters, search, { elsewhere });
  const today = new Map(found.map(({ asked, slug }) => [asked, slug]));
  const asked = askedSlugs(kind, search);
  const subjects = [...new Set(asked.flatMap((slug) => today.get(slug) ?? []))];
  const by = state.sort?.replace(/-(?:asc|desc)$/, '');
  const sorted = by === undefined || kind.dimensions.some(({ key }) => key === by);
  if (!sorted) {
    const keys = kind.dimensions.map(({ key }) => `${key}-desc`);
    problems.push({ parameter: 'sort', value: state.sort ?? '', allowed: compareLimits.sort(keys) });
  }
  return {
    state: {
      ...state,
      sort: sorted ? state.sort : null,
      kind: kind.key,
      asKnown: writeKnown(readKnown(search).known),
      subjects: subjects.length === 0 ? kind.preset : subjects.slice(0, mostSubjects),
    },
    problems,
    unknown: asked.filter((slug) => !today.has(slug)),
    tooMany: subjects.length > mostSubjects ? subjects.length : null,
    moved: asked.some((slug) => today.has(slug) && today.get(slug) !== slug),
  };
}

/** The canonical query of a state, without '?'. `full` keeps defaults, for links that must outlive a change of them. */
export function writeComparison(kind: SubjectKind, state: CompareState, full = false): string {
  const { kind: _, subjects, asKnown, ...rest } = state;
  const parts = [writeState(compareParameters, rest, full), asKnown];
  const named = subjects.join('~');
  if (full || named !== kind.preset.join('~')) parts.unshift(`${kind.key}=${named}`);
  return parts.filter((part) => part !== '').join('&');
}

/** Too many subjects as a problem of the address, for machine formats. */
export function tooManyProblem(kind: SubjectKind, count: number): Problem {
  return { parameter: kind.key, value: String(count), allowed: compareLimits.most(mostSubjects) };
}

/** A subject that nothing is, with what may have been meant. */
export function unknownSubjectProblem(kind: SubjectKind, slug: string, close: readonly string[]): Problem {
  const allowed: Bilingual = close.length === 0 ? compareLimits.slug : compareLimits.close(close);
  return { parameter: kind.key, value: slug, allowed };
}
