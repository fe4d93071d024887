import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type SourceWithUse, sourcesWithUse } from '@/database/queries/sources-with-use';
import { isLang, type Lang } from '@/domain/bilingual';
import { placesInOrder } from '@/domain/name-order';
import { formatPartialDate } from '@/domain/partial-date';
import { href } from '@/i18n/href';
import { formatShare } from '@/i18n/numbers';
import { languageNames, sourceOrderNames, sourceWords } from '@/i18n/sources';
import { choice, type StateOf } from '@/linking/parameters';
import { parseState, writeState } from '@/linking/state';
import { CursorPager } from '@/ui/cursor-pager';
import { DataTable } from '@/ui/data-table';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { pageMetadata } from '@/ui/page-metadata';
import { ask, editionOfRequest } from '../../asking';
import { cursorNames, pageAfter, readCursor } from '../../cursor';
import { noticesOf, type PageQuery, searchOf } from '../../page-query';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

const parameters = {
  sort: choice(
    { zh: sourceWords.zh.sort, en: sourceWords.en.sort },
    (['statements', 'published', 'title'] as const).map((value) => ({
      value,
      label: sourceOrderNames[value],
    })),
    'statements',
  ),
} as const;
type Sort = StateOf<typeof parameters>['sort'];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = sourceWords[lang];
  return pageMetadata({ lang, path: '/sources', title, description });
}

/** Rows on one page. */
const pageSize = 100;

/** `after`: the slug of the source that the page comes after; null or empty for the first page. */
function pathOf(sort: Sort, after: string | null = null): string {
  const query = new URLSearchParams(writeState(parameters, { sort }));
  if (after) query.set('after', after);
  return query.size === 0 ? '/sources' : `/sources?${query}`;
}

function inOrder(sources: readonly SourceWithUse[], sort: Sort): SourceWithUse[] {
  const places = placesInOrder('zh', sources, ({ title }) => [title]);
  const place = ({ title }: SourceWithUse) => places.get(title) ?? 0;
  const orders: Record<Sort, (a: SourceWithUse, b: SourceWithUse) => number> = {
    statements: (a, b) => b.statements - a.statements,
    published: (a, b) => (b.published ?? '').localeCompare(a.published ?? ''),
    title: (a, b) => place(a) - place(b),
  };
  return sources.toSorted(orders[sort]);
}

/** Every source, and how much rests on it. */
export default async function SourcesPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const search = searchOf(await searchParams);
  const { state, problems } = parseState(parameters, search, { elsewhere: cursorNames });
  const sources = inOrder(await ask(sourcesWithUse), state.sort);
  const { page, after, problems: lost } = pageAfter(sources, readCursor(search), pageSize);
  const words = sourceWords[lang];
  return (
    <Page
      lang={lang}
      path={pathOf(state.sort, after)}
      title={words.title}
      description={words.description}
      steps={[]}
      edition={await editionOfRequest()}
    >
      <Notice lang={lang} problems={noticesOf(lang, [...problems, ...lost])} />
      <div className="mb-5">
        <FindingLine>{findingOf(sources, lang)}</FindingLine>
      </div>
      <SourceTable lang={lang} sources={page.rows} sort={state.sort} />
      <CursorPager
        lang={lang}
        first={page.first}
        last={page.first + page.rows.length - 1}
        all={page.all}
        previous={page.previous === null ? null : pathOf(state.sort, page.previous)}
        next={page.next === null ? null : pathOf(state.sort, page.next)}
      />
    </Page>
  );
}

function findingOf(sources: readonly SourceWithUse[], lang: Lang): string {
  const words = sourceWords[lang];
  const sum = (key: 'statements' | 'unseen' | 'doubts') =>
    sources.reduce((total, source) => total + source[key], 0);
  const top = sources.toSorted((a, b) => b.statements - a.statements)[0];
  if (!top) return '';
  return (
    words.finding(
      sources.length,
      sum('statements'),
      top.publisher ?? top.title,
      formatShare(lang, top.statements / sum('statements')),
    ) +
    words.findingSeen(sum('unseen')) +
    words.findingDoubts(sum('doubts'))
  ).trim();
}

function SourceTable({ lang, sources, sort }: { lang: Lang; sources: readonly SourceWithUse[]; sort: Sort }) {
  const words = sourceWords[lang];
  const sortedBy = (by: Sort, direction: 'ascending' | 'descending') => ({
    href: href(lang, pathOf(by)),
    direction: sort === by ? direction : null,
  });
  const count = (value: number) => (value === 0 ? <span className="nothing">—</span> : value);
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      stack
      sparse
      rows={sources}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'source',
          header: words.source,
          width: '46%',
          sort: sortedBy('title', 'ascending'),
          cell: ({ slug, title, publisher }) => (
            <>
              <a href={href(lang, `/sources/${slug}`)}>{title}</a>
              {publisher === null ? null : (
                <span className="block font-normal text-muted text-small">{publisher}</span>
              )}
            </>
          ),
        },
        {
          key: 'published',
          header: words.published,
          sort: sortedBy('published', 'descending'),
          cell: ({ published }) =>
            published === null ? (
              <span className="text-muted">{words.noDate}</span>
            ) : (
              <span className="whitespace-nowrap">{formatPartialDate(published, lang)}</span>
            ),
        },
        { key: 'language', header: words.language, cell: ({ language }) => languageNames[language]?.[lang] },
        { key: 'records', header: words.records, align: 'end', cell: ({ records }) => count(records) },
        {
          key: 'statements',
          header: words.statements,
          align: 'end',
          sort: sortedBy('statements', 'descending'),
          cell: ({ statements }) => count(statements),
        },
        { key: 'doubts', header: words.doubts, align: 'end', cell: ({ doubts }) => count(doubts) },
        {
          key: 'seen',
          header: words.seen,
          cell: ({ seen, unseen }) =>
            seen && unseen === 0 ? words.seenYes : unseen > 0 ? `${words.unseen} ${unseen}` : words.seenNo,
        },
      ]}
    />
  );
}
