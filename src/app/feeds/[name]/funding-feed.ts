import { editionsOfRecords } from '@/database/queries/editions-of-records';
import { type FundingEventInFull, fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { fundingFeedWords, fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { joinList } from '@/i18n/list';
import { marks } from '@/i18n/marks';
import { citedTitle } from '@/i18n/source-byline';
import { eventTitle, statedAmounts } from '@/lists/funding/event-words';
import { matchingFunding } from '@/lists/funding/matching-funding';
import { fundingPath } from '@/lists/funding/parameters';
import type { FeedParts } from './changes-feed';

/** The funding events that a query asks for; one that was corrected keeps its id and says so. */
export async function fundingFeed(
  facts: Facts,
  search: URLSearchParams,
  lang: Lang,
  site: string,
  size: number,
): Promise<FeedParts> {
  const { state, problems, matching } = await matchingFunding(facts, search, ['lang'], true);
  const editions = await editionsOfRecords(
    facts,
    matching.rows.map((row) => matching.columns.id[row] as number),
    size,
  );
  const full = new Map(
    (
      await fundingEventsInFull(
        facts,
        editions.map(({ id }) => id),
      )
    ).map((event) => [event.id, event]),
  );
  const { title, description } = fundingPage[lang];
  const entries = editions.flatMap(({ id, first, last, published, updated }) => {
    const event = full.get(id);
    if (!event) return [];
    const words = fundingFeedWords[lang];
    return [
      {
        name: `funding ${event.slug}`,
        title: `${eventTitle(event, lang)}${marks[lang].colon}${amountOf(event, lang)}`,
        link: `${site}${href(lang, `/funding/${event.slug}`)}`,
        summary: [summaryOf(event, lang), last > first ? words.corrected(last) : '']
          .filter((part) => part !== '')
          .join('\n'),
        updated,
        published,
      },
    ];
  });
  return { title, description, path: fundingPath(state), entries, problems };
}

function amountOf(event: FundingEventInFull, lang: Lang): string {
  const stated = statedAmounts(event, true);
  return stated.length === 0 ? fundingFeedWords[lang].undisclosed : stated.join(' / ');
}

function summaryOf(event: FundingEventInFull, lang: Lang): string {
  const words = fundingFeedWords[lang];
  const investors = event.participations.map(({ investor }) => investor.name[lang]);
  const sources = [...new Set(event.evidence.map(({ source }) => citedTitle(source, lang)))];
  return [
    event.announced === null ? '' : words.announced(formatPartialDate(event.announced, lang)),
    investors.length === 0 ? '' : words.investors(joinList(lang, investors)),
    sources.length === 0 ? '' : words.sources(joinList(lang, sources)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
