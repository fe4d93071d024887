import type { ReactNode } from 'react';
import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import type { Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { moneyWords } from '@/i18n/money-raised';
import { eventTitle } from '@/lists/funding/event-words';
import { type Definition, DefinitionList } from '@/ui/definition-list';

/** The event that this one is part of and its own parts, a cornerstone in its IPO; what a sum spans, and the sums that hold this one. */
export function Related({ lang, event }: { lang: Lang; event: FundingEventInFull }) {
  const words = fundingPage[lang];
  const link = (part: FundingEventInFull['parts'][number]) => (
    <a key={part.slug} className="block" href={href(lang, `/funding/${part.slug}`)}>
      {eventTitle({ ...part, organization: event.organization }, lang)}
    </a>
  );
  const items: Definition[] = [
    ...(event.partOf === null ? [] : [{ term: words.partOf, value: link(event.partOf) }]),
    ...(event.parts.length === 0 ? [] : [{ term: words.parts, value: event.parts.map(link) }]),
    ...spanned(event, lang, link),
    ...(event.spannedBy.length === 0
      ? []
      : [{ term: moneyWords[lang].spannedBy, value: event.spannedBy.map(link) }]),
  ];
  return <DefinitionList items={items} />;
}

/** What a sum over several rounds spans. */
function spanned(
  { type, spans }: FundingEventInFull,
  lang: Lang,
  link: (part: FundingEventInFull['parts'][number]) => ReactNode,
): Definition[] {
  if (type !== 'cumulative') return [];
  const words = moneyWords[lang];
  const date = (value: string | null) => (value === null ? null : formatPartialDate(value, lang));
  const timed = spans.from !== null || spans.to !== null;
  const said = timed || spans.events.length > 0;
  return [
    {
      term: words.spans,
      value: (
        <>
          {timed ? <span className="block">{words.spansAll(date(spans.from), date(spans.to))}</span> : null}
          {spans.events.map(link)}
          {said ? null : words.spansUnknown}
          {spans.ofSomeInvestors ? <span className="block text-muted">{words.someInvestors}</span> : null}
        </>
      ),
    },
  ];
}
