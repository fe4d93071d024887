import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { EndOfRecords } from '@/app/end-of-records';
import { pageMetadata } from '@/app/page-metadata';
import { isLang, type Lang } from '@/domain/bilingual';
import { feedTypes } from '@/i18n/feed-address';
import { fundingPage } from '@/i18n/funding';
import { href } from '@/i18n/href';
import { knownThroughLabel } from '@/i18n/source-byline';
import { FeedLinks } from '@/ui/feed-links';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { ask } from '../../asking';
import { madeByForm, noticesOf, type PageQuery, searchOf } from '../../page-query';
import { FilterForm } from './filter-form';
import { type FundingList, fundingList } from './funding-list';
import { type FundingState, fundingPath, parseFunding, writeFunding } from './funding-state';
import { FundingTable } from './funding-table';
import { TotalLine } from './total-line';

type Props = { params: Promise<{ lang: string }>; searchParams: Promise<PageQuery> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const { title, description } = fundingPage[lang];
  const { state } = parseFunding(searchOf(await searchParams));
  // Each page of the whole list is one of its own for search engines; a list with filters is a part of it.
  const whole = writeFunding({ ...state, page: 1 }) === '';
  const types = feedTypes(lang, [{ name: 'funding', title, query: writeFunding({ ...state, page: 1 }) }]);
  const metadata = await pageMetadata({
    lang,
    path: whole ? fundingPath(state) : '/funding',
    title,
    description,
  });
  return { ...metadata, alternates: { ...metadata.alternates, types } };
}

/** Every funding event, filtered, with a total that says what it knows and what it does not. */
export default async function FundingPage({ params, searchParams }: Props) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const query = await searchParams;
  const list = await ask((facts) => fundingList(facts, searchOf(query)));
  const path = fundingPath(list.state);
  if (list.problems.length === 0 && madeByForm(query)) redirect(href(lang, path));
  const words = fundingPage[lang];
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
      <FilterForm lang={lang} list={list} />
      {list.matching === 0 ? <Nothing lang={lang} list={list} /> : <TotalLine lang={lang} list={list} />}
      {list.matching === 0 ? null : (
        <>
          <FundingTable lang={lang} events={list.events} currency={list.currency} caption={words.caption} />
          <p className="table-note">{words.conversionNote}</p>
        </>
      )}
      <EndOfRecords lang={lang} kind="funding-event" />
      {list.pages > 1 ? <Pages lang={lang} list={list} /> : null}
      <FeedLinks
        lang={lang}
        label={words.feed}
        name="funding"
        query={writeFunding({ ...list.state, page: 1 })}
      />
    </Page>
  );
}

/** Nothing matches: each condition with the link that drops it. */
function Nothing({ lang, list }: { lang: Lang; list: FundingList }) {
  const words = fundingPage[lang];
  const { state } = list;
  const conditions: { name: string; set: boolean; without: Partial<FundingState> }[] = [
    { name: state.q, set: state.q !== '', without: { q: '' } },
    { name: words.organization, set: state.organization.length > 0, without: { organization: [] } },
    { name: words.round, set: state.family.length > 0, without: { family: [] } },
    { name: words.type, set: state.type.length > 0, without: { type: [] } },
    { name: knownThroughLabel[lang], set: state.via.length > 0, without: { via: [] } },
    { name: words.period, set: state.from !== null || state.to !== null, without: { from: null, to: null } },
    { name: words.min, set: state.min !== null, without: { min: null } },
  ];
  const set = conditions.filter((condition) => condition.set);
  return (
    <div className="prose">
      <p>{words.none}</p>
      {list.undated === 0 ? null : <p className="text-muted text-small">{words.undatedLeft(list.undated)}</p>}
      {set.length === 0 ? null : (
        <p>
          {words.dropOne}{' '}
          {set.map(({ name, without }, at) => (
            <span key={name}>
              {at === 0 ? null : ' · '}
              <a href={href(lang, fundingPath({ ...state, ...without, page: 1 }))}>{words.without(name)}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function Pages({ lang, list }: { lang: Lang; list: FundingList }) {
  const words = fundingPage[lang];
  const { state, pages } = list;
  const to = (page: number) => href(lang, fundingPath({ ...state, page }));
  return (
    <nav className="mt-6 flex gap-6 text-small" aria-label={words.pages}>
      {state.page > 1 ? (
        <a rel="prev" href={to(state.page - 1)}>
          ← {words.previous}
        </a>
      ) : null}
      <span className="text-muted">{words.pageOf(state.page, pages)}</span>
      {state.page < pages ? (
        <a rel="next" href={to(state.page + 1)}>
          {words.next} →
        </a>
      ) : null}
    </nav>
  );
}
