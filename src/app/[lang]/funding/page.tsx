import type { Metadata } from 'next';
import { EndOfRecords } from '@/app/end-of-records';
import { ListPage, type ListProps, listMetadata, readList } from '@/app/list-page';
import { searchOf } from '@/app/page-query';
import { isLang, type Lang } from '@/domain/bilingual';
import { feedTypes } from '@/i18n/feed-address';
import { fundingPage } from '@/i18n/funding';
import { knownThroughLabel } from '@/i18n/source-byline';
import { eventsInOrder, funding } from '@/lists/funding/definition';
import { type FundingState, fundingPath, parseFunding, writeFunding } from '@/lists/funding/parameters';
import { FeedLinks } from '@/ui/feed-links';
import { FilterForm } from './filter-form';
import { FundingTable } from './funding-table';
import { TotalLine } from './total-line';

export async function generateMetadata(props: ListProps): Promise<Metadata> {
  const { lang } = await props.params;
  if (!isLang(lang)) return {};
  const { state } = parseFunding(searchOf(await props.searchParams));
  const { title } = fundingPage[lang];
  const types = feedTypes(lang, [{ name: 'funding', title, query: writeFunding(state) }]);
  const metadata = await listMetadata(funding, props);
  return { ...metadata, alternates: { ...metadata.alternates, types } };
}

/** Every funding event, filtered, with a total that says what it knows and what it does not. */
export default async function FundingPage(props: ListProps) {
  const { lang, list, rows } = await readList(funding, props, eventsInOrder);
  const words = fundingPage[lang];
  const { undated, currency } = list.matches;
  return (
    <ListPage
      lang={lang}
      definition={funding}
      list={list}
      filters={<FilterForm lang={lang} list={list} />}
      finding={<TotalLine lang={lang} list={list} />}
      conditions={conditionsOf(list.state, lang)}
      end={
        <>
          {list.page.all > 0 || undated === 0 ? null : (
            <p className="text-muted text-small">{words.undatedLeft(undated)}</p>
          )}
          <EndOfRecords lang={lang} kind="funding-event" />
        </>
      }
      last={<FeedLinks lang={lang} label={words.feed} name="funding" query={writeFunding(list.state)} />}
    >
      <FundingTable lang={lang} events={rows} currency={currency} caption={words.caption} />
      <p className="table-note">{words.conversionNote}</p>
    </ListPage>
  );
}

/** What a state sets, each with the address that drops it. */
function conditionsOf(state: FundingState, lang: Lang): { name: string; path: string }[] {
  const words = fundingPage[lang];
  const conditions: { name: string; set: boolean; without: Partial<FundingState> }[] = [
    { name: state.q, set: state.q !== '', without: { q: '' } },
    { name: words.organization, set: state.organization.length > 0, without: { organization: [] } },
    { name: words.round, set: state.family.length > 0, without: { family: [] } },
    { name: words.type, set: state.type.length > 0, without: { type: [] } },
    { name: knownThroughLabel[lang], set: state.via.length > 0, without: { via: [] } },
    { name: words.period, set: state.from !== null || state.to !== null, without: { from: null, to: null } },
    { name: words.min, set: state.min !== null, without: { min: null } },
  ];
  return conditions
    .filter(({ set }) => set)
    .map(({ name, without }) => ({ name, path: fundingPath({ ...state, ...without }) }));
}
