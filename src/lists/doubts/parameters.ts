import { doubtNames, doubtWords } from '@/i18n/doubts';
import { recordKindNames } from '@/i18n/sources';
import { type StateOf, slugList } from '@/linking/parameters';
import { recordKinds } from '@/records/record';
import { listPath } from '../engine/define-list';

export type DoubtKind = keyof typeof doubtNames;
/** From the gravest down. */
export const doubtKinds = Object.keys(doubtNames) as DoubtKind[];

const both = (key: 'doubt' | 'kind' | 'vendor' | 'indicator' | 'source') => ({
  zh: doubtWords.zh[key],
  en: doubtWords.en[key],
});

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

const everyDoubt: DoubtState = { doubt: [], kind: [], vendor: [], indicator: [], source: [] };

/** The address of the doubts that have these filters, without the language. */
export function doubtsPath(state: Partial<DoubtState> = {}): string {
  return listPath('doubts', doubtParameters, { ...everyDoubt, ...state });
}
