import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { ask, editionOfRequest } from '@/app/asking';
import { MissingPage } from '@/app/missing-page';
import { pageMetadata } from '@/app/page-metadata';
import { type PageQuery, todayOnly } from '@/app/page-query';
import { writtenSlug } from '@/app/written-slug';
import { addressOfRecord } from '@/database/queries/address-of-record';
import { type FundingEventInFull, fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import { moneyOfOrganization, type ToldStanding } from '@/database/queries/money-raised';
import { formatAmount } from '@/domain/amount';
import { isLang, type Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { moneyWords } from '@/i18n/money-raised';
import { eventTitle, roundWords } from '@/lists/funding/event-words';
import { fundingTypeNames } from '@/records/funding-event/book';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { Agreement } from './agreement-list';
import { Conversion } from './conversion';
import { Glance } from './glance';
import { Participants } from './participants';
import { Related } from './related';
import { Statements } from './statements';

type Props = { params: Promise<{ lang: string; slug: string }>; searchParams: Promise<PageQuery> };

/** The event, and what it does in what its organization raised. */
type Shown = { event: FundingEventInFull; standing: ToldStanding | null };
type Found = Shown | { movedTo: string } | null;

async function eventAt(slug: string): Promise<Found> {
  return ask(async (facts) => {
    const address = await addressOfRecord(facts, 'funding-event', slug);
    if (address.at === 'moved') return { movedTo: address.slug };
    if (address.at === 'nowhere') return null;
    const [event] = await fundingEventsInFull(facts, [address.id]);
    if (!event) return null;
    const { standings } = await moneyOfOrganization(facts, event.organization.id, 'CNY');
    return { event, standing: standings.get(event.id) ?? null };
  });
}

function whenOf(event: FundingEventInFull, lang: Lang): string {
  return event.announced === null ? fundingPage[lang].undated : formatPartialDate(event.announced, lang);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug } = await params;
  if (!isLang(lang)) return {};
  const found = await eventAt(writtenSlug(slug));
  if (found === null || 'movedTo' in found) return {};
  const { event } = found;
  const words = fundingPage[lang];
  const round = roundWords(event.round, lang).name ?? fundingTypeNames[event.type][lang];
  return pageMetadata({
    lang,
    path: `/funding/${event.slug}`,
    title: eventTitle(event, lang),
    description: words.eventDescription(event.organization.name[lang], round, whenOf(event, lang)),
  });
}

/** One funding event: what each source says, what they allow together, and how it was converted. */
export default async function FundingEventPage({ params, searchParams }: Props) {
  const { lang, slug } = await params;
  if (!isLang(lang)) notFound();
  const asked = writtenSlug(slug);
  const found = await eventAt(asked);
  if (found === null) {
    return (
      <MissingPage
        lang={lang}
        path={`/funding/${encodeURIComponent(asked)}`}
        asked={asked}
        kind="funding-event"
      />
    );
  }
  if ('movedTo' in found) permanentRedirect(href(lang, `/funding/${found.movedTo}`));
  const { event, standing } = found;
  const words = fundingPage[lang];
  const related =
    event.type === 'cumulative' ||
    [event.partOf !== null, event.parts.length > 0, event.spannedBy.length > 0].includes(true);
  return (
    <Page
      lang={lang}
      path={`/funding/${event.slug}`}
      title={eventTitle(event, lang)}
      steps={[{ label: words.title, path: '/funding' }]}
      edition={await editionOfRequest()}
    >
      <Notice lang={lang} problems={todayOnly(lang, await searchParams)} />
      <FindingLine>{sentence(event, standing, lang)}</FindingLine>
      <Section id="glance" title={words.glance}>
        <Glance lang={lang} event={event} />
      </Section>
      <Section id="statements" title={words.statements} note={words.statementsNote}>
        <Statements lang={lang} event={event} />
        <Agreement lang={lang} event={event} />
      </Section>
      <Section id="conversion" title={words.conversion}>
        <Conversion lang={lang} event={event} />
      </Section>
      <Section id="investors" title={words.participants}>
        <Participants lang={lang} event={event} />
      </Section>
      {related ? (
        <Section id="related" title={words.related}>
          <Related lang={lang} event={event} />
        </Section>
      ) : null}
    </Page>
  );
}

function sentence(event: FundingEventInFull, standing: ToldStanding | null, lang: Lang): string {
  const words = fundingPage[lang];
  const { amount } = event;
  const sum = formatAmount(amount, amount.currency, lang);
  const counts =
    standing === null
      ? null
      : standing.as === 'counted'
        ? words.raised
        : standing.as === 'contained'
          ? moneyWords[lang].containedSentence(standing.why[lang])
          : words.notRaised(standing.why[lang]);
  const parts = [whenOf(event, lang), sum, ...(counts === null ? [] : [counts])];
  const text = parts.join(lang === 'zh' ? '，' : ', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${lang === 'zh' ? '。' : '.'}`;
}
