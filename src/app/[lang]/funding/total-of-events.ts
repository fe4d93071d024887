import type { FundingFilter, MatchingFundingEvent } from '@/database/queries/funding-events-matching';
import { type Total, totalOf } from '@/domain/totals';
import { fundingPage } from '@/i18n/funding';

/** The filter that every event matches, newest first, in CNY. */
export const everyEvent: FundingFilter = {
  text: '',
  organizations: [],
  families: [],
  types: [],
  from: null,
  to: null,
  currency: 'CNY',
  min: null,
  order: 'newest',
};

const notConverted = { zh: fundingPage.zh.notConverted, en: fundingPage.en.notConverted };

/**
 * What these events raised together. A known amount without a rate is left out and counted as such; taking it for
 * undisclosed would say something false.
 */
export function totalOfEvents(events: readonly MatchingFundingEvent[]): Total {
  return totalOf(
    events.map(({ min, max, disclosed, raised, leftOut }) => {
      const lost = raised && disclosed && min === null && max === null;
      return { range: { min, max }, counts: raised && !lost, why: lost ? notConverted : leftOut };
    }),
  );
}
