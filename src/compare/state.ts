import type { Bilingual } from '@/domain/bilingual';
import { compareLimits, groupNames } from '@/i18n/compare';
import { knownNames, readKnown, writeKnown } from '@/linking/known';
import { choice, flag, type SlugList, type StateOf, slugList } from '@/linking/parameters';
import { type Problem, parseState, writeState } from '@/linking/state';
import { groups } from './groups';

/** The vendors that the article compares; shown when the address names none. */
export const defaultVendors: readonly string[] = ['baidu', 'alibaba', 'tencent', 'huawei', 'sensetime'];

/** Fewer make no comparison; more are not readable side by side. */
export const fewestVendors = 2;
export const mostVendors = 12;

const hide: SlugList = slugList(
  { zh: '隐藏的组', en: 'Hidden groups' },
  groups.map((key) => ({ value: key, label: groupNames[key] })),
);

/** What the address of the comparison may hold, beside `vendors`. */
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
  hide,
} as const;

/** How a machine format is wanted; pages do not read these. */
export const formatParameters = {
  lang: choice(
    { zh: '语言', en: 'Language' },
    [
      { value: 'zh', label: { zh: '中文', en: 'Chinese' } },
      { value: 'en', label: { zh: '英文', en: 'English' } },
    ],
    'zh',
  ),
  bom: flag({ zh: '字节序标记', en: 'Byte order mark' }, false),
} as const;

/** The comparison that an address asks for. The order of `vendors` is the order of the columns. */
export type CompareState = StateOf<typeof compareParameters> & {
  readonly vendors: readonly string[];
  /** The state of knowledge that the link asks for, as it stands in the query: 'edition=3'; empty for today's. */
  readonly asKnown: string;
};

/** A vendor that may be named in the address, with the slugs that it had before. */
export interface KnownVendor {
  slug: string;
  formerSlugs: readonly string[];
}

export interface CompareReading {
  state: CompareState;
  problems: Problem[];
  /** Slugs that name nobody; they are not in `problems`, because only the facts know what is close to them. */
  unknown: string[];
  /** How many vendors the address names, when that is more than can be shown. */
  tooMany: number | null;
  /** A vendor was named by a slug that it no longer has. */
  moved: boolean;
}

/** Reads the state from a query; total, like `parseState`. Repeated vendors count once. */
export function parseComparison(search: URLSearchParams, known: readonly KnownVendor[]): CompareReading {
  const elsewhere = ['vendors', ...knownNames, ...Object.keys(formatParameters)];
  const { state, problems } = parseState(compareParameters, search, { elsewhere });
  const asked = search
    .getAll('vendors')
    .join('~')
    .slice(0, 4096)
    .split(/[~～,，]/)
    .map((slug) => slug.trim().toLowerCase())
    .filter((slug) => slug !== '');
  const today = new Map(
    known.flatMap(({ slug, formerSlugs }) => formerSlugs.map((former) => [former, slug])),
  );
  for (const { slug } of known) today.set(slug, slug);
  const found = asked.flatMap((slug) => today.get(slug) ?? []);
  const vendors = [...new Set(found)];
  return {
    state: {
      ...state,
      asKnown: writeKnown(readKnown(search).known),
      vendors: vendors.length === 0 ? defaultVendors : vendors.slice(0, mostVendors),
    },
    problems,
    unknown: [...new Set(asked.filter((slug) => !today.has(slug)))],
    tooMany: vendors.length > mostVendors ? vendors.length : null,
    moved: asked.some((slug) => today.has(slug) && today.get(slug) !== slug),
  };
}

/** The canonical query of a state, without '?'. */
export function writeComparison(state: CompareState): string {
  const rest = [writeState(compareParameters, state), state.asKnown].filter((part) => part !== '').join('&');
  const vendors = state.vendors.join('~');
  if (vendors === defaultVendors.join('~')) return rest;
  return [`vendors=${vendors}`, rest].filter((part) => part !== '').join('&');
}

/** Too many vendors as a problem of the address, for machine formats. */
export function tooManyProblem(count: number): Problem {
  return { parameter: 'vendors', value: String(count), allowed: compareLimits.most(mostVendors) };
}

/** A vendor that nobody is, with what may have been meant. */
export function unknownVendorProblem(slug: string, close: readonly string[]): Problem {
  const allowed: Bilingual = close.length === 0 ? compareLimits.slug : compareLimits.close(close);
  return { parameter: 'vendors', value: slug, allowed };
}
