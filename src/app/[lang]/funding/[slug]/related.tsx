import type { FundingEventInFull } from '@/database/queries/funding-events-in-full';
import type { Lang } from '@/domain/bilingual';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { type Definition, DefinitionList } from '@/ui/definition-list';
import { eventTitle } from '../event-words';

/** The event that this one is part of, and its own parts: a cornerstone in its IPO. */
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
  ];
  return <DefinitionList items={items} />;
}
