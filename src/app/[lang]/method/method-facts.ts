import { disputedFundingEvent } from '@/database/queries/disputed-funding-event';
import { type FundingEventInFull, fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import { fundingEventsMatching } from '@/database/queries/funding-events-matching';
import { type WaysOfLooking, waysOfLooking } from '@/database/queries/ways-of-looking';
import type { Facts } from '@/database/reading';
import type { Total } from '@/domain/totals';
import { everyEvent, totalOfEvents } from '../funding/total-of-events';

/** What the page on method shows of the facts themselves. */
export interface MethodFacts {
  edition: number;
  published: Date | null;
  theses: WaysOfLooking['theses'];
  example: FundingEventInFull | null;
  total: Total;
}

/** Asks for the theses, an event that sources tell differently, and the total of all money raised, in CNY. */
export async function methodFacts(facts: Facts): Promise<MethodFacts> {
  const { theses } = await waysOfLooking(facts);
  const id = await disputedFundingEvent(facts);
  const [example = null] = id === null ? [] : await fundingEventsInFull(facts, [id]);
  const { events } = await fundingEventsMatching(facts, everyEvent);
  return {
    edition: facts.edition,
    published: facts.published,
    theses,
    example,
    total: totalOfEvents(events),
  };
}
