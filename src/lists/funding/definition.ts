import { slugAt } from '@/database/queries/funding-columns';
import { type FundingEventInFull, fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import type { FundingMatches } from '@/database/queries/funding-events-matching';
import type { Facts } from '@/database/reading';
import type { Bilingual } from '@/domain/bilingual';
import { formatTotal, type Total } from '@/domain/totals';
import { fundingPage } from '@/i18n/funding';
import { joinList } from '@/i18n/list';
import { fundingEventBook } from '@/records/funding-event/book';
import { cursorNames, pageOf, readCursor } from '../engine/cursor';
import type { ListAnswer, ListColumn, ListDefinition } from '../engine/definition';
import { fieldColumn } from '../engine/field-column';
import { slugColumn } from '../engine/table';
import { roundWords, sourceCount, statedAmounts, statedValuations } from './event-words';
import { matchingFunding } from './matching-funding';
import { type FundingState, fundingParameters, fundingPath } from './parameters';
import { totalOfEvents } from './total-of-events';

/** Events on one page of the list. */
const pageSize = 100;

/** A funding event as far as the list needs it before it is shown. */
export interface ListedEvent {
  id: number;
  slug: string;
}

/** The list of funding events that an address asks for. */
export interface FundingAnswer extends ListAnswer<ListedEvent, FundingState> {
  matches: FundingMatches;
  /** What these events raised together. */
  total: Total;
}

type Column = ListColumn<FundingEventInFull>;

const text = (key: string, label: Bilingual, value: Column['value']): Column => ({
  key,
  label,
  kind: 'text',
  unit: null,
  value,
});
const figure = (key: string, label: Bilingual, unit: string | null, value: Column['value']): Column => ({
  key,
  label,
  kind: 'number',
  unit,
  value,
});
const both = (key: 'round' | 'amount' | 'valuation' | 'investors' | 'sources'): Bilingual => ({
  zh: fundingPage.zh[key],
  en: fundingPage.en[key],
});

const columns: readonly Column[] = [
  slugColumn(),
  text(
    'organization',
    fundingEventBook.organization.label,
    ({ organization }, lang) => organization.name[lang],
  ),
  text(
    'organization-slug',
    { zh: '机构代号', en: 'Organization slug' },
    ({ organization }) => organization.slug,
  ),
  text('round', both('round'), ({ round }, lang) => roundWords(round, lang).name),
  fieldColumn('type', fundingEventBook.type, ({ type }) => type),
  fieldColumn('announced', fundingEventBook.announced, ({ announced }) => announced),
  text(
    'amount-stated',
    { zh: '金额原话', en: 'Amount as stated' },
    (event) => statedAmounts(event, true).join(' / ') || null,
  ),
  text('currency', { zh: '币种', en: 'Currency' }, ({ amount }) => amount.currency),
  figure('amount-floor', { zh: '金额至少', en: 'Amount at least' }, null, ({ amount }) => amount.min),
  figure('amount-ceiling', { zh: '金额至多', en: 'Amount at most' }, null, ({ amount }) => amount.max),
  ...(['CNY', 'USD'] as const).flatMap((currency) => [
    figure(
      `${currency.toLowerCase()}-floor`,
      { zh: '折合至少', en: 'Converted, at least' },
      currency,
      (event) => whole(event.converted[currency].min),
    ),
    figure(
      `${currency.toLowerCase()}-ceiling`,
      { zh: '折合至多', en: 'Converted, at most' },
      currency,
      (event) => whole(event.converted[currency].max),
    ),
  ]),
  text(
    'valuation',
    both('valuation'),
    (event, lang) =>
      statedValuations(event)
        .map((each) =>
          each.when === 'not-stated' ? each.text : `${each.text} (${fundingPage[lang][each.when]})`,
        )
        .join(' / ') || null,
  ),
  text(
    'investors',
    both('investors'),
    ({ participations }, lang) =>
      joinList(
        lang,
        participations.map(({ investor }) => investor.name[lang]),
      ) || null,
  ),
  figure('sources', both('sources'), null, sourceCount),
];

/** Converted money is an estimate: parts of a unit would say more than is known. */
function whole(money: number | null): number | null {
  return money === null ? null : Math.round(money);
}

/** Every funding event, newest first. Events are filtered in columns, and only those of a page are made. */
export const funding: ListDefinition<ListedEvent, FundingState, FundingEventInFull, FundingAnswer> = {
  slug: 'funding',
  kind: 'funding-event',
  words: fundingPage,
  parameters: fundingParameters,
  facets: [],
  columns,
  filed: (facts, rows) => eventsInOrder(facts, rows),
  async answer(facts, search, _lang, strict = false) {
    const {
      organizations,
      state,
      problems,
      matching: matches,
    } = await matchingFunding(facts, search, [...cursorNames, 'lang', 'bom'], strict);
    const { columns: kept, rows } = matches;
    const rowAt = (place: number): ListedEvent => {
      const row = rows[place] as number;
      return { id: kept.id[row] as number, slug: slugAt(kept, row) };
    };
    const placeOf = (slug: string) => rows.findIndex((row) => slugAt(kept, row) === slug);
    const cursor = readCursor(search);
    const { page, after, problems: lost } = pageOf({ size: rows.length, placeOf, rowAt }, cursor, pageSize);
    return {
      edition: facts.edition,
      state,
      problems: [...problems, ...lost],
      get matching() {
        return Array.from(rows, (_, place) => rowAt(place));
      },
      counts: {},
      options: { organization: organizations },
      page,
      after,
      moved: cursor.page !== null,
      matches,
      total: totalOfEvents(matches),
    };
  },
  path: fundingPath,
  finding({ matches, total }, lang) {
    const colon = lang === 'zh' ? '：' : ': ';
    const stop = lang === 'zh' ? '。' : '.';
    return `${fundingPage[lang].count(matches.rows.length)}${colon}${formatTotal(total, matches.currency, lang)}${stop}`;
  },
};

/** Events in full, in the order of the rows. */
export async function eventsInOrder(
  facts: Facts,
  rows: readonly ListedEvent[],
): Promise<FundingEventInFull[]> {
  return fundingEventsInFull(
    facts,
    rows.map(({ id }) => id),
  );
}
