import type { ReactNode } from 'react';
import type { Lang } from '@/domain/bilingual';
import { marks } from '@/i18n/marks';
import { parts } from '@/i18n/parts';
import { Disclosure } from './disclosure';

type Props = {
  lang: Lang;
  /** Unique on the page; the anchor of the figure. */
  id: string;
  title: ReactNode;
  /** The question that the chart answers. */
  question?: ReactNode;
  /** 2 where the figure is a part of the page in its own right, 3 within a section; 'none' where the page's h1 says it. */
  level?: 2 | 3 | 'none';
  /** The picture: an svg or img with its alternative text. */
  picture: ReactNode;
  finding?: ReactNode;
  /** The chart's data as a `<DataTable>`, behind a toggle. */
  table?: ReactNode;
  /** The source line. */
  source: ReactNode;
  /** Where the chart has a page of its own. */
  link?: string;
  /** Between heading and picture, such as filters or a legend. */
  controls?: ReactNode;
};

/** A chart with everything that belongs to it: title, question, picture, finding, table, source, link. */
export function ChartFrame({
  lang,
  id,
  title,
  question,
  level = 2,
  picture,
  finding,
  table,
  source,
  link,
  controls,
}: Props) {
  const Heading = level === 3 ? 'h3' : 'h2';
  const words = parts[lang];
  return (
    <figure className="chart-frame" id={id}>
      <figcaption>
        {level === 'none' ? null : (
          <Heading>{link === undefined ? title : <a href={link}>{title}</a>}</Heading>
        )}
        {question === undefined ? null : <p className="chart-question">{question}</p>}
      </figcaption>
      {controls}
      <div className="chart-picture">{picture}</div>
      {finding === undefined ? null : <p className="chart-finding">{finding}</p>}
      {table === undefined ? null : <Disclosure summary={words.showTable}>{table}</Disclosure>}
      <div className="chart-foot">
        <span>
          {words.sources}
          {marks[lang].colon}
          {source}
        </span>
        {link === undefined ? null : <a href={link}>{words.openChart}</a>}
      </div>
    </figure>
  );
}
