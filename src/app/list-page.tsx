import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import type { Facts } from '@/database/reading';
import { isLang, type Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { listWords } from '@/i18n/lists';
import type { ChartState } from '@/linking/parameters';
import { canonicalPage } from '@/lists/engine/cursor';
import type { ListAnswer, Listable, ListView } from '@/lists/engine/definition';
import { filtersSet } from '@/lists/engine/facet-choices';
import { CursorPager } from '@/ui/cursor-pager';
import { FindingLine } from '@/ui/finding-line';
import { ListFiles, ListTools, toggledColumn } from '@/ui/list-tools';
import { NothingMatches } from '@/ui/nothing-matches';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { ask } from './asking';
import { ListFacets } from './list-facets';
import { OrderLinks } from './order-links';
import { pageMetadata } from './page-metadata';
import { madeByForm, noticesOf, type PageQuery, searchOf } from './page-query';

/** What Next gives the page of a list. */
export type ListProps = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

/** What is seen of a list before it is opened: by search engines and in chats. */
export async function listMetadata(
  { slug, words }: Pick<ListView, 'slug' | 'words'>,
  { params, searchParams }: ListProps,
): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = words[lang];
  const path = canonicalPage(`/${slug}`, searchOf(await searchParams));
  return pageMetadata({ lang, path, title, description });
}

/** The list that an address asks for, and the rows of its page as the page shows them. */
export async function readList<Answer extends ListAnswer<Listable, ChartState>, Shown>(
  definition: {
    answer(facts: Facts, search: URLSearchParams, lang: Lang): Promise<Answer>;
    path(state: Answer['state'], after: string | null): string;
  },
  { params, searchParams }: ListProps,
  shown: (facts: Facts, rows: Answer['page']['rows']) => Promise<readonly Shown[]>,
): Promise<{ lang: Lang; list: Answer; rows: readonly Shown[] }> {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const query = await searchParams;
  const { list, rows } = await ask(async (facts) => {
    const found = await definition.answer(facts, searchOf(query), lang);
    return { list: found, rows: await shown(facts, found.page.rows) };
  });
  if (list.problems.length === 0 && (list.moved || madeByForm(query)))
    redirect(href(lang, definition.path(list.state, list.after)));
  return { lang, list, rows };
}

type Props<Row extends Listable, State extends ChartState, Answer extends ListAnswer<Row, State>> = {
  lang: Lang;
  definition: ListView<Row, State, Answer>;
  list: Answer;
  /** A form of filters; it has the order too. */
  filters?: ReactNode;
  /** The finding, where more is to be said than a sentence. */
  finding?: ReactNode;
  /** In place of the conditions of the definition's facets. */
  conditions?: readonly { name: string; path: string }[];
  /** The table. */
  children: ReactNode;
  /** Below the table. */
  end?: ReactNode;
  /** Below everything. */
  last?: ReactNode;
};

/** The page of a list: filters, finding, orders, table, pages, files, columns. */
export function ListPage<
  Row extends Listable,
  State extends ChartState,
  Answer extends ListAnswer<Row, State>,
>({ lang, definition, list, filters, finding, conditions, children, end, last }: Props<Row, State, Answer>) {
  const { title, description, none = listWords[lang].none } = definition.words[lang];
  const { page, state } = list;
  const said = definition.finding(list, lang);
  return (
    <Page
      lang={lang}
      path={definition.path(state, list.after)}
      title={title}
      description={description}
      steps={[]}
      edition={list.edition}
    >
      <Notice lang={lang} problems={noticesOf(lang, list.problems)} />
      {filters}
      <ListFacets lang={lang} definition={definition} list={list} />
      {page.all === 0 ? (
        <NothingMatches
          lang={lang}
          text={none}
          conditions={conditions ?? filtersSet(definition, state, lang)}
        />
      ) : (
        <>
          {finding ?? (said === '' ? null : <FindingLine>{said}</FindingLine>)}
          {filters === undefined ? <Orders lang={lang} definition={definition} list={list} /> : null}
          <div className="mt-4">{children}</div>
        </>
      )}
      {end}
      <CursorPager
        lang={lang}
        first={page.first}
        last={page.first + page.rows.length - 1}
        all={page.all}
        previous={page.previous === null ? null : definition.path(state, page.previous)}
        next={page.next === null ? null : definition.path(state, page.next)}
      />
      <Tools lang={lang} definition={definition} state={state} />
      {last}
    </Page>
  );
}

type PartProps<Row extends Listable, State extends ChartState> = {
  lang: Lang;
  definition: Pick<ListView<Row, State>, 'parameters' | 'path' | 'tells'>;
};

/** The orders as links for phones; where a table has no heads to sort by, for everybody. */
function Orders<Row extends Listable, State extends ChartState>({
  lang,
  definition,
  list,
}: PartProps<Row, State> & { list: ListAnswer<Row, State> }) {
  const { state } = list;
  const { sort } = definition.parameters;
  if (sort?.kind !== 'choice') return null;
  return (
    <OrderLinks
      label={sort.label[lang]}
      orders={sort.options
        .filter(({ value }) => definition.tells?.(value, list.matching) ?? true)
        .map(({ value, label }) => ({
          key: value,
          label: label[lang],
          href: href(lang, definition.path({ ...state, sort: value })),
          active: state.sort === value,
        }))}
    />
  );
}

function Tools<Row extends Listable, State extends ChartState>({
  lang,
  definition,
  state,
}: PartProps<Row, State> & { state: State }) {
  const file = (extension: string) => definition.path(state, null, extension);
  const { columns } = definition.parameters;
  if (columns?.kind !== 'list') return <ListFiles lang={lang} file={file} />;
  const shown = state.columns as readonly string[];
  const options = columns.options ?? [];
  const keys = options.map(({ value }) => value);
  return (
    <ListTools
      lang={lang}
      file={file}
      columns={options.map(({ value, label }) => ({
        key: value,
        label: label[lang],
        active: shown.length === 0 || shown.includes(value),
        path: definition.path({ ...state, columns: toggledColumn(shown, value, keys) }),
      }))}
    />
  );
}

/** Makes the head of a column a link that sorts by it; nothing where there is no state to sort. */
export function sortedBy<State extends ChartState>(
  lang: Lang,
  { path }: Pick<ListView<Listable, State>, 'path'>,
  state: State | undefined,
  sort: State['sort'] & string,
  direction: 'ascending' | 'descending',
) {
  if (state === undefined) return {};
  return {
    sort: {
      href: href(lang, path({ ...state, sort })),
      direction: state.sort === sort ? direction : null,
    },
  };
}
