import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '@/app/page-metadata';
import { type SourceWithUse, sourcesWithUse } from '@/database/queries/sources-with-use';
import { isLang, type Lang } from '@/domain/bilingual';
import { placesInOrder } from '@/domain/name-order';
import { sourceVias } from '@/domain/source-via';
import { href } from '@/i18n/href';
import { formatShare } from '@/i18n/numbers';
import { sourceByline, sourceName } from '@/i18n/source-byline';
import { sourceOrderNames, sourceWords } from '@/i18n/sources';
import { choice, type StateOf, slugList } from '@/linking/parameters';
import { parseState, writeState } from '@/linking/state';
import { languageNames, viaNames } from '@/records/source/book';
import { CursorPager } from '@/ui/cursor-pager';
import { DataTable } from '@/ui/data-table';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { PartialTime } from '@/ui/partial-time';
import { ask, editionOfRequest } from '../../asking';
import { canonicalPage, cursorNames, pageAfter, readCursor } from '../../cursor';
import { noticesOf, type PageQuery, searchOf } from '../../page-query';
import { doubtsPath } from '../doubts/doubt-state';

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
  via: slugList(
    { zh: sourceWords.zh.via, en: sourceWords.en.via },
    sourceVias.map((value) => ({ value, label: viaNames[value] })),
  ),
} as const;
type State = StateOf<typeof parameters>;
type Sort = State['sort'];

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = sourceWords[lang];
  return pageMetadata({
    lang,
    path: canonicalPage('/sources', searchOf(await searchParams)),
    title,
    description,
  });
}

/** Rows on one page. */
const pageSize = 100;

/** `after`: the slug of the source that the page comes after; null or empty for the first page. */
function pathOf(state: State, after: string | null = null): string {
  const query = new URLSearchParams(writeState(parameters, state));
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
  const all = await ask(sourcesWithUse);
  const sources = inOrder(
    state.via.length === 0 ? all : all.filter(({ via }) => via !== null && state.via.includes(via)),
    state.sort,
  );
  const { page, after, problems: lost } = pageAfter(sources, readCursor(search), pageSize);
  const words = sourceWords[lang];
  return (
    <Page
      lang={lang}
      path={pathOf(state, after)}
      title={words.title}
      description={words.description}
      steps={[]}
      edition={await editionOfRequest()}
    >
      <Notice lang={lang} problems={noticesOf(lang, [...problems, ...lost])} />
      <div className="mb-5">
        <FindingLine>{findingOf(sources, lang)}</FindingLine>
      </div>
      <Vias lang={lang} sources={all} state={state} />
      <p className="mb-4 text-small">
        <a href={href(lang, '/doubts')}>{words.allDoubts} →</a>
      </p>
      <SourceTable lang={lang} sources={page.rows} state={state} />
      <CursorPager
        lang={lang}
        first={page.first}
        last={page.first + page.rows.length - 1}
        all={page.all}
        previous={page.previous === null ? null : pathOf(state, page.previous)}
        next={page.next === null ? null : pathOf(state, page.next)}
      />
    </Page>
  );
}

function findingOf(sources: readonly SourceWithUse[], lang: Lang): string {
  const words = sourceWords[lang];
  const sum = (key: 'statements' | 'unseen' | 'doubts') =>
    sources.reduce((total, source) => total + source[key], 0);
  const top = sources.toSorted((a, b) => b.statements - a.statements)[0];
  if (!top || top.statements === 0) return '';
  return (
    words.finding(
      sources.length,
      sum('statements'),
      sourceName(top, lang),
      formatShare(lang, top.statements / sum('statements')),
    ) +
    words.findingSeen(sum('unseen')) +
    words.findingDoubts(sum('doubts'))
  ).trim();
}

/** The sources by what was read of them, each a link to the list of only these. */
function Vias({ lang, sources, state }: { lang: Lang; sources: readonly SourceWithUse[]; state: State }) {
  const words = sourceWords[lang];
  const choices = [
    { name: words.viaAll, count: sources.length, chosen: state.via.length === 0, via: [] as string[] },
    ...sourceVias.map((each) => ({
      name: viaNames[each][lang],
      count: sources.filter(({ via }) => via === each).length,
      chosen: state.via.includes(each),
      via: [each as string],
    })),
  ];
  return (
    <nav className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-small" aria-label={words.via}>
      {choices.map(({ name, count, chosen, via }) => (
        <a
          key={name}
          href={href(lang, pathOf({ ...state, via }))}
          aria-current={chosen ? 'true' : undefined}
          className={chosen ? 'font-semibold' : undefined}
        >
          {name} {count}
        </a>
      ))}
    </nav>
  );
}

function SourceTable({
  lang,
  sources,
  state,
}: {
  lang: Lang;
  sources: readonly SourceWithUse[];
  state: State;
}) {
  const words = sourceWords[lang];
  const sortedBy = (by: Sort, direction: 'ascending' | 'descending') => ({
    href: href(lang, pathOf({ ...state, sort: by })),
    direction: state.sort === by ? direction : null,
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
          cell: (source) => {
            const by = sourceByline(source, lang);
            return (
              <>
                <a href={href(lang, `/sources/${source.slug}`)}>{source.title}</a>
                {by === null ? null : <span className="block font-normal text-muted text-small">{by}</span>}
              </>
            );
          },
        },
        {
          key: 'published',
          header: words.published,
          sort: sortedBy('published', 'descending'),
          cell: ({ published }) =>
            published === null ? (
              <span className="text-muted">{words.noDate}</span>
            ) : (
              <PartialTime lang={lang} date={published} className="whitespace-nowrap" />
            ),
        },
        { key: 'language', header: words.language, cell: ({ language }) => languageNames[language][lang] },
        { key: 'records', header: words.records, align: 'end', cell: ({ records }) => count(records) },
        {
          key: 'statements',
          header: words.statements,
          align: 'end',
          sort: sortedBy('statements', 'descending'),
          cell: ({ statements }) => count(statements),
        },
        {
          key: 'doubts',
          header: words.doubts,
          align: 'end',
          cell: ({ slug, doubts }) =>
            doubts === 0 ? (
              count(doubts)
            ) : (
              <a href={href(lang, doubtsPath({ source: [slug], doubt: ['doubted'] }))}>{doubts}</a>
            ),
        },
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
