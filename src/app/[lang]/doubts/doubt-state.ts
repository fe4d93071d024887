import { doubtNames, doubtWords } from '@/i18n/doubts';
import { recordKindNames } from '@/i18n/sources';
import { type StateOf, slugList } from '@/linking/parameters';
import { writeState } from '@/linking/state';
import { recordKinds } from '@/records/record';

/** Doubts on one page of the list. */
export const pageSize = 60;

export type DoubtKind = keyof typeof doubtNames;
/** From the gravest down. */
export const doubtKinds = Object.keys(doubtNames) as DoubtKind[];

const both = (key: 'doubt' | 'kind' | 'vendor' | 'indicator' | 'source') => ({
  zh: doubtWords.zh[key],
  en: doubtWords.en[key],
});

/** The filters of the list, each a list of slugs. */
export const doubtFilters = ['doubt', 'kind', 'vendor', 'indicator', 'source'] as const;
export type DoubtFilter = (typeof doubtFilters)[number];

export const doubtParameters = {
  doubt: slugList(
    both('doubt'),
    doubtKinds.map((value) => ({ value, label: doubtNames[value] })),
  ),
  kind: slugList(
    both('kind'),
    recordKinds.map((value) => ({ value, label: recordKindNames[value] ?? { zh: value, en: value } })),
  ),
  vendor: slugList(both('vendor')),
  indicator: slugList(both('indicator')),
  source: slugList(both('source')),
} as const;
export type DoubtState = StateOf<typeof doubtParameters>;

export const everyDoubt: DoubtState = { doubt: [], kind: [], vendor: [], indicator: [], source: [] };

/** The address of the list in a state, without the language; `after` names the row that the page comes after. */
export function doubtsPath(
  state: Partial<DoubtState> = {},
  after: string | null = null,
  extension = '',
): string {
  const query = [after ? `after=${after}` : '', writeState(doubtParameters, { ...everyDoubt, ...state })]
    .filter((part) => part !== '')
    .join('&');
  return `/doubts${extension}${query === '' ? '' : `?${query}`}`;
}
