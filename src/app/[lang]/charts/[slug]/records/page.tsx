import { notFound, redirect } from 'next/navigation';
import { metadataInLanguage, pageInLanguage } from '@/app/page-in-language';
import { pageMetadata } from '@/app/page-metadata';
import { noticesOf, searchOf } from '@/app/page-query';
import { chartPath, recordsPath } from '@/charts/engine/answer';
import { chartWords } from '@/i18n/charts';
import { href } from '@/i18n/href';
import { DataTable } from '@/ui/data-table';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Pager } from '@/ui/pager';
import { Section } from '@/ui/section';
import '../../chart.css';
import { RecordSources } from '../basis-note';
import { answerFor, pageOf } from '../chart-answer';
import { type ChartRecord, recordsBehind, recordsOnPage, unlisted } from '../chart-records';
import { SourceEntries } from '../chart-sources';

export const generateMetadata = metadataInLanguage<{ slug: string }>(async ({ lang, slug, searchParams }) => {
  const search = searchOf(await searchParams);
  const answer = await answerFor(slug, search.toString());
  if (!answer) return {};
  const words = chartWords[lang];
  const page = pageOf(search);
  return pageMetadata({
    lang,
    path: recordsPath(answer, page),
    title: words.recordsTitle,
    description: words.recordsOf(answer.chart.question(answer.state)[lang]),
  });
});

/** Sources that a record of the list names. */
const mostSources = 4;

/** Every record behind a chart in a state, in pages: what is counted, row by row, and what is left out, and why. */
export default pageInLanguage<{ slug: string }>(async function ChartRecordsPage({
  lang,
  slug,
  searchParams,
}) {
  const search = searchOf(await searchParams);
  const answer = await answerFor(slug, search.toString());
  if (!answer) notFound();
  const all = recordsBehind(answer);
  const pages = Math.max(1, Math.ceil(all.length / recordsOnPage));
  const page = Math.min(pages, pageOf(search));
  if (slug !== answer.chart.slug) redirect(href(lang, recordsPath(answer, page)));
  const { chart, state, data } = answer;
  const words = chartWords[lang];
  const question = chart.question(state)[lang];
  const first = (page - 1) * recordsOnPage;
  const shown = all.slice(first, first + recordsOnPage);
  const more = unlisted(answer);
  return (
    <Page
      lang={lang}
      path={recordsPath(answer, page)}
      title={words.recordsTitle}
      description={words.recordsOf(question)}
      steps={[
        { label: words.title, path: '/charts' },
        { label: chart.name[lang], path: chartPath(answer) },
      ]}
      edition={answer.edition}
    >
      <Notice lang={lang} problems={noticesOf(lang, answer.problems)} />
      <DataTable<ChartRecord & { at: number }>
        caption={words.recordsTitle}
        captionHidden
        stack
        rows={shown.map((each, at) => ({ ...each, at }))}
        rowKey={({ at }) => String(at)}
        empty={words.noRows}
        columns={[
          {
            key: 'record',
            header: words.record,
            cell: ({ record }) => <a href={href(lang, record.path)}>{record.name[lang]}</a>,
          },
          {
            key: 'row',
            header: words.row,
            cell: ({ row, reason, at }) => {
              const before = all[first + at - 1];
              const begins = before?.row !== row || before?.reason !== reason;
              const text =
                row === null
                  ? words.notCounted(reason?.[lang] ?? '')
                  : chart.rowInWords(data.rows[row], state, lang);
              const anchor =
                row === null
                  ? `out-${data.leftOut.findIndex((each) => each.reason === reason)}`
                  : `row-${row}`;
              return begins ? <span id={anchor}>{text}</span> : text;
            },
          },
          {
            key: 'sources',
            header: words.sources,
            cell: ({ record }) => <RecordSources lang={lang} record={record} most={mostSources} />,
          },
        ]}
      />
      {more > 0 ? <p className="table-note">{words.unlisted(more)}</p> : null}
      <Pager
        lang={lang}
        page={page}
        pages={pages}
        size={recordsOnPage}
        all={all.length}
        path={(number) => recordsPath(answer, number)}
      />
      {page === 1 ? (
        <Section id="sources" title={words.sources}>
          <SourceEntries lang={lang} sources={answer.sources} />
          {answer.sourceCount > answer.sources.length ? (
            <p>{words.moreSources(answer.sourceCount - answer.sources.length)}</p>
          ) : null}
        </Section>
      ) : null}
    </Page>
  );
});
