import type { Lang } from '@/domain/bilingual';
import { data as colours, surface } from '@/domain/palette';
import { joinList, joinSentences } from '@/i18n/list';
import { numberOf } from '@/linking/parameters';
import { textColumn } from '../engine/columns';
import { type ChartData, type Column, defineChart, limitedTo } from '../engine/definition';
import { countLeftOut } from '../engine/left-out';
import {
  answered,
  countEvents,
  EventsLeftOut,
  type FundingRead,
  fundingNote,
  matching,
  organizationAt,
  organizationOptions,
  readFunding,
} from '../facts/funding-events';
import { currencyOf, fundingColumns, sumInWords, sumOfSums } from '../facts/funding-sum';
import { checkPeriod } from '../facts/period';
import { EventsThatCount, mayBeAmong, moneyOf, ownersOf } from './ranking';
import { type FundedRow, parameters, type State } from './rows';
import { mostFundedWords } from './words';

export type Read = FundingRead;

export const definition = defineChart({
  slug: 'most-funded',
  name: { zh: '融资最多的机构', en: 'Most funded' },
  question: () => ({
    zh: '哪些大模型公司融到的钱最多？',
    en: 'Which large-model companies have raised the most money?',
  }),
  parameters,
  read: readFunding,
  options: ({ columns }) => ({ organizations: organizationOptions(columns, 'organizations') }),
  check: checkPeriod,
  highlight: { options: 'organizations', of: (row) => row.organization },
  answer,
  columns,
  finding,
  rowInWords: (row, state, lang) =>
    mostFundedWords[lang].row(row.name[lang], row.events, sumInWords(row, currencyOf(state), lang)),
  legend: (rows) => [
    ...(rows.some((row) => row.floor > 0)
      ? [
          {
            label: { zh: mostFundedWords.zh.floor, en: mostFundedWords.en.floor },
            colour: colours.blue,
            mark: 'solid' as const,
          },
        ]
      : []),
    ...(rows.some((row) => row.ceiling !== null && row.ceiling > row.floor)
      ? [
          {
            label: { zh: mostFundedWords.zh.between, en: mostFundedWords.en.between },
            colour: rows.some((row) => row.floor > 0) ? colours.blue : surface.muted,
            mark: 'hatched' as const,
          },
        ]
      : []),
  ],
});

function answer(read: Read, state: State): ChartData<FundedRow> {
  const { columns } = read;
  const left = new EventsLeftOut();
  // Organizations that a reader picked by name are all shown; the limit is for the whole field.
  const most = state.organizations.length > 0 ? Number.POSITIVE_INFINITY : numberOf(state.top);
  const events = new EventsThatCount(columns.size);
  countEvents(
    columns,
    state,
    matching(columns, state.organizations, state.rounds),
    left,
    events.add,
    state.rounds.length === 0,
  );
  const owners = ownersOf(columns, events);
  const ranked = [...moneyOf(columns, events, mayBeAmong(owners, most))]
    .map(([id, money]) => {
      const { slug, name } = organizationAt(columns, money.first[0] as number);
      return { id, row: { organization: slug, name, ...money.sum() }, events: money };
    })
    .sort((a, b) => higher(a.row, b.row));
  const shown = ranked.slice(0, most);
  const beyond = owners.count - shown.length;
  const isShown = new Uint8Array(owners.floor.length);
  for (const { id } of shown) isShown[id] = 1;
  const counted = new Uint8Array(columns.size);
  const reason = {
    zh: mostFundedWords.zh.beyond(numberOf(state.top), beyond),
    en: mostFundedWords.en.beyond(numberOf(state.top), beyond),
  };
  const others = beyond > 0 ? left.for(reason) : null;
  events.each((row) => {
    if (isShown[columns.organization[row] as number] === 1) counted[row] = 1;
    else others?.add(row);
  });
  const data = answered(
    read,
    shown,
    left,
    [
      fundingNote,
      {
        zh: '按下限排序：上限再高也只是可能。传闻、基石、实物出资、债权和并购不计入；选了时段或轮次时，多轮合计也不计。见“没有计入的记录”。',
        en: 'The order is that of the floors: a ceiling is only what is possible. Rumours, cornerstones, payments in kind, debt and acquisitions are not counted, nor are sums over several rounds where a time or a round is chosen; see “Records left out”.',
      },
    ],
    (row) => counted[row] === 1,
  );
  return { ...data, ...limitedTo(shown.length, owners.count) };
}

/** By the floor, then by the ceiling (open is highest), then by the number of events. */
function higher(a: FundedRow, b: FundedRow): number {
  const ceiling = (row: FundedRow) => row.ceiling ?? Number.MAX_VALUE;
  return (
    b.floor - a.floor ||
    ceiling(b) - ceiling(a) ||
    b.events - a.events ||
    (a.organization < b.organization ? -1 : 1)
  );
}

function columns(state: State): Column<FundedRow>[] {
  return [
    textColumn('organization', { zh: '机构', en: 'Organization' }, (row, lang) => row.name[lang], {
      path: (row) => `/vendors/${row.organization}`,
    }),
    ...fundingColumns<FundedRow>(currencyOf(state)),
  ];
}

function finding({ rows, leftOut, limited }: ChartData<FundedRow>, state: State, lang: Lang): string {
  const words = mostFundedWords[lang];
  const [first] = rows;
  if (!first) return words.none;
  const known = rows.filter((row) => row.events > row.undisclosed);
  const leaders = known.filter((row) => row.floor === first.floor).map((row) => row.name[lang]);
  const sum = sumOfSums(rows);
  const sentences =
    known.length === 0
      ? [words.noneDisclosed(rows.length)]
      : [
          words.first(joinList(lang, leaders), leaders.length, sumInWords(first, currencyOf(state), lang)),
          rows.length > 1 ? words.sum(rows.length, sum.events, sumInWords(sum, currencyOf(state), lang)) : '',
          words.silent(rows.length - known.length),
        ];
  // What organizations further down raised counts, and the limit is told of by itself.
  const beyond = limited && mostFundedWords.en.beyond(numberOf(state.top), limited.all - limited.shown);
  const notCounted = leftOut.filter(({ reason }) => reason.en !== beyond);
  return joinSentences(lang, [...sentences, words.left(countLeftOut(notCounted))]);
}
