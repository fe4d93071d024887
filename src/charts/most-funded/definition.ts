import type { MoneyRange } from '@/database/queries/funding-events-by-date';
import type { Lang } from '@/domain/bilingual';
import { data as colours, surface } from '@/domain/palette';
import { mostFundedWords } from '@/i18n/funding-charts';
import { joinList } from '@/i18n/list';
import { type ChartData, type Column, defineChart } from '../definition';
import {
  basisOfEvent,
  countedAmount,
  type FundingEvent,
  fundingNote,
  readFundingEvents,
} from '../funding-events';
import { currencyOf, fundingColumns, sumInWords, sumOfRanges, sumOfSums } from '../funding-sum';
import { groupBy } from '../group-by';
import { countLeftOut, leftOutList } from '../left-out';
import { chosen, optionsFrom } from '../options';
import { checkPeriod } from '../period';
import { type FundedRow, parameters, type State } from './rows';

export type Read = { events: FundingEvent[] };

export const definition = defineChart({
  slug: 'most-funded',
  name: { zh: '融资最多的机构', en: 'Most funded' },
  question: () => ({
    zh: '哪些大模型公司融到的钱最多？',
    en: 'Which large-model companies have raised the most money?',
  }),
  parameters,
  read: async (facts): Promise<Read> => ({ events: await readFundingEvents(facts) }),
  options: ({ events }) => ({ organizations: optionsFrom(events.map((event) => event.company)) }),
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

function answer({ events }: Read, state: State): ChartData<FundedRow> {
  const left = leftOutList();
  const counted: { event: FundingEvent; amount: MoneyRange | null }[] = [];
  for (const event of events) {
    if (!chosen(state.organizations, event.company.slug) || !chosen(state.rounds, event.roundFamily))
      continue;
    const result = countedAmount(event, state, state.currency);
    if (result.outside) continue;
    if (result.why) left.leave(result.why, basisOfEvent(event));
    else counted.push({ event, amount: result.amount });
  }
  const ranked = [...groupBy(counted, ({ event }) => event.company.slug)]
    .map(([organization, own]) => ({
      row: {
        organization,
        name: own[0]?.event.company.name ?? { zh: organization, en: organization },
        ...sumOfRanges(own.map(({ amount }) => amount)),
      },
      basis: own.map(({ event }) => basisOfEvent(event)),
    }))
    .sort((a, b) => higher(a.row, b.row));
  // Organizations that a reader picked by name are all shown; the limit is for the whole field.
  const shown = state.organizations.length > 0 ? ranked : ranked.slice(0, state.top);
  const beyond = ranked.slice(shown.length);
  for (const { basis } of beyond) {
    const reason = {
      zh: mostFundedWords.zh.beyond(state.top, beyond.length),
      en: mostFundedWords.en.beyond(state.top, beyond.length),
    };
    for (const record of basis) left.leave(reason, record);
  }
  return {
    rows: shown.map(({ row }) => row),
    basis: shown.map(({ basis }) => basis),
    leftOut: left.list(),
    notes: [
      fundingNote,
      {
        zh: '按下限排序：上限再高也只是可能。传闻、合计、基石、实物出资、债权和并购不计入，见“没有计入的记录”。',
        en: 'The order is that of the floors: a ceiling is only what is possible. Rumours, sums over rounds, cornerstones, payments in kind, debt and acquisitions are not counted; see “Records left out”.',
      },
    ],
  };
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
    {
      key: 'organization',
      label: { zh: '机构', en: 'Organization' },
      kind: 'text',
      unit: null,
      value: (row, lang) => row.name[lang],
      path: (row) => `/vendors/${row.organization}`,
    },
    ...fundingColumns<FundedRow>(currencyOf(state)),
  ];
}

function finding({ rows, leftOut }: ChartData<FundedRow>, state: State, lang: Lang): string {
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
  return [...sentences, words.left(countLeftOut(leftOut))]
    .filter((part) => part !== '')
    .join(lang === 'zh' ? '' : ' ');
}
