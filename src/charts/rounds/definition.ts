import type { Lang } from '@/domain/bilingual';
import { roundFamilyColours, surface } from '@/domain/palette';
import { joinList, joinSentences } from '@/i18n/list';
import { textColumn } from '../engine/columns';
import { type ChartData, type Column, defineChart } from '../engine/definition';
import { countLeftOut } from '../engine/left-out';
import {
  answered,
  countEvents,
  EventsLeftOut,
  type FundingRead,
  fundingNote,
  MoneyBehind,
  matching,
  organizationOptions,
  readFunding,
} from '../facts/funding-events';
import { currencyOf, disclosedPart, fundingColumns, sumInWords, sumOfSums } from '../facts/funding-sum';
import { checkPeriod } from '../facts/period';
import { mostFundedWords } from '../most-funded/words';
import { parameters, type StageRow, type State } from './rows';
import { compareStages, type Stage, stageOf } from './stage';
import { roundsWords } from './words';

export type Read = FundingRead;

export const definition = defineChart({
  slug: 'rounds',
  name: { zh: '从天使轮到 IPO', en: 'From angel to IPO' },
  question: () => ({
    zh: '从天使轮到 IPO，每一轮有多少笔、多少钱？',
    en: 'From angel to IPO: how much money in each round?',
  }),
  parameters,
  read: readFunding,
  options: ({ columns }) => ({ organizations: organizationOptions(columns, 'organizations') }),
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
            key: 'floor',
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

function answer(read: Read, state: State): ChartData<StageRow> {
  const { columns } = read;
  const left = new EventsLeftOut();
  const counted = new Uint8Array(columns.size);
  const stageBySort = columns.sorts.map(({ round, family }) => stageOf(round, family, state.by));
  const byStage = new Map<string, { stage: Stage; events: MoneyBehind }>();
  countEvents(
    columns,
    state,
    matching(columns, state.organizations, []),
    left,
    (row, floor, ceiling, way) => {
      const stage = stageBySort[columns.sort[row] as number] as Stage;
      const own = byStage.get(stage.stage) ?? { stage, events: new MoneyBehind() };
      byStage.set(stage.stage, own);
      own.events.addAmount(row, floor, ceiling, way);
      counted[row] = 1;
    },
    false,
  );
  const stages = [...byStage.values()]
    .map(({ stage, events }) => ({ row: { ...stage, ...events.sum() }, events }))
    .sort((a, b) => compareStages(a.row, b.row));
  return answered(
    read,
    stages,
    left,
    [
      fundingNote,
      {
        zh: '轮次按来源的叫法归位：A+、A1 归入 A 轮，Pre-A 单列；战略融资等没有先后的排在 IPO 之后。',
        en: 'Rounds stand where their label puts them: A+ and A1 with A, Pre-A on its own. Strategic money and other types without a stage follow the IPO.',
      },
    ],
    (row) => counted[row] === 1,
  );
}

function columns(state: State): Column<StageRow>[] {
  return [
    textColumn('round', { zh: '轮次', en: 'Round' }, (row, lang) => row.name[lang]),
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
  return joinSentences(lang, [
    words.sum(sum.events, sumInWords(sum, currency, lang)),
    named.length > 1 && busiest.length <= 3
      ? words.busiest(joinList(lang, busiest), busiest.length, most)
      : '',
    named.length > 1 && richest
      ? words.richest(richest.name[lang], sumInWords(disclosedPart(richest), currency, lang))
      : '',
    words.unnamed(unnamed),
    words.left(countLeftOut(leftOut)),
  ]);
}
