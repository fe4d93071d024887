import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { ofEdition, pageMetadata } from '@/app/page-metadata';
import { type Answer, answerChart, chartPath, filePath, wholePath } from '@/charts/answer';
import { findingOf } from '@/charts/finding';
import { chartsNear, findChart } from '@/charts/registry';
import { isLang, type Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';
import { parts } from '@/i18n/parts';
import { publicUrl } from '@/linking/public-url';
import { FindingLine } from '@/ui/finding-line';
import { Missing } from '@/ui/missing';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
import { ask } from '../../../asking';
import { oembedTypes } from '../../../embed-code';
import { askedKnowledge } from '../../../known';
import { noticesOf, type PageQuery, searchOf } from '../../../page-query';
import '../chart.css';
import { ChartLegend } from '../chart-legend';
import { ChartPicture } from '../chart-picture';
import { ChartData } from './chart-data';
import { ChartSources } from './chart-sources';
import { ChartStage } from './chart-stage';
import { DatasetMarkup } from './dataset-markup';
import { DoubtsBehind } from './doubts-behind';
import { Downloads } from './downloads';
import { FilterForm } from './filter-form';
import { KnownNotice } from './known-notice';
import { LeftOutList } from './left-out-list';
import { SharePanel } from './share-panel';
import { TimeSteps } from './time-steps';

type Props = {
  params: Promise<{ lang: string; slug: string }>;
  searchParams: Promise<PageQuery>;
};

// Metadata and page ask the same question; a request asks it once.
const answerFor = cache(async (slug: string, query: string): Promise<Answer | null> => {
  const found = findChart(slug);
  if (!found) return null;
  const known = await askedKnowledge(new URLSearchParams(query));
  const answer = await ask((facts) => answerChart(facts, found.chart, known.search), known.edition);
  return { ...answer, problems: [...answer.problems, ...known.problems] };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang, slug } = await params;
  if (!isLang(lang)) return {};
  const answer = await answerFor(slug, searchOf(await searchParams).toString());
  if (!answer) return { title: parts[lang].missingTitle };
  const { chart, state } = answer;
  const path = chartPath(answer);
  const described = await pageMetadata({
    lang,
    path,
    title: chart.question(state)[lang],
    description: findingOf(answer, lang),
    picture: ofEdition(filePath(answer, 'png', ['height=630', 'scale=1', 'width=1200']), answer.edition),
  });
  const url = publicUrl() + href(lang, path);
  return { ...described, alternates: { ...described.alternates, types: oembedTypes(url) } };
}

/** One chart in one state. */
export default async function ChartPage({ params, searchParams }: Props) {
  const { lang, slug } = await params;
  if (!isLang(lang)) notFound();
  const search = searchOf(await searchParams);
  const answer = await answerFor(slug, search.toString());
  if (!answer) return <UnknownChart lang={lang} slug={slug} />;
  // Forms send every field, and old links old names: the address a reader sees and copies is the canonical one.
  const canonical = new URLSearchParams(answer.query).toString();
  if (slug !== answer.chart.slug || (answer.problems.length === 0 && sorted(search) !== canonical)) {
    redirect(href(lang, chartPath(answer)));
  }
  return <ChartContent lang={lang} answer={answer} />;
}

function sorted(search: URLSearchParams): string {
  const copy = new URLSearchParams(search);
  copy.sort();
  return copy.toString();
}

function UnknownChart({ lang, slug }: { lang: Lang; slug: string }) {
  const near = chartsNear(slug).map((chart) => ({ path: `/charts/${chart.slug}`, name: chart.name[lang] }));
  const words = parts[lang];
  return (
    <Page lang={lang} path={`/charts/${slug}`} title={words.missingTitle}>
      <Missing lang={lang} asked={slug} matches={near} />
    </Page>
  );
}

function ChartContent({ lang, answer }: { lang: Lang; answer: Answer }) {
  const { chart, state, data, problems, edition } = answer;
  const words = chartWords[lang];
  const question = chart.question(state)[lang];
  return (
    <Page
      lang={lang}
      path={chartPath(answer)}
      title={question}
      steps={[{ label: words.title, path: '/charts' }]}
      edition={edition}
    >
      <Notice lang={lang} problems={noticesOf(lang, problems)} />
      <KnownNotice lang={lang} answer={answer} />
      <DatasetMarkup lang={lang} answer={answer} />
      <FindingLine>{findingOf(answer, lang)}</FindingLine>
      <FilterForm lang={lang} answer={answer} />
      <figure className="chart-figure">
        <figcaption className="visually-hidden">{words.pictureOf(question)}</figcaption>
        <TimeSteps lang={lang} answer={answer} />
        <ChartLegend lang={lang} items={chart.legend(data.rows, state)} />
        {data.rows.length === 0 ? (
          <p className="chart-empty">{words.noRows}</p>
        ) : (
          <ChartStage lang={lang} answer={answer}>
            <ChartPicture lang={lang} answer={answer} sizes={['narrow', 'medium', 'wide']} />
          </ChartStage>
        )}
        {data.limited ? (
          <p className="chart-whole">
            <a href={href(lang, wholePath(answer))}>{words.showAll(data.limited.all)}</a>
          </p>
        ) : null}
      </figure>
      <Downloads lang={lang} answer={answer} />
      <SharePanel lang={lang} answer={answer} />
      <Section id="data" title={words.data}>
        <ChartData lang={lang} answer={answer} />
      </Section>
      <Section id="left-out" title={words.leftOut}>
        <LeftOutList lang={lang} answer={answer} />
      </Section>
      <Section id="sources" title={words.sources}>
        <ChartSources lang={lang} answer={answer} />
      </Section>
      <Section id="notes" title={words.notes}>
        <ul className="chart-notes">
          {data.notes.map((note) => (
            <li key={note.en}>{note[lang]}</li>
          ))}
          <DoubtsBehind lang={lang} answer={answer} />
          <li>{words.licence}</li>
        </ul>
      </Section>
    </Page>
  );
}
