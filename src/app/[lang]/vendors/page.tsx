import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { isLang, type Lang } from '@/domain/bilingual';
import { href } from '@/i18n/href';
import { vendorList } from '@/i18n/vendors';
import { FindingLine } from '@/ui/finding-line';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { pageMetadata } from '@/ui/page-metadata';
import { ask } from '../../asking';
import { madeByForm, noticesOf, type PageQuery, searchOf } from '../../page-query';
import { VendorFacets } from './vendor-facets';
import { findingOf } from './vendor-finding';
import { listVendors, type VendorList } from './vendor-list';
import { pageSize, vendorParameters, vendorsPath } from './vendor-state';
import { VendorTable } from './vendor-table';
import './vendors.css';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = vendorList[lang];
  return pageMetadata({ lang, path: '/vendors', title, description });
}

/** Organizations that make or run something, filtered by links; investors on request. */
export default async function VendorsPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const query = await searchParams;
  const list = await ask((facts) => listVendors(facts, searchOf(query), lang));
  const path = vendorsPath(list.state);
  if (list.problems.length === 0 && madeByForm(query)) redirect(href(lang, path));
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
        <p className="table-empty">{words.none}</p>
      ) : (
        <>
          <FindingLine>{findingOf(list.matching, lang)}</FindingLine>
          <Orders lang={lang} list={list} />
          <VendorTable lang={lang} list={list} />
        </>
      )}
      {list.pages > 1 ? <Pages lang={lang} list={list} /> : null}
    </Page>
  );
}

/** The orders as links for phones, where stacked rows have no head to sort by. */
function Orders({ lang, list }: { lang: Lang; list: VendorList }) {
  const { state } = list;
  return (
    <nav className="vendor-sort mt-4" aria-label={vendorList[lang].sortedBy}>
      {vendorParameters.sort.options.map(({ value, label }) => (
        <a
          key={value}
          href={href(lang, vendorsPath({ ...state, sort: value, page: 1 }))}
          aria-current={state.sort === value ? 'true' : undefined}
        >
          {label[lang]}
        </a>
      ))}
    </nav>
  );
}

function Pages({ lang, list }: { lang: Lang; list: VendorList }) {
  const words = vendorList[lang];
  const { state, pages, matching } = list;
  const to = (page: number) => href(lang, vendorsPath({ ...state, page }));
  const first = (state.page - 1) * pageSize + 1;
  const last = Math.min(matching.length, state.page * pageSize);
  return (
    <nav className="mt-6 flex flex-wrap gap-x-6 gap-y-2 text-small" aria-label={words.pages}>
      {state.page > 1 ? (
        <a rel="prev" href={to(state.page - 1)}>
          ← {words.previous}
        </a>
      ) : null}
      <span className="text-muted">{words.pageOf(state.page, pages, first, last, matching.length)}</span>
      {state.page < pages ? (
        <a rel="next" href={to(state.page + 1)}>
          {words.next} →
        </a>
      ) : null}
    </nav>
  );
}
