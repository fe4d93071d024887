import { organizationOptions } from '@/charts/facts/funding-events';
import { fundingColumns } from '@/database/queries/funding-columns';
import { type FundingEventInFull, fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import { fundingEventsMatching, idsAt } from '@/database/queries/funding-events-matching';
import type { Facts } from '@/database/reading';
import { dateSpan } from '@/domain/partial-date';
import { sourceVias } from '@/domain/source-via';
import type { Total } from '@/domain/totals';
import { fundingLimits } from '@/i18n/funding';
import type { Option } from '@/linking/parameters';
import type { Problem } from '@/linking/state';
import { type FundingState, pageSize, parseFunding } from './funding-state';
import { totalOfEvents } from './total-of-events';

/** The list that an address asks for, at one edition. */
export interface FundingList {
  edition: number;
  state: FundingState;
  problems: Problem[];
  organizations: Option[];
  /** Events of this page of the list. */
  events: FundingEventInFull[];
  matching: number;
  pages: number;
  total: Total;
  /** Events without a date that a period leaves out. */
  undated: number;
  currency: 'CNY' | 'USD';
}

/** The events that a query asks for, all of them, in order, as far as totals need them. */
export async function matchingFunding(
  facts: Facts,
  search: URLSearchParams,
  elsewhere: readonly string[] = [],
  strict = false,
) {
  const organizations = organizationOptions(await fundingColumns(facts), 'organizations');
  const { state, problems } = parseFunding(search, { organization: organizations }, elsewhere, strict);
  const currency: 'CNY' | 'USD' = state.currency === 'usd' ? 'USD' : 'CNY';
  const matching = await fundingEventsMatching(facts, {
    text: state.q,
    organizations: state.organization,
    families: state.family,
    types: state.type,
    vias: sourceVias.filter((via) => state.via.includes(via)),
    from: state.from === null ? null : dateSpan(state.from).from,
    to: state.to === null ? null : dateSpan(state.to).to,
    currency,
    min: state.min,
    order: state.sort,
  });
  return { organizations, state, problems, matching };
}

/** Everything that the page of funding events shows. */
export async function fundingList(facts: Facts, search: URLSearchParams): Promise<FundingList> {
  const { organizations, state, problems, matching } = await matchingFunding(facts, search);
  const { rows, currency, undated } = matching;
  const total = totalOfEvents(matching);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(state.page, pages);
  if (page !== state.page) {
    problems.push({ parameter: 'page', value: String(state.page), allowed: fundingLimits.page(pages) });
  }
  const ids = idsAt(matching, rows.subarray((page - 1) * pageSize, page * pageSize));
  return {
    edition: facts.edition,
    state: { ...state, page },
    problems,
    organizations,
    events: await fundingEventsInFull(facts, ids),
    matching: rows.length,
    pages,
    total,
    undated,
    currency,
  };
}
