import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { pageMetadata } from '@/app/page-metadata';
import { isLang, type Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { vendorList } from '@/i18n/vendors';
import { CursorPager } from '@/ui/cursor-pager';
import { FilterLink } from '@/ui/filter-link';
import { FindingLine } from '@/ui/finding-line';
import { ListTools, toggledColumn } from '@/ui/list-tools';
import { NothingMatches } from '@/ui/nothing-matches';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { ask } from '../../asking';
import { canonicalPage } from '../../cursor';
import { madeByForm, noticesOf, type PageQuery, searchOf } from '../../page-query';
import { VendorFacets } from './vendor-facets';
import { findingOf } from './vendor-finding';
import { listVendors, type VendorList, vendorsOfPage } from './vendor-list';
import { vendorColumns, vendorFilters, vendorParameters, vendorsPath } from './vendor-state';
import { VendorTable } from './vendor-table';
import './vendors.css';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = vendorList[lang];
  return pageMetadata({
    lang,
    path: canonicalPage('/vendors', searchOf(await searchParams)),
    title,
    description,
  });
}

/** Organizations that make or run something, filtered by links; investors on request. */
export default async function VendorsPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const query = await searchParams;
  const { list, rows } = await ask(async (facts) => {
    const found = await listVendors(facts, searchOf(query), lang);
    return { list: found, rows: await vendorsOfPage(facts, found.page.rows) };
  });
  const { page, state } = list;
  const path = vendorsPath(state, list.after);
  if (list.problems.length === 0 && (list.moved || madeByForm(query))) redirect(href(lang, path));
  const words = vendorList[lang];
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
      <VendorFacets lang={lang} list={list} />
      {list.matching.length === 0 ? (
        <NothingMatches
          lang={lang}
          text={words.none}
          conditions={vendorFilters
            .filter((name) => state[name].length > 0)
            .map((name) => ({ name: words[name], path: vendorsPath({ ...state, [name]: [] }) }))}
        />
      ) : (
        <>
          <FindingLine>{findingOf(list.matching, lang)}</FindingLine>
          <Orders lang={lang} list={list} />
          <VendorTable lang={lang} rows={rows} state={state} />
        </>
      )}
      <CursorPager
        lang={lang}
        first={page.first}
        last={page.first + page.rows.length - 1}
        all={page.all}
        previous={page.previous === null ? null : vendorsPath(state, page.previous)}
        next={page.next === null ? null : vendorsPath(state, page.next)}
      />
      <ListTools
        lang={lang}
        file={(extension) => vendorsPath(state, null, extension)}
        columns={Object.entries(vendorColumns).map(([key, label]) => ({
          key,
          label: label[lang],
          active: state.columns.length === 0 || state.columns.includes(key),
          path: vendorsPath({
            ...state,
            columns: toggledColumn(state.columns, key, Object.keys(vendorColumns)),
          }),
        }))}
      />
    </Page>
  );
}

/** The orders as links for phones, where stacked rows have no head to sort by. */
function Orders({ lang, list }: { lang: Lang; list: VendorList }) {
  const { state } = list;
  return (
    <nav className="vendor-sort mt-4" aria-label={vendorList[lang].sortedBy}>
      {vendorParameters.sort.options.map(({ value, label }) => (
        <FilterLink
          key={value}
          href={href(lang, vendorsPath({ ...state, sort: value }))}
          aria-current={state.sort === value ? 'true' : undefined}
        >
          {label[lang]}
        </FilterLink>
      ))}
    </nav>
  );
}
