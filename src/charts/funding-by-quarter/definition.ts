import { none } from '@/database/packed';
import { delayOfEntries, type EntryDelay } from '@/database/queries/delay-of-entries';
import type { FundingColumns } from '@/database/queries/funding-columns';
import { leftOutAs, visitRaised } from '@/database/queries/money-raised';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { surface } from '@/domain/palette';
import { roundFamilies } from '@/domain/round';
import { roundFamilyNames } from '@/i18n/charts';
import { joinSentences } from '@/i18n/list';
import { marks } from '@/i18n/marks';
import { textColumn } from '../engine/columns';
import { type ChartData, type Column, defineChart } from '../engine/definition';
import { countOf } from '../engine/left-out';
import { nextPeriod, periodInWords, periodOfDay } from '../facts/calendar';
import {
  answered,
  daysOf,
  EventsLeftOut,
  type FundingRead,
  fundingNote,
  fundingReasons,
  MoneyBehind,
  matching,
  newestDay,
  organizationAt,
  organizationOptions,
  outside,
  periodOfRows,
  placing,
  readFunding,
} from '../facts/funding-events';
import { currencyOf, disclosedPart, fundingColumns, sumInWords, sumOfSums } from '../facts/funding-sum';
import { groupBy } from '../facts/group-by';
import { checkPeriod, spanOf } from '../facts/period';
import { fillingNote, fillingSince } from './filling';
import { groupColour, groupsOf } from './groups';
import { type FundingRow, fewEntries, parameters, type State } from './rows';
import { fundingWords } from './words';

export type Read = FundingRead & { delay: EntryDelay };

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
    ...(await readFunding(facts)),
    delay: await delayOfEntries(facts),
  }),
  options: ({ columns }) => ({ companies: organizationOptions(columns, 'organizations') }),
  check: checkPeriod,
  highlight: { options: 'companies', of: (row, state) => (state.group === 'company' ? row.group : null) },
  span: ({ columns }) => spanOf([daysOf(columns)]),
  answer,
  columns,
  finding,
  rowInWords: (row, state, lang) =>
    `${periodInWords(row.period, lang)}${state.group === 'none' ? '' : ` · ${row.groupName[lang]}`}${marks[lang].colon}${row.events === 0 ? fundingWords[lang].noEvents : sumInWords(row, currencyOf(state), lang)}${row.settled ? '' : fundingWords[lang].fillingRow}`,
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

function answer({ delay, ...read }: Read, state: State): ChartData<FundingRow> {
  const { columns } = read;
  const left = new EventsLeftOut();
  const cells = new Map<string, FundingCell>();
  const cellOf = new Map<number, FundingCell>();
  const counted = new Uint8Array(columns.size);
  const matches = matching(columns, state.companies, state.rounds);
  const place = placing(columns, state);
  const periods = periodOfRows(columns, state.by);
  const reasons = columns.sorts.map(leftOutAs);
  const groups = groupsOfRows(columns, state);
  const rows: number[] = [];
  for (let row = 0; row < columns.size; row++) {
    if (!matches(row) || place(row) === outside) continue;
    // What is no round stands there with its own reason, whatever its date.
    const noRound = reasons[columns.sort[row] as number] || columns.sums.has(columns.id[row] as number);
    if (!noRound && columns.from[row] === none) left.for(fundingReasons.undated).add(row);
    else if (!noRound && periods.of(row) === -1) left.for(state.by === 'quarter' ? coarse : coarser).add(row);
    else rows.push(row);
  }
  visitRaised(columns, { currency: currencyOf(state), whole: false }, rows, {
    count(row, floor, ceiling, way) {
      if (!groups.shown(row)) {
        left.for(beyondCompanies).add(row);
        return;
      }
      const period = periods.of(row);
      const key = groups.number(row) * periods.names.length + period;
      const cell = cellOf.get(key) ?? {
        period: periods.names[period] as string,
        group: groups.group(row),
        events: new MoneyBehind(),
      };
      cellOf.set(key, cell);
      cell.events.addAmount(row, floor, ceiling, way);
      counted[row] = 1;
    },
    leave: (row, why) => left.for(why).add(row),
  });
  for (const cell of cellOf.values()) cells.set(`${cell.period} ${cell.group.slug}`, cell);
  const entries = new Map<string, number>();
  for (let row = 0; row < columns.size; row++) {
    const period = periods.of(row);
    const name = periods.names[period];
    if (period !== -1 && name !== undefined && !reasons[columns.sort[row] as number])
      entries.set(name, (entries.get(name) ?? 0) + 1);
  }
  const since = fillingSince(delay, newestDay(columns).day);
  const filling = since === null ? null : periodOfDay(since, state.by);
  const settled = (period: string) => filling === null || period < filling;
  for (const period of emptyPeriods([...cells.values()], state, filling, delay.asOf)) {
    cells.set(period, { period, group: nobody, events: new MoneyBehind() });
  }
  const made = [...cells.values()].map((cell) => ({
    row: { ...rowOf(cell), settled: settled(cell.period), entries: entries.get(cell.period) ?? 0 },
    events: cell.events,
  }));
  const order = new Map(
    groupsOf(
      made.map((cell) => cell.row),
      state,
    ).map((group, at) => [group, at]),
  );
  const sorted = made.sort(
    (a, b) =>
      (a.row.period < b.row.period ? -1 : a.row.period > b.row.period ? 1 : 0) ||
      (order.get(a.row.group) ?? -1) - (order.get(b.row.group) ?? -1),
  );
  const notes = [fundingNote, ...(sorted.some((cell) => !cell.row.settled) ? [fillingNote(delay)] : [])];
  return answered(read, sorted, left, notes, (row) => counted[row] === 1);
}

