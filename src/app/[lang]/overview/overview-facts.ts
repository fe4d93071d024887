import { type Answer, answerChart } from '@/charts/answer';
import { findChart } from '@/charts/registry';
import { type FundingEventInFull, fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import { fundingEventsMatching } from '@/database/queries/funding-events-matching';
import { type EditionInBrief, newestEditions } from '@/database/queries/newest-editions';
import { type OverviewFigures, overviewFigures } from '@/database/queries/overview-figures';
import { type WaysOfLooking, waysOfLooking } from '@/database/queries/ways-of-looking';
import type { Facts } from '@/database/reading';
import { type Total, totalOf } from '@/domain/totals';
import { fundingPage } from '@/i18n/funding';

/** The chart on the front page. */
const frontChart = 'models-by-vendor';
const newestEvents = 6;
const shownEditions = 5;

/** Everything that the front page shows, at one edition. */
export interface OverviewFacts {
  edition: number;
  figures: OverviewFigures;
  events: number;
  /** All events that are money raised, in CNY. */
  total: Total;
  newest: FundingEventInFull[];
  editions: EditionInBrief[];
  ways: WaysOfLooking;
  chart: Answer | null;
}

const notConverted = { zh: fundingPage.zh.notConverted, en: fundingPage.en.notConverted };

/** Reads the front page. */
export async function overviewFacts(facts: Facts): Promise<OverviewFacts> {
  const { events } = await fundingEventsMatching(facts, {
    text: '',
    organizations: [],
    families: [],
    types: [],
    from: null,
    to: null,
    currency: 'CNY',
    min: null,
    order: 'newest',
  });
  const found = findChart(frontChart);
  return {
    edition: facts.edition,
    figures: await overviewFigures(facts),
    events: events.length,
    total: totalOf(
      events.map(({ min, max, disclosed, raised, leftOut }) => {
        // A known amount without a rate is left out and counted; taking it for undisclosed would say something false.
        const lost = raised && disclosed && min === null && max === null;
        return { range: { min, max }, counts: raised && !lost, why: lost ? notConverted : leftOut };
      }),
    ),
    newest: await fundingEventsInFull(
      facts,
      events.slice(0, newestEvents).map(({ id }) => id),
    ),
    editions: await newestEditions(facts, shownEditions),
    ways: await waysOfLooking(facts),
    chart: found ? await answerChart(facts, found.chart, new URLSearchParams()) : null,
  };
}
