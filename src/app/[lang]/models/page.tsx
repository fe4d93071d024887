import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { EndOfRecords } from '@/app/end-of-records';
import { pageMetadata } from '@/app/page-metadata';
import { isLang, type Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { modelWords } from '@/i18n/models';
import { CursorPager } from '@/ui/cursor-pager';
import { FindingLine } from '@/ui/finding-line';
import { ListTools, toggledColumn } from '@/ui/list-tools';
import { NothingMatches } from '@/ui/nothing-matches';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { ask } from '../../asking';
import { canonicalPage } from '../../cursor';
import { OrderLinks } from '../../order-links';
import { madeByForm, noticesOf, type PageQuery, searchOf } from '../../page-query';
import { ModelFacets } from './model-facets';
import { modelsFinding } from './model-finding';
import { listModels, type ModelList, modelsOfPage, sortKeyOf } from './model-list';
import { type ModelState, modelColumns, modelFilters, modelParameters, modelsPath } from './model-state';
import { ModelTable } from './model-table';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = modelWords[lang];
  return pageMetadata({
    lang,
    path: canonicalPage('/models', searchOf(await searchParams)),
    title,
    description,
  });
}

/** All models on record, filtered by links. */
export default async function ModelsPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const query = await searchParams;
  const { list, rows } = await ask(async (facts) => {
    const found = await listModels(facts, searchOf(query), lang);
    return { list: found, rows: await modelsOfPage(facts, found.page.rows) };
  });
  const { page, state } = list;
  const path = modelsPath(state, list.after);
  if (list.problems.length === 0 && (list.moved || madeByForm(query))) redirect(href(lang, path));
  const words = modelWords[lang];
  return (
    <Page
      lang={lang}
      path={path}
      title={words.title}
      description={words.description}
      steps={[]}
      edition={list.edition}
    >
      <Notice lang={lang} problems={noticesOf(lang, list.problems)} />
      <ModelFacets lang={lang} list={list} />
      {list.matching.length === 0 ? (
        <NothingMatches
          lang={lang}
          text={words.none}
          conditions={modelFilters
            .filter((name) => state[name].length > 0)
            .map((name) => ({ name: words[name], path: modelsPath({ ...state, [name]: [] }) }))}
        />
      ) : (
        <>
          <FindingLine>{modelsFinding(list.matching, lang)}</FindingLine>
          <Orders lang={lang} list={list} />
          <div className="mt-4">
            <ModelTable lang={lang} models={rows} state={state} />
          </div>
        </>
      )}
      <EndOfRecords lang={lang} kind="model" />
      <CursorPager
        lang={lang}
        first={page.first}
        last={page.first + page.rows.length - 1}
        all={page.all}
        previous={page.previous === null ? null : modelsPath(state, page.previous)}
        next={page.next === null ? null : modelsPath(state, page.next)}
      />
      <ListTools
        lang={lang}
        file={(extension) => modelsPath(state, null, extension)}
        columns={Object.entries(modelColumns).map(([key, { field }]) => ({
          key,
          label: field.label[lang],
          active: state.columns.length === 0 || state.columns.includes(key),
          path: modelsPath({
            ...state,
            columns: toggledColumn(state.columns, key, Object.keys(modelColumns)),
          }),
        }))}
      />
    </Page>
  );
}

function Orders({ lang, list: { state, matching } }: { lang: Lang; list: ModelList }) {
  const tells = (sort: ModelState['sort']) =>
    sort === 'vendor' || sort === 'name' || matching.some((model) => sortKeyOf(sort, model) !== null);
  return (
    <OrderLinks
      label={modelWords[lang].sort}
      orders={modelParameters.sort.options
        .filter(({ value }) => tells(value))
        .map(({ value, label }) => ({
          key: value,
          label: label[lang],
          href: href(lang, modelsPath({ ...state, sort: value })),
          active: state.sort === value,
        }))}
    />
  );
}
