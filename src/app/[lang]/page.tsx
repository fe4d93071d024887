import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { changeWords } from '@/i18n/changes';
import { feedTypes } from '@/i18n/feed-address';
import { fundingPage } from '@/i18n/funding';
import { overview } from '@/i18n/overview';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { ask } from '../asking';
import { Entries } from './overview/entries';
import { Figures } from './overview/figures';
import { FrontChart } from './overview/front-chart';
import { Lately } from './overview/lately';
import { NewestChanges } from './overview/newest-changes';
import { News } from './overview/news';
import { overviewFacts } from './overview/overview-facts';
import { WaysToLook } from './overview/ways-to-look';
import './overview/overview.css';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { metaTitle, promise } = overview[lang];
  const metadata = await pageMetadata({ lang, path: '/', title: metaTitle, description: promise });
  const types = feedTypes(lang, [
    { name: 'funding', title: fundingPage[lang].title, query: '' },
    { name: 'changes', title: changeWords[lang].title, query: '' },
  ]);
  return { ...metadata, alternates: { ...metadata.alternates, types } };
});

/** The state of the industry at a glance. */
export default pageInLanguage(async function OverviewPage({ lang }) {
  const words = overview[lang];
  const facts = await ask(overviewFacts);
  return (
    <Page lang={lang} path="/" title={words.title} description={words.promise} edition={facts.edition}>
      <Lately lang={lang} state={facts.state} />
      <News lang={lang} state={facts.state} />
      <Section id="figures" title={words.figures}>
        <Figures lang={lang} facts={facts} />
      </Section>
      <div className="overview-columns">
        {facts.chart === null ? null : <FrontChart lang={lang} answer={facts.chart} />}
        <NewestChanges lang={lang} editions={facts.editions} />
      </div>
      <WaysToLook lang={lang} ways={facts.ways} />
      <Entries lang={lang} />
    </Page>
  );
});
