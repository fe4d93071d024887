import type { MoneyRange } from '@/database/queries/funding-events-by-date';
import type { Lang } from '@/domain/bilingual';
import { roundFamilyColours, surface } from '@/domain/palette';
import { mostFundedWords, roundsWords } from '@/i18n/funding-charts';
import { joinList } from '@/i18n/list';
import { type ChartData, type Column, defineChart } from '../definition';
import {
  basisOfEvent,
  countedAmount,
  type FundingEvent,
  fundingNote,
  readFundingEvents,
} from '../funding-events';
import {
  currencyOf,
  disclosedPart,
  fundingColumns,
  sumInWords,
  sumOfRanges,
  sumOfSums,
} from '../funding-sum';
import { groupBy } from '../group-by';
import { countLeftOut, leftOutList } from '../left-out';
import { chosen, optionsFrom } from '../options';
import { checkPeriod } from '../period';
import { parameters, type StageRow, type State } from './rows';
import { compareStages, type Stage, stageOf } from './stage';

export type Read = { events: FundingEvent[] };

export const definition = defineChart({
  slug: 'rounds',
  name: { zh: '从天使轮到 IPO', en: 'From angel to IPO' },
  question: () => ({
    zh: '从天使轮到 IPO，每一轮有多少笔、多少钱？',
    en: 'From angel to IPO: how much money in each round?',
  }),
  parameters,
  read: async (facts): Promise<Read> => ({ events: await readFundingEvents(facts) }),
  options: ({ events }) => ({ organizations: optionsFrom(events.map((event) => event.company)) }),
  check: checkPeriod,
  answer,
  columns,
  finding,
  rowInWords: (row, state, lang) =>
    roundsWords[lang].row(row.name[lang], row.events, sumInWords(row, currencyOf(state), lang)),
  legend: (rows) => [
    ...(rows.some((row) => row.floor > 0)
      ? [
          {
            label: { zh: mostFundedWords.zh.floor, en: mostFundedWords.en.floor },
            colour: roundFamilyColours.series,
            mark: 'solid' as const,
          },
        ]
      : []),
    ...(rows.some((row) => row.ceiling !== null && row.ceiling > row.floor)
      ? [
          {
            label: { zh: mostFundedWords.zh.between, en: mostFundedWords.en.between },
            colour: rows.some((row) => row.floor > 0) ? roundFamilyColours.series : surface.muted,
            mark: 'hatched' as const,
          },
        ]
      : []),
  ],
});

function answer({ events }: Read, state: State): ChartData<StageRow> {
  const left = leftOutList();
  const counted: { event: FundingEvent; stage: Stage; amount: MoneyRange | null }[] = [];
  for (const event of events) {
    if (!chosen(state.organizations, event.company.slug)) continue;
    const result = countedAmount(event, state, state.currency);
    if (result.outside) continue;
    if (result.why) left.leave(result.why, basisOfEvent(event));
    else {
      const stage = stageOf(event.round, event.roundFamily, state.by);
      counted.push({ event, stage, amount: result.amount });
    }
  }
  const stages = [...groupBy(counted, ({ stage }) => stage.stage).values()]
    .flatMap((own) =>
      own[0]
        ? [
            {
              row: { ...own[0].stage, ...sumOfRanges(own.map(({ amount }) => amount)) },
              basis: own.map(({ event }) => basisOfEvent(event)),
            },
          ]
        : [],
    )
    .sort((a, b) => compareStages(a.row, b.row));
  return {
    rows: stages.map(({ row }) => row),
    basis: stages.map(({ basis }) => basis),
    leftOut: left.list(),
    notes: [
      fundingNote,
      {
        zh: '轮次按来源的叫法归位：A+、A1 归入 A 轮，Pre-A 单列；战略融资等没有先后的排在 IPO 之后。',
        en: 'Rounds stand where their label puts them: A+ and A1 with A, Pre-A on its own. Strategic money and other types without a stage follow the IPO.',
      },
    ],
  };
}

function columns(state: State): Column<StageRow>[] {
  return [
    {
      key: 'round',
      label: { zh: '轮次', en: 'Round' },
      kind: 'text',
      unit: null,
      value: (row, lang) => row.name[lang],
    },
    ...fundingColumns<StageRow>(currencyOf(state)),
  ];
}

function finding({ rows, leftOut }: ChartData<StageRow>, state: State, lang: Lang): string {
  const words = roundsWords[lang];
  if (rows.length === 0) return words.none;
  const currency = currencyOf(state);
  const sum = sumOfSums(rows);
  const named = rows.filter((row) => row.family !== 'unknown');
  const most = Math.max(0, ...named.map((row) => row.events));
  const busiest = named.filter((row) => row.events === most).map((row) => row.name[lang]);
  const richest = named.reduce<StageRow | null>(
    (best, row) => (row.floor > (best?.floor ?? 0) ? row : best),
    null,
  );
  const unnamed = rows.reduce((count, row) => count + (row.family === 'unknown' ? row.events : 0), 0);
  const sentences = [
    words.sum(sum.events, sumInWords(sum, currency, lang)),
    named.length > 1 && busiest.length <= 3
      ? words.busiest(joinList(lang, busiest), busiest.length, most)
      : '',
    named.length > 1 && richest
      ? words.richest(richest.name[lang], sumInWords(disclosedPart(richest), currency, lang))
      : '',
    words.unnamed(unnamed),
    words.left(countLeftOut(leftOut)),
  ];
  return sentences.filter((part) => part !== '').join(lang === 'zh' ? '' : ' ');
}
