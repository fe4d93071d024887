import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { answerChart, chartPath } from '@/charts/engine/answer';
import { findingOf } from '@/charts/engine/finding';
import { charts } from '@/charts/registry';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';
import { ChartFrame } from '@/ui/chart-frame';
import { Page } from '@/ui/page';
import { ask } from '../../asking';
import './chart.css';
import { ChartImage } from './chart-image';
import { ChartLegend } from './chart-legend';

export const generateMetadata = metadataInLanguage(async ({ lang }) => {
  const { title, lead } = chartWords[lang];
  return pageMetadata({ lang, path: '/charts', title, description: lead });
});

/** The gallery: every chart in its default state. */
export default pageInLanguage(async function ChartsPage({ lang }) {
  const words = chartWords[lang];
  const answers = await ask(async (facts) => {
    const all = [];
    for (const chart of charts) all.push(await answerChart(facts, chart, new URLSearchParams()));
    return all;
  });
  return (
    <Page
      lang={lang}
      path="/charts"
      title={words.title}
      description={words.lead}
      edition={answers[0]?.edition}
    >
      <div className="chart-gallery">
        {answers.map((answer) => {
          const { chart, state, data } = answer;
          return (
            <ChartFrame
              key={chart.slug}
              lang={lang}
              id={chart.slug}
              title={chart.question(state)[lang]}
              link={href(lang, chartPath(answer))}
              controls={<ChartLegend lang={lang} items={chart.legend(data.rows, state)} />}
              picture={<ChartImage lang={lang} answer={answer} width={400} height={380} fitted />}
              finding={findingOf(answer, lang)}
              source={words.sourceCount(answer.sourceCount)}
            />
          );
        })}
      </div>
    </Page>
  );
});
