import { fundingTypes } from '@/domain/funding-type';
import { dateSpan } from '@/domain/partial-date';
import { partialDate } from '@/domain/partial-date-schema';
import { roundFamilies, roundFamilyName } from '@/domain/round';
import { sourceVias } from '@/domain/source-via';
import { fundingLimits } from '@/i18n/funding';
import { knownThroughLabel, knownThroughNames } from '@/i18n/source-byline';
import { choice, type StateOf, slugList } from '@/linking/parameters';
import { searchText } from '@/linking/search-text';
import { type Problem, parseState, type Reading, writeState } from '@/linking/state';
import { fundingTypeNames } from '@/records/funding-event/book';

/** Of a search text, this much is read. */
const longestText = 100;

/** Parameters that every page of this project reads in the same way. */
export const fundingParameters = {
  organization: slugList({ zh: '机构', en: 'Organization' }),
  family: slugList(
    { zh: '轮次', en: 'Round' },
    roundFamilies.map((value) => ({
      value,
      label: { zh: roundFamilyName(value, 'zh'), en: roundFamilyName(value, 'en') },
    })),
  ),
  type: slugList(
    { zh: '性质', en: 'Type' },
    fundingTypes.map((value) => ({ value, label: fundingTypeNames[value] })),
  ),
  via: slugList(
    knownThroughLabel,
    sourceVias.map((value) => ({ value, label: knownThroughNames[value] })),
  ),
  currency: choice(
    { zh: '折算为', en: 'Converted to' },
    [
      { value: 'cny', label: { zh: '人民币', en: 'CNY' } },
      { value: 'usd', label: { zh: '美元', en: 'USD' } },
    ],
    'cny',
  ),
  sort: choice(
    { zh: '排序', en: 'Order' },
    [
      { value: 'newest', label: { zh: '最新在前', en: 'Newest first' } },
      { value: 'oldest', label: { zh: '最早在前', en: 'Oldest first' } },
      { value: 'amount', label: { zh: '金额下限从高到低', en: 'Largest floor first' } },
      { value: 'organization', label: { zh: '按机构', en: 'By organization' } },
    ],
    'newest',
  ),
} as const;

/** The list of funding events that an address asks for. */
export type FundingState = StateOf<typeof fundingParameters> & {
  /** Searched for, or ''. */
  readonly q: string;
  /** First and last year or quarter: '2023' or '2023-Q1'. */
  readonly from: string | null;
  readonly to: string | null;
  /** The least floor, in units of the chosen currency. */
  readonly min: number | null;
};

const own = ['q', 'from', 'to', 'min'] as const;

/** Reads the state from a query. Total: what cannot be used is named in `problems`. */
export function parseFunding(
  search: URLSearchParams,
  known: Reading['known'] = {},
  elsewhere: readonly string[] = [],
  strict = false,
): { state: FundingState; problems: Problem[] } {
  const shared = parseState(fundingParameters, search, {
    known,
    elsewhere: [...own, ...elsewhere],
    strict,
  });
  const problems = shared.problems.map((problem) =>
    // The parameters that are read here are allowed as well.
    problem.parameter in fundingParameters || problem.parameter === '?'
      ? problem
      : { ...problem, allowed: fundingLimits.parameters([...own, ...Object.keys(fundingParameters)].sort()) },
  );
  const one = <T>(
    name: string,
    read: (text: string) => T | undefined,
    allowed: Problem['allowed'],
  ): T | null => {
    const text = (search.get(name) ?? '').trim();
    if (text === '' || (name === 'from' && /^(single|group)?message$|^timeline$/.test(text))) return null;
    const value = read(text);
    if (value === undefined) problems.push({ parameter: name, value: text, allowed });
    return value ?? null;
  };
  const from = one('from', readPeriod, fundingLimits.period);
  const to = one('to', readPeriod, fundingLimits.period);
  const min = one('min', readMoney, fundingLimits.money);
  const inOrder = from === null || to === null || dateSpan(from).from <= dateSpan(to).to;
  if (!inOrder) problems.push({ parameter: 'to', value: to ?? '', allowed: fundingLimits.order });
  const q = searchText(search.get('q') ?? '', longestText);
  return { state: { ...shared.state, q, from, to: inOrder ? to : null, min }, problems };
}

/** The canonical query of a state, without '?': sorted by name, defaults left out. */
export function writeFunding(state: FundingState): string {
  const extra = [
    state.q === '' ? '' : `q=${encodeURIComponent(state.q)}`,
    state.from === null ? '' : `from=${state.from}`,
    state.to === null ? '' : `to=${state.to}`,
    state.min === null ? '' : `min=${state.min}`,
  ];
  return [...writeState(fundingParameters, state).split('&'), ...extra]
    .filter((part) => part !== '')
    .sort()
    .join('&');
}

/** The address of the list in a state, without the language; `after` names the event that the page comes after. */
export function fundingPath(state: FundingState, after: string | null = null, extension = ''): string {
  const query = [after ? `after=${after}` : '', writeFunding(state)].filter((part) => part !== '').join('&');
  return `/funding${extension}${query === '' ? '' : `?${query}`}`;
}

function readPeriod(text: string): string | undefined {
  const quarter = /^(\d{4})-?q([1-4])$/i.exec(text);
  const period = quarter ? `${quarter[1]}-Q${quarter[2]}` : text;
  const understood = /^(?:19|20)\d{2}(?:-Q[1-4])?$/.test(period) && partialDate.safeParse(period).success;
  return understood ? period : undefined;
}

const multipliers: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  万: 1e4,
  m: 1e6,
  亿: 1e8,
  b: 1e9,
};

/** 1000000000, 10亿, 1b: people write sums as they speak. */
function readMoney(text: string): number | undefined {
  const [, digits, unit = ''] =
    /^(\d{1,15}(?:\.\d{1,4})?)\s*([万亿kmb]?)元?$/i.exec(text.replaceAll(',', '')) ?? [];
  const times = multipliers[unit.toLowerCase()];
  if (digits === undefined || times === undefined) return undefined;
  const money = Math.round(Number(digits) * times);
  return money <= 1e15 ? money : undefined;
}
