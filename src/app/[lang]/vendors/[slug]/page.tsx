import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { ask } from '@/app/asking';
import { MissingPage } from '@/app/missing-page';
import { pageMetadata } from '@/app/page-metadata';
import { type PageQuery, todayOnly } from '@/app/page-query';
import { writtenSlug } from '@/app/written-slug';
import { isLang, type Lang } from '@/domain/bilingual';
import { formatPartialDate } from '@/domain/partial-date';
import { formatTotal } from '@/domain/totals';
import { doubtWords } from '@/i18n/doubts';
import { href } from '@/i18n/href';
import { vendorWords } from '@/i18n/vendor';
import { doubtsPath } from '@/lists/doubts/parameters';
import { EvidenceMark } from '@/ui/evidence-mark';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { SourceList } from '@/ui/source-list';
import { Timeline } from '@/ui/timeline';
import { Value } from '@/ui/value';
import { FundingTable } from '../../funding/funding-table';
import { MoneyExplained } from '../../funding/money-explained';
import { newestObservations } from '../../indicators/newest-observations';
import { ThemeTable } from '../../indicators/theme-table';
import { Industries } from './industries';
import { NamedParts } from './named-parts';
import { Profile } from './profile';
import { Tiers } from './tiers';
import { happeningsOf } from './timeline-of-vendor';
import { type VendorFacts, vendorFacts } from './vendor-facts';
import { evidenceOf, vendorFinding } from './vendor-finding';

type Props = { params: Promise<{ lang: string; slug: string }>; searchParams: Promise<PageQuery> };

