import { type Answer, answerChart } from '@/charts/engine/answer';
import { findChart } from '@/charts/registry';
import { fundingEventsMatching } from '@/database/queries/funding-events-matching';
import { type EditionInBrief, newestEditions } from '@/database/queries/newest-editions';
import { type OverviewFigures, overviewFigures } from '@/database/queries/overview-figures';
import { type WaysOfLooking, waysOfLooking } from '@/database/queries/ways-of-looking';
import type { Facts } from '@/database/reading';
import type { Total } from '@/domain/totals';
import { everyEvent, totalOfEvents } from '@/lists/funding/total-of-events';
import { type StateOfIndustry, stateOfIndustry } from './state-of-industry';

/** The chart on the front page. */
const frontChart = 'models-by-vendor';
const shownEditions = 5;

/** Everything that the front page shows, at one edition. */
export interface OverviewFacts {
  edition: number;
  figures: OverviewFigures;
  events: number;
  /** All events that are money raised, in CNY. */
  total: Total;
  state: StateOfIndustry;
  editions: EditionInBrief[];
  ways: WaysOfLooking;
  chart: Answer | null;
}

/** Reads the front page. */
export async function overviewFacts(facts: Facts): Promise<OverviewFacts> {
  const events = await fundingEventsMatching(facts, everyEvent);
  const found = findChart(frontChart);
  return {
    edition: facts.edition,
    figures: await overviewFigures(facts),
    events: events.rows.length,
    total: totalOfEvents(events),
    state: await stateOfIndustry(facts),
    editions: await newestEditions(facts, shownEditions),
    ways: await waysOfLooking(facts),
    chart: found ? await answerChart(facts, found.chart, new URLSearchParams()) : null,
  };
}
