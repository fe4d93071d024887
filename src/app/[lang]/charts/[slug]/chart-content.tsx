import type { ReactNode } from 'react';
import { noticesOf } from '@/app/page-query';
import { type Answer, chartPath, wholePath } from '@/charts/engine/answer';
import { findingOf } from '@/charts/engine/finding';
import type { Lang } from '@/domain/bilingual';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';
import type { Step } from '@/ui/breadcrumb';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';
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
  lang: Lang;
  answer: Answer;
  /** The page of the table. */
  page?: number;
  /** The way from the home page to this one. */
  steps: readonly Step[];
  /** What stands under the heading. */
  description?: ReactNode;
  /** What follows on the chart's own sections. */
  children?: ReactNode;
};

/** A whole page that shows a chart in one state: what it finds, the picture, files, sharing, table, sources. */
export function ChartContent({ lang, answer, page = 1, steps, description, children }: Props) {
  const { chart, state, data, problems, edition } = answer;
  const words = chartWords[lang];
  const question = chart.question(state)[lang];
  return (
    <Page
      lang={lang}
      path={chartPath(answer)}
      title={question}
      steps={steps}
      description={description}
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
        {data.ends ? <p className="chart-ends">{data.ends[lang]}</p> : null}
        {data.limited ? (
          <p className="chart-whole">
            <a href={href(lang, wholePath(answer))}>{words.showAll(data.limited.all)}</a>
          </p>
        ) : null}
      </figure>
      <Downloads lang={lang} answer={answer} />
      <SharePanel lang={lang} answer={answer} />
      <Section id="data" title={words.data}>
        <ChartData lang={lang} answer={answer} page={page} />
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
      {children}
    </Page>
  );
}
