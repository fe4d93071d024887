import { organizationOptions } from '@/charts/facts/funding-events';
import { fundingColumns } from '@/database/queries/funding-columns';
import { fundingEventsMatching } from '@/database/queries/funding-events-matching';
import type { Facts } from '@/database/reading';
import { dateSpan } from '@/domain/partial-date';
import { sourceVias } from '@/domain/source-via';
import { parseFunding } from './parameters';

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
