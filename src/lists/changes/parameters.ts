import { type ChangeCursor, changeActions } from '@/database/queries/changes-of-records';
import { actionNames, changeWords } from '@/i18n/changes';
import { allowedText } from '@/i18n/charts';
import { recordKindNames } from '@/i18n/overview';
import { type StateOf, slugList, wholeNumber } from '@/linking/parameters';
import { type Problem, parseState, type Reading, writeState } from '@/linking/state';
import { recordKinds } from '@/records/record';

const both = (key: 'action' | 'kind' | 'vendor' | 'industry') => ({
  zh: changeWords.zh[key],
  en: changeWords.en[key],
});

/** What the address of the list of changes can say, beside the cursor. */
export const changeParameters = {
  action: slugList(
    both('action'),
    changeActions.map((value) => ({ value, label: actionNames[value] })),
  ),
  kind: slugList(
    both('kind'),
    recordKinds.map((value) => ({
      value,
      label: { zh: recordKindNames[value].zh, en: recordKindNames[value].many },
    })),
  ),
  vendor: slugList(both('vendor')),
  industry: slugList(both('industry')),
  /** 0: any. */
  edition: wholeNumber({ zh: '版次', en: 'Edition' }, 0, 100_000_000, 0),
} as const;

/** The list of changes that an address asks for. */
export type ChangeState = StateOf<typeof changeParameters> & { readonly after: ChangeCursor | null };

/** Reads the state from a query; total, like `parseState`. */
export function parseChanges(
  search: URLSearchParams,
  known: Reading['known'],
  elsewhere: readonly string[] = [],
  strict = false,
): { state: ChangeState; problems: Problem[] } {
  const { state, problems } = parseState(changeParameters, search, {
    known,
    elsewhere: ['after', ...elsewhere],
    strict,
  });
  const text = search.get('after') ?? '';
  const [, edition, record] = /^(\d{1,8})-(\d{1,9})$/.exec(text) ?? [];
  if (text !== '' && edition === undefined)
    problems.push({ parameter: 'after', value: text, allowed: allowedText.values(['3-1200']) });
  const after = edition === undefined ? null : { edition: Number(edition), record: Number(record) };
  return { state: { ...state, after }, problems };
}

/** The canonical query of a state, without '?'. */
export function writeChanges(state: ChangeState): string {
  const { after: cursor, ...rest } = state;
  const after = cursor === null ? '' : `after=${cursor.edition}-${cursor.record}`;
  return [after, writeState(changeParameters, rest)].filter((part) => part !== '').join('&');
}

/** The address of the list in a state, without the language. */
export function changesPath(state: ChangeState): string {
  const query = writeChanges(state);
  return query === '' ? '/changes' : `/changes?${query}`;
}
