import { disputedFundingEvent } from '@/database/queries/disputed-funding-event';
import { exchangeRatesOnRecord, type RatesOfSource } from '@/database/queries/exchange-rates-on-record';
import { type FundingEventInFull, fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import { fundingEventsMatching, idsAt } from '@/database/queries/funding-events-matching';
import { moneyOfOrganization, type RaisedInFull } from '@/database/queries/money-raised';
import { organizationWithVariedFunding } from '@/database/queries/organization-with-varied-funding';
import { type LicensedSource, sourcesWithLicence } from '@/database/queries/sources-with-licence';
import { type WaysOfLooking, waysOfLooking } from '@/database/queries/ways-of-looking';
import type { Facts } from '@/database/reading';
import type { Total } from '@/domain/totals';
import { everyEvent, totalOfEvents } from '@/lists/funding/total-of-events';

/** What the page on method shows of the facts themselves. */
export interface MethodFacts {
  edition: number;
  published: Date | null;
  theses: WaysOfLooking['theses'];
  /** An event that sources tell differently. */
  example: FundingEventInFull | null;
  /** All events of one organization, oldest first, and their total in CNY. */
  sum: { events: FundingEventInFull[]; money: RaisedInFull } | null;
  /** All money raised, in CNY. */
  total: Total;
  rates: RatesOfSource[];
  licences: LicensedSource[];
}

/** Reads the examples that the page explains its rules with, so that they are always true ones. */
export async function methodFacts(facts: Facts): Promise<MethodFacts> {
  const { theses } = await waysOfLooking(facts);
  const id = await disputedFundingEvent(facts);
  const [example = null] = id === null ? [] : await fundingEventsInFull(facts, [id]);
  const events = await fundingEventsMatching(facts, everyEvent);
  return {
    edition: facts.edition,
    published: facts.published,
    // As they were entered: the author's order.
    theses: theses.toSorted((a, b) => a.id - b.id),
    example,
    sum: await workedSum(facts),
    total: totalOfEvents(events),
    rates: await exchangeRatesOnRecord(facts),
    licences: await sourcesWithLicence(facts),
  };
}

async function workedSum(facts: Facts): Promise<MethodFacts['sum']> {
  const slug = await organizationWithVariedFunding(facts);
  if (slug === null) return null;
  const events = await fundingEventsMatching(facts, {
    ...everyEvent,
    organizations: [slug],
    order: 'oldest',
  });
  const full = await fundingEventsInFull(facts, idsAt(events, events.rows));
  const [first] = full;
  if (!first) return null;
  return { events: full, money: await moneyOfOrganization(facts, first.organization.id, 'CNY') };
}
