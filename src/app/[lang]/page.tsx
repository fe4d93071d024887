import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '@/app/page-metadata';
import { isLang } from '@/domain/bilingual';
import { changeWords } from '@/i18n/changes';
import { feedTypes } from '@/i18n/feed-address';
import { fundingPage } from '@/i18n/funding';
import { overview } from '@/i18n/overview';
import { Page } from '@/ui/page';
import { ask } from '../asking';
import { Entries } from './overview/entries';
import { Figures } from './overview/figures';
import { FrontChart } from './overview/front-chart';
import { NewestChanges } from './overview/newest-changes';
import { NewestFunding } from './overview/newest-funding';
import { overviewFacts } from './overview/overview-facts';
import { WaysToLook } from './overview/ways-to-look';
import './overview/overview.css';

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { metaTitle, promise } = overview[lang];
  const metadata = await pageMetadata({ lang, path: '/', title: metaTitle, description: promise });
  const types = feedTypes(lang, [
    { name: 'funding', title: fundingPage[lang].title, query: '' },
    { name: 'changes', title: changeWords[lang].title, query: '' },
  ]);
  return { ...metadata, alternates: { ...metadata.alternates, types } };
}

/** The state of the industry at a glance. */
export default async function OverviewPage({ params }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const words = overview[lang];
  const facts = await ask(overviewFacts);
  return (
    <Page lang={lang} path="/" title={words.title} description={words.promise} edition={facts.edition}>
      <Figures lang={lang} facts={facts} />
      <div className="overview-columns">
        {facts.chart === null ? null : <FrontChart lang={lang} answer={facts.chart} />}
        <div>
          <NewestFunding lang={lang} events={facts.newest} all={facts.events} />
          <NewestChanges lang={lang} editions={facts.editions} />
        </div>
      </div>
      <WaysToLook lang={lang} ways={facts.ways} />
      <Entries lang={lang} />
    </Page>
  );
}
