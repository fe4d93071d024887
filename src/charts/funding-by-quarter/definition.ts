import { delayOfEntries, type EntryDelay } from '@/database/queries/delay-of-entries';
import type { MoneyRange } from '@/database/queries/funding-events-by-date';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { surface } from '@/domain/palette';
import { roundFamilies } from '@/domain/round';
import { fundingWords, roundFamilyNames } from '@/i18n/charts';
import { nextPeriod, periodOfDay, periodOfSpan } from '../calendar';
import { type BasisRecord, type ChartData, type Column, defineChart } from '../definition';
import {
  basisOfEvent,
  type FundingEvent,
  fundingNote,
  fundingReasons,
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
import { leftOutList } from '../left-out';
import { chosen, optionsFrom } from '../options';
import { checkPeriod, placeInPeriod, spanOf } from '../period';
import { fillingNote, fillingSince } from './filling';
import { groupColour, groupsOf } from './groups';
import { type FundingRow, parameters, type State } from './rows';

export type Read = { events: FundingEvent[]; delay: EntryDelay };

export const definition = defineChart({
  slug: 'funding-by-quarter',
  name: { zh: '融资时间线', en: 'Funding over time' },
  question: (state: State) =>
    state.by === 'year'
      ? { zh: '大模型公司每年融到多少钱？', en: 'How much money do large-model companies raise each year?' }
      : {
          zh: '大模型公司每个季度融到多少钱？',
          en: 'How much money do large-model companies raise each quarter?',
        },
  parameters,
  read: async (facts): Promise<Read> => ({
    events: await readFundingEvents(facts),
    delay: await delayOfEntries(facts),
  }),
  options: ({ events }) => ({ companies: optionsFrom(events.map((event) => event.company)) }),
  check: checkPeriod,
  highlight: { options: 'companies', of: (row, state) => (state.group === 'company' ? row.group : null) },
  span: ({ events }) => spanOf(events.map((event) => event.announced)),
  answer,
  columns,
  finding,
  rowInWords: (row, state, lang) =>
    `${fundingWords[lang].period(row.period)}${state.group === 'none' ? '' : ` · ${row.groupName[lang]}`}${lang === 'zh' ? '：' : ': '}${row.events === 0 ? fundingWords[lang].noEvents : sumInWords(row, currencyOf(state), lang)}${row.settled ? '' : fundingWords[lang].fillingRow}`,
  legend(rows, state) {
    const names = new Map(rows.map((row) => [row.group, row.groupName]));
    const groups = groupsOf(rows, state).filter((group) =>
      rows.some((row) => row.group === group && row.floor > 0),
    );
    const colour = groups[0] === undefined ? surface.muted : groupColour(groups[0], state);
    const both = (key: 'floorLegend' | 'ceilingLegend' | 'ringLegend' | 'fillingLegend'): Bilingual => ({
      zh: fundingWords.zh[key],
      en: fundingWords.en[key],
    });
    return [
      ...(state.group === 'none'
        ? [{ label: both('floorLegend'), colour, mark: 'solid' as const }]
        : groups.map((group) => ({
            label: names.get(group) ?? { zh: group, en: group },
            colour: groupColour(group, state),
            mark: 'solid' as const,
          }))),
      ...(rows.some((row) => row.ceiling !== null && row.ceiling > row.floor)
        ? [
            {
              label: both('ceilingLegend'),
              colour: state.group === 'none' ? colour : surface.muted,
              mark: 'hatched' as const,
            },
          ]
        : []),
      ...(rows.some((row) => row.undisclosed > 0)
        ? [{ label: both('ringLegend'), colour: surface.muted, mark: 'ring' as const }]
        : []),
      ...(rows.some((row) => !row.settled)
        ? [{ label: both('fillingLegend'), colour: surface.rule, mark: 'solid' as const }]
        : []),
    ];
  },
});

const coarse = {
  zh: '日期只精确到年，放不进某个季度；时间单位选“年”即可计入',
  en: 'dated by year only, so in no quarter; choose the period “Year” to count them',
} as const;
const coarser = { zh: '日期不够精确，放不进某一年', en: 'the date spans more than a year' } as const;

function answer({ events, delay }: Read, state: State): ChartData<FundingRow> {
  const left = leftOutList();
  const cells = new Map<string, FundingCell>();
  for (const event of events) {
    if (!chosen(state.companies, event.company.slug) || !chosen(state.rounds, event.roundFamily)) continue;
    if (placeInPeriod(event.announced, state) === 'outside') continue;
    const period = periodOfSpan(event.announced, state.by);
    const amount = event.amount?.[state.currency] ?? null;
    const record = basisOfEvent(event);
    if (event.leftOut) left.leave(event.leftOut, record);
    else if (!event.announced) left.leave(fundingReasons.undated, record);
    else if (period === null) left.leave(state.by === 'quarter' ? coarse : coarser, record);
    else if (event.amount !== null && amount === null) left.leave(fundingReasons.noRate, record);
    else {
      const group = groupOf(event, state);
      const key = `${period} ${group.slug}`;
      const cell = cells.get(key) ?? { period, group, ranges: [], basis: [] };
      cell.ranges.push(amount);
      cell.basis.push(record);
      cells.set(key, cell);
    }
  }
  const newest = events.reduce<string | null>(
    (latest, { announced }) => (announced && announced.to > (latest ?? '') ? announced.to : latest),
    null,
  );
  const since = fillingSince(delay, newest);
  const filling = since === null ? null : periodOfDay(since, state.by);
  const settled = (period: string) => filling === null || period < filling;
  for (const period of emptyPeriods([...cells.values()], state, filling, delay.asOf)) {
    cells.set(period, { period, group: nobody, ranges: [], basis: [] });
  }
  const made = [...cells.values()].map((cell) => ({
    row: { ...rowOf(cell), settled: settled(cell.period) },
    basis: cell.basis,
  }));
  const order = groupsOf(
    made.map((cell) => cell.row),
    state,
  );
  const sorted = made.sort(
    (a, b) =>
      (a.row.period < b.row.period ? -1 : a.row.period > b.row.period ? 1 : 0) ||
      order.indexOf(a.row.group) - order.indexOf(b.row.group),
  );
  return {
    rows: sorted.map((cell) => cell.row),
    basis: sorted.map((cell) => cell.basis),
    leftOut: left.list(),
    notes: [fundingNote, ...(sorted.some((cell) => !cell.row.settled) ? [fillingNote(delay)] : [])],
  };
}

type Group = { slug: string; name: Bilingual };
const nobody: Group = { slug: 'none', name: { zh: '—', en: '—' } };

/** The periods after the last event that are still being filled in: shown empty, so that the axis reaches today. */
function emptyPeriods(
  cells: readonly FundingCell[],
  { by, to }: State,
  filling: string | null,
  asOf: string | null,
): string[] {
  if (filling === null || asOf === null || cells.length === 0) return [];
  const last = cells.reduce((latest, { period }) => (period > latest ? period : latest), '');
  const today = periodOfDay(asOf, by);
  const end = to === null ? today : by === 'year' ? to.slice(0, 4) : to;
  const periods: string[] = [];
  for (let period = nextPeriod(last); period <= today && period <= end; period = nextPeriod(period))
    if (period >= filling) periods.push(period);
  return periods;
}

function groupOf(event: FundingEvent, state: State): Group {
  if (state.group === 'company') return event.company;
  if (state.group === 'none') return { slug: 'all', name: { zh: '全部', en: 'All' } };
  const family = roundFamilies.find((each) => each === event.roundFamily) ?? 'unknown';
  return { slug: family, name: roundFamilyNames[family] };
}

type FundingCell = { period: string; group: Group; ranges: (MoneyRange | null)[]; basis: BasisRecord[] };

function rowOf({ period, group, ranges }: FundingCell): Omit<FundingRow, 'settled'> {
  return { period, group: group.slug, groupName: group.name, ...sumOfRanges(ranges) };
}

function columns(state: State): Column<FundingRow>[] {
  const grouped: Column<FundingRow> = {
    key: 'group',
    label: state.group === 'company' ? { zh: '公司', en: 'Company' } : { zh: '轮次', en: 'Round' },
    kind: 'text',
    unit: null,
    value: (row, lang) => row.groupName[lang],
    path: (row) => (state.group === 'company' ? `/vendors/${row.group}` : null),
  };
  return [
    {
      key: 'period',
      label: state.by === 'year' ? { zh: '年', en: 'Year' } : { zh: '季度', en: 'Quarter' },
      kind: 'text',
      unit: null,
      value: (row) => row.period,
    },
    ...(state.group === 'none' ? [] : [grouped]),
    ...fundingColumns<FundingRow>(currencyOf(state)),
    {
      key: 'entries',
      label: { zh: '收录', en: 'Entries' },
      kind: 'text',
      unit: null,
      value: (row, lang) => fundingWords[lang][row.settled ? 'settled' : 'filling'],
    },
  ];
}

function finding({ rows: all, leftOut }: ChartData<FundingRow>, state: State, lang: Lang): string {
  const words = fundingWords[lang];
  const rows = all.filter((row) => row.events > 0);
  const first = rows[0];
  const last = rows.at(-1);
  const filling = all.find((row) => !row.settled);
  if (!first || !last) return words.none;
  const events = rows.reduce((sum, row) => sum + row.events, 0);
  const periods = [...groupBy(rows, (row) => row.period)].map(([period, own]) => ({
    period,
    total: sumOfSums(own),
  }));
  const top = periods.reduce((best, each) => (each.total.floor > best.total.floor ? each : best));
  const out = leftOut.reduce((sum, each) => sum + each.records.length, 0);
  const sentences = [
    words.sum(
      words.span(words.period(first.period), words.period(last.period)),
      events,
      sumInWords(sumOfSums(rows), currencyOf(state), lang),
    ),
    top.total.floor > 0 && periods.length > 1
      ? words.top(words.period(top.period), sumInWords(disclosedPart(top.total), currencyOf(state), lang))
      : '',
    out > 0 ? words.left(out) : '',
    filling ? words.fillingSince(words.period(filling.period)) : '',
  ];
  return sentences.filter((part) => part !== '').join(lang === 'zh' ? '' : ' ');
}
