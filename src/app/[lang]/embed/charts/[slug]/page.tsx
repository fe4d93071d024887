import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ask } from '@/app/asking';
import { askedKnowledge } from '@/app/known';
import { MissingPage } from '@/app/missing-page';
import { type PageQuery, searchOf } from '@/app/page-query';
import { answerChart, chartPath, statePath } from '@/charts/engine/answer';
import { findingOf } from '@/charts/engine/finding';
import { findChart } from '@/charts/registry';
import { isLang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';
import { sharingWords } from '@/i18n/sharing';
import { site } from '@/i18n/site';
import { EmbeddedPage } from '../../embedded-page';
import '@/app/[lang]/charts/chart.css';
import { ChartStage } from '@/app/[lang]/charts/[slug]/chart-stage';
import { ChartLegend } from '@/app/[lang]/charts/chart-legend';
import { ChartPicture } from '@/app/[lang]/charts/chart-picture';

type Props = { params: Promise<{ lang: string; slug: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, slug } = await params;
  const found = findChart(slug);
  if (!isLang(lang) || !found) return { robots: { index: false } };
  const { name, tagline } = site[lang];
  const title = `${found.chart.name[lang]} · ${name}`;
  return { title, description: tagline, robots: { index: false } };
}

/** A chart for other sites: its title, legend, picture, finding, and the way to its sources. */
export default async function EmbeddedChart({ params, searchParams }: Props) {
  const { lang, slug } = await params;
  if (!isLang(lang)) notFound();
  const found = findChart(slug);
  if (!found) return <MissingPage lang={lang} path={`/embed/charts/${slug}`} asked={slug} />;
  const known = await askedKnowledge(searchOf(await searchParams));
  const answer = await ask((facts) => answerChart(facts, found.chart, known.search), known.edition);
  if (found.moved) redirect(href(lang, `/embed${statePath(answer)}`));
  const { chart, state, data, edition } = answer;
  const words = chartWords[lang];
  return (
    <EmbeddedPage>
      <h1 className="embed-title">
        <a href={href(lang, chartPath(answer))} target="_blank" rel="noopener">
          {chart.question(state)[lang]}
        </a>
      </h1>
      <figure className="chart-figure">
        <ChartLegend lang={lang} items={chart.legend(data.rows, state)} />
        <ChartStage lang={lang} answer={answer}>
          <ChartPicture lang={lang} answer={answer} sizes={['narrow', 'medium', 'wide']} />
        </ChartStage>
        <figcaption className="embed-finding">{findingOf(answer, lang)}</figcaption>
      </figure>
      <p className="embed-foot">
        <a href={href(lang, `${chartPath(answer)}#sources`)} target="_blank" rel="noopener">
          {words.sources}
        </a>
        <span>{words.edition(edition)}</span>
        <a href={href(lang, chartPath(answer))} target="_blank" rel="noopener">
          {sharingWords[lang].seeChart}
        </a>
      </p>
    </EmbeddedPage>
  );
}