// Metadata and page ask the same question; a request asks it once.
const factsFor = cache((slug: string) => ask((facts) => vendorFacts(facts, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug: given } = await params;
  if (!isLang(lang)) return {};
  const found = await factsFor(writtenSlug(given));
  if ('at' in found) return {};
  const { name, slug } = found.organization;
  const path = `/vendors/${slug}`;
  return pageMetadata({ lang, path, title: name[lang], description: vendorFinding(found, lang) });
}

/** One organization: everything on record of it. */
export default async function VendorPage({ params, searchParams }: Props) {
  const { lang, slug: given } = await params;
  if (!isLang(lang)) notFound();
  const slug = writtenSlug(given);
  const found = await factsFor(slug);
  if ('at' in found) {
    if (found.at === 'moved') permanentRedirect(href(lang, `/vendors/${found.slug}`));
    return <MissingPage lang={lang} path={`/vendors/${given}`} asked={slug} kind="organization" />;
  }
  const words = vendorWords[lang];
  const { organization } = found;
  return (
    <Page
      lang={lang}
      path={`/vendors/${slug}`}
      title={organization.name[lang]}
      description={organization.business?.[lang]}
      steps={[{ label: words.list, path: '/vendors' }]}
      edition={found.edition}
    >
      <Notice lang={lang} problems={todayOnly(lang, await searchParams)} />
      <FindingLine>{vendorFinding(found, lang)}</FindingLine>
      <Elsewhere lang={lang} facts={found} />
      <Section id="profile" title={words.profile}>
        <Profile lang={lang} organization={organization} />
      </Section>
      {partsOf(found, lang).map(({ id, title, note, content }) => (
        <Section key={id} id={id} title={title} note={note}>
          {content}
        </Section>
      ))}
      <Section id="sources" title={words.sources}>
        <SourceList lang={lang} evidence={evidenceOf(found)} />
      </Section>
      <p className="mt-6 text-small">
        <a href={href(lang, `/changes?vendor=${slug}`)}>{words.follow} →</a>
      </p>
    </Page>
  );
}

/** Where the vendor can be seen beside others. */
function Elsewhere({
  lang,
  facts: { organization, models, peers, doubts },
}: {
  lang: Lang;
  facts: VendorFacts;
}) {
  const words = vendorWords[lang];
  const { slug } = organization;
  if (peers.length === 0 && models.length === 0 && doubts === 0) return null;
  return (
    <p className="mt-3 mb-6 link-line text-table">
      {peers.length === 0 ? null : (
        <a href={href(lang, `/compare?vendors=${[slug, ...peers].join('~')}`)}>{words.compare} →</a>
      )}
      {models.length === 0 ? null : (
        <a href={href(lang, `/charts/models-by-vendor?vendors=${slug}`)}>{words.chart} →</a>
      )}
      {doubts === 0 ? null : (
        <a href={href(lang, doubtsPath({ vendor: [slug] }))}>{doubtWords[lang].see(doubts)} →</a>
      )}
    </p>
  );
}

/** Values of indicators on the page. */
const mostFigures = 40;

interface VendorPart {
  id: string;
  title: string;
  note?: string;
  content: ReactNode;
}

/** The parts that have something to say; that nothing is known of models or money is something, of a vendor. */
function partsOf(facts: VendorFacts, lang: Lang): VendorPart[] {
  const words = vendorWords[lang];
  const { organization, models, products, industries, funding, money, invested, moves, indicators } = facts;
  const isVendor = organization.roles.includes('vendor');
  const happenings = happeningsOf(facts, lang);
  const figures = newestObservations(indicators, mostFigures);
  const parts: (VendorPart & { shown: boolean })[] = [
    {
      id: 'positioning',
      title: words.positioning,
      note: words.positioningNote,
      shown: organization.positions.length > 0,
      content: organization.positions.map(({ id, text, evidence }) => (
        <p key={id} className="max-w-text">
          <Value evidence={<EvidenceMark lang={lang} id={`position-${id}`} evidence={evidence} />}>
            {text[lang]}
          </Value>
        </p>
      )),
    },
    {
      id: 'platforms',
      title: words.platforms,
      shown: organization.platforms.length > 0,
      content: (
        <NamedParts
          lang={lang}
          parts={organization.platforms.map((platform) => ({ ...platform, detail: platform.kind?.[lang] }))}
        />
      ),
    },
    {
      id: 'models',
      title: words.models,
      note: models.length > 0 ? words.modelsNote : undefined,
      shown: models.length > 0 || isVendor,
      content:
        models.length > 0 ? (
          <Tiers lang={lang} models={models} vendor={organization.slug} />
        ) : (
          <Nothing text={words.modelsNone} />
        ),
    },
    {
      id: 'industries',
      title: words.industries,
      shown: industries.length > 0,
      content: <Industries lang={lang} industries={industries} />,
    },
    {
      id: 'products',
      title: words.products,
      shown: products.length > 0,
      content: (
        <NamedParts
          lang={lang}
          parts={products.map((product) => ({
            ...product,
            detail:
              product.model === null ? null : (
                <a href={href(lang, `/models/${product.model.slug}`)}>
                  {words.onModel(product.model.name[lang])}
                </a>
              ),
          }))}
        />
      ),
    },
    {
      id: 'funding',
      title: words.funding,
      shown: funding.length > 0 || isVendor,
      content:
        funding.length === 0 ? (
          <Nothing text={words.fundingNone} />
        ) : (
          <>
            <p className="mb-3 text-table">{words.fundingTotal(formatTotal(money.total, 'CNY', lang))}</p>
            <MoneyExplained lang={lang} events={funding} money={money} currency="CNY" />
            <FundingTable lang={lang} events={funding} currency="CNY" caption={words.funding} />
          </>
        ),
    },
    {
      id: 'invested',
      title: words.invested,
      note: words.investedNote,
      shown: invested.length > 0,
      content: (
        <FundingTable
          lang={lang}
          events={invested}
          currency="CNY"
          caption={words.invested}
          investor={organization.slug}
        />
      ),
    },
    {
      id: 'people',
      title: words.people,
      shown: moves.length > 0,
      content: (
        <div className="max-w-text">
          <Timeline
            entries={moves.map(({ id, slug, person, was, did, date, evidence }) => ({
              key: slug,
              date: date === null ? '—' : formatPartialDate(date, lang),
              title: (
                <>
                  <strong className="font-semibold">{person[lang]}</strong>{' '}
                  <span className="text-muted text-small">{was[lang]}</span>
                </>
              ),
              detail: (
                <Value evidence={<EvidenceMark lang={lang} id={`move-${id}`} evidence={evidence} />}>
                  {did[lang]}
                </Value>
              ),
            }))}
          />
        </div>
      ),
    },
    {
      id: 'figures',
      title: words.figures,
      shown: indicators.length > 0,
      content: (
        <>
          <ThemeTable lang={lang} caption={words.figures} indicators={figures.indicators} />
          {figures.shown < figures.all ? (
            <p className="mt-3 text-small">
              {words.newestFigures(figures.shown, figures.all)}{' '}
              <a href={href(lang, '/indicators')}>{words.allFigures} →</a>
            </p>
          ) : null}
        </>
      ),
    },
    {
      id: 'timeline',
      title: words.timeline,
      shown: happenings.length > 1,
      content: (
        <div className="max-w-text">
          <Timeline
            entries={happenings.map(({ key, date, dateTime, text, link }) => ({
              key,
              date,
              ...(dateTime === undefined ? {} : { dateTime }),
              title: link === null ? text : <a href={link}>{text}</a>,
            }))}
          />
        </div>
      ),
    },
  ];
  return parts.filter(({ shown }) => shown);
}

function Nothing({ text }: { text: string }) {
  return <p className="text-muted text-table">{text}</p>;
}