/** Companies that are told apart; a bar has no more colours than this anyway. */
const mostCompanies = 60;
const beyondCompanies = {
  zh: `分组只列收录笔数最多的 ${mostCompanies} 家公司；要看别家，请按公司筛选`,
  en: `of a company that is not among the ${mostCompanies} with most events; pick companies to see others`,
} as const;

/** How rows are grouped: a number and a group for each, and whether it is told apart. */
function groupsOfRows(columns: FundingColumns, state: State) {
  if (state.group === 'company') {
    const shown = state.companies.length > 0 ? null : busiest(columns, mostCompanies);
    return {
      number: (row: number) => columns.organization[row] as number,
      group: (row: number): Group => organizationAt(columns, row),
      shown: (row: number) => shown === null || shown.has(columns.organization[row] as number),
    };
  }
  const one: Group = { slug: 'all', name: { zh: '全部', en: 'All' } };
  const known = columns.sorts.map(
    ({ family }) => roundFamilies.find((each) => each === family) ?? ('unknown' as const),
  );
  const familyOf = (row: number) => known[columns.sort[row] as number] ?? 'unknown';
  return {
    number: (row: number) => (state.group === 'none' ? 0 : roundFamilies.indexOf(familyOf(row))),
    group: (row: number): Group =>
      state.group === 'none' ? one : { slug: familyOf(row), name: roundFamilyNames[familyOf(row)] },
    shown: () => true,
  };
}

/** The organizations with most events. */
function busiest({ organization, organizations }: FundingColumns, most: number): Set<number> {
  const counts = new Map<number, number>();
  for (const id of organization) counts.set(id, (counts.get(id) ?? 0) + 1);
  const slug = (id: number) => organizations.get(id)?.slug ?? '';
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (slug(a) < slug(b) ? -1 : 1));
  return new Set(sorted.slice(0, most).map(([id]) => id));
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

type FundingCell = { period: string; group: Group; events: MoneyBehind };

function rowOf({ period, group, events }: FundingCell): Omit<FundingRow, 'settled' | 'entries'> {
  return { period, group: group.slug, groupName: group.name, ...events.sum() };
}

function columns(state: State): Column<FundingRow>[] {
  const grouped: Column<FundingRow> = textColumn(
    'group',
    state.group === 'company' ? { zh: '公司', en: 'Company' } : { zh: '轮次', en: 'Round' },
    (row, lang) => row.groupName[lang],
    {
      path: (row) =>
        state.group === 'company' && row.group !== nobody.slug ? `/vendors/${row.group}` : null,
    },
  );
  return [
    textColumn(
      'period',
      state.by === 'year' ? { zh: '年', en: 'Year' } : { zh: '季度', en: 'Quarter' },
      (row) => row.period,
    ),
    ...(state.group === 'none' ? [] : [grouped]),
    ...fundingColumns<FundingRow>(currencyOf(state)),
    textColumn('entries', { zh: '收录', en: 'Entries' }, (row, lang) =>
      row.settled && row.entries !== undefined && row.entries < fewEntries
        ? fundingWords[lang].few(row.entries)
        : fundingWords[lang][row.settled ? 'settled' : 'filling'],
    ),
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
  const out = leftOut.reduce((sum, each) => sum + countOf(each), 0);
  return joinSentences(lang, [
    words.sum(
      words.span(periodInWords(first.period, lang), periodInWords(last.period, lang)),
      events,
      sumInWords(sumOfSums(rows), currencyOf(state), lang),
    ),
    top.total.floor > 0 && periods.length > 1
      ? words.top(
          periodInWords(top.period, lang),
          sumInWords(disclosedPart(top.total), currencyOf(state), lang),
        )
      : '',
    out > 0 ? words.left(out) : '',
    filling ? words.fillingSince(periodInWords(filling.period, lang)) : '',
  ]);
}
