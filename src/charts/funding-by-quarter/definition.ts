import { evidenceOfRecords } from '@/database/queries/evidence-of-records';
import {
  type DatedFundingEvent,
  fundingEventsByDate,
  type MoneyRange,
} from '@/database/queries/funding-events-by-date';
import { formatMoney } from '@/domain/amount';
import type { Bilingual, Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { surface } from '@/domain/palette';
import { roundFamilies } from '@/domain/round';
import { totalOf } from '@/domain/totals';
import { allowedText, fundingWords, roundFamilyNames } from '@/i18n/charts';
import { type BasisRecord, type ChartData, type Column, defineChart, type LeftOut } from '../definition';
import { groupBy } from '../group-by';
import { chosen, optionsFrom } from '../options';
import { groupColour, groupsOf } from './groups';
import { totalInWords, totalOfRow, totalOfRows } from './row-total';
import { currencyOf, type FundingRow, parameters, type State } from './rows';

export type Read = { events: (DatedFundingEvent & { evidence: Evidence[] })[] };
type Event = Read['events'][number];

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
  async read(facts): Promise<Read> {
    const events = await fundingEventsByDate(facts);
    const evidence = await evidenceOfRecords(
      facts,
      events.map((event) => event.id),
    );
    return { events: events.map((event) => ({ ...event, evidence: evidence.get(event.id) ?? [] })) };
  },
  options: ({ events }) => ({ companies: optionsFrom(events.map((event) => event.company)) }),
  check(state) {
    if (state.from === null || state.to === null || state.from <= state.to) return { state, problems: [] };
    const problem = { parameter: 'from', value: `${state.from}…${state.to}`, allowed: allowedText.period };
    return { state: { ...state, from: null, to: null }, problems: [problem] };
  },
  answer,
  columns,
  finding,
  rowInWords: (row, state, lang) =>
    `${fundingWords[lang].period(row.period)}${state.group === 'none' ? '' : ` · ${row.groupName[lang]}`}${lang === 'zh' ? '：' : ': '}${totalInWords(totalOfRow(row), state, lang)}`,
  legend(rows, state) {
    const names = new Map(rows.map((row) => [row.group, row.groupName]));
    const groups = groupsOf(rows, state).filter((group) =>
      rows.some((row) => row.group === group && row.floor > 0),
    );
    const colour = groups[0] === undefined ? surface.muted : groupColour(groups[0], state);
    const both = (key: 'floorLegend' | 'ceilingLegend' | 'ringLegend'): Bilingual => ({
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
    ];
  },
});

/** The period that an event falls into, or null where its date is not precise enough to say. */
function periodOf({ announced }: Event, by: State['by']): string | null {
  if (!announced) return null;
  const [from, to] = [announced.from, announced.to].map((day) => {
    const year = day.slice(0, 4);
    return by === 'year' ? year : `${year}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  });
  return from !== undefined && from === to ? from : null;
}

const reasons = {
  undated: { zh: '没有日期', en: 'no date' },
  coarse: {
    zh: '日期只精确到年，放不进某个季度；时间单位选“年”即可计入',
    en: 'dated by year only, so in no quarter; choose the period “Year” to count them',
  },
  coarser: { zh: '日期不够精确，放不进某一年', en: 'the date spans more than a year' },
  noRate: { zh: '缺少汇率，无法换算', en: 'no exchange rate to convert it with' },
} as const;

function answer({ events }: Read, state: State): ChartData<FundingRow> {
  const left = new Map<string, LeftOut>();
  const leave = (event: Event, reason: Bilingual) => {
    const entry = left.get(reason.en) ?? { reason, records: [] };
    entry.records.push(basisOf(event));
    left.set(reason.en, entry);
  };
  const cells = new Map<string, FundingCell>();
  for (const event of events) {
    if (!chosen(state.companies, event.company.slug) || !chosen(state.rounds, event.roundFamily)) continue;
    if (outside(event, state)) continue;
    const period = periodOf(event, state.by);
    const amount = event.amount?.[state.currency] ?? null;
    if (event.leftOut) leave(event, event.leftOut);
    else if (!event.announced) leave(event, reasons.undated);
    else if (period === null) leave(event, state.by === 'quarter' ? reasons.coarse : reasons.coarser);
    else if (event.amount !== null && amount === null) leave(event, reasons.noRate);
    else {
      const group = groupOf(event, state);
      const key = `${period} ${group.slug}`;
      const cell = cells.get(key) ?? { period, group, ranges: [], basis: [] };
      cell.ranges.push(amount ?? { min: null, max: null });
      cell.basis.push(basisOf(event));
      cells.set(key, cell);
    }
  }
  const made = [...cells.values()].map((cell) => ({ row: rowOf(cell), basis: cell.basis }));
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
    leftOut: [...left.values()].sort(
      (a, b) => b.records.length - a.records.length || (a.reason.en < b.reason.en ? -1 : 1),
    ),
    notes: [
      {
        zh: '金额按公布日所在月份的汇率折算。“至少”是各笔下限之和，“至多”是各笔上限之和；未披露的不当作零。',
        en: 'Amounts are converted at the rate of the month of announcement. “At least” adds up the floors, “at most” the ceilings; undisclosed is never zero.',
      },
      {
        zh: '最近一两个季度还会补录，数字偏低。',
        en: 'The latest quarters are still being filled in and read low.',
      },
    ],
  };
}

/** Is every day that the event may have been on outside the period asked for? */
function outside({ announced }: Event, state: State): boolean {
  if (!announced) return false;
  const first =
    state.from === null
      ? null
      : `${state.from.slice(0, 4)}-${String(Number(state.from[5]) * 3 - 2).padStart(2, '0')}-01`;
  const last =
    state.to === null
      ? null
      : `${state.to.slice(0, 4)}-${String(Number(state.to[5]) * 3).padStart(2, '0')}-31`;
  return (first !== null && announced.to < first) || (last !== null && announced.from > last);
}

type Group = { slug: string; name: Bilingual };

function groupOf(event: Event, state: State): Group {
  if (state.group === 'company') return event.company;
  if (state.group === 'none') return { slug: 'all', name: { zh: '全部', en: 'All' } };
  const family = roundFamilies.find((each) => each === event.roundFamily) ?? 'unknown';
  return { slug: family, name: roundFamilyNames[family] };
}

type FundingCell = { period: string; group: Group; ranges: MoneyRange[]; basis: BasisRecord[] };

function rowOf({ period, group, ranges }: FundingCell): FundingRow {
  const total = totalOf(ranges.map((range) => ({ range, counts: true })));
  return {
    period,
    group: group.slug,
    groupName: group.name,
    events: ranges.length,
    floor: total.atLeast,
    ceiling: total.atMost,
    undisclosed: total.undisclosed,
  };
}

function basisOf(event: Event): BasisRecord {
  const round = event.round ?? '';
  const name = (lang: Lang) => `${event.company.name[lang]} ${round}`.trim();
  return {
    name: { zh: name('zh'), en: name('en') },
    path: `/funding/${event.slug}`,
    evidence: event.evidence,
  };
}

function columns(state: State): Column<FundingRow>[] {
  const unit = currencyOf(state);
  const money = (lang: Lang, value: number) => formatMoney(value, currencyOf(state), lang);
  const known = (row: FundingRow) => row.events > row.undisclosed;
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
    {
      key: 'events',
      label: { zh: '笔数', en: 'Events' },
      kind: 'number',
      unit: 'events',
      value: (row) => row.events,
    },
    {
      key: 'floor',
      label: { zh: '至少', en: 'At least' },
      kind: 'number',
      unit,
      value: (row) => (known(row) ? row.floor : null),
      text: (row, lang) => (known(row) ? money(lang, row.floor) : '—'),
    },
    {
      key: 'ceiling',
      label: { zh: '至多', en: 'At most' },
      kind: 'number',
      unit,
      value: (row) => (known(row) ? row.ceiling : null),
      text: (row, lang) =>
        !known(row) ? '—' : row.ceiling === null ? fundingWords[lang].open : money(lang, row.ceiling),
    },
    {
      key: 'undisclosed',
      label: { zh: '未披露', en: 'Undisclosed' },
      kind: 'number',
      unit: 'events',
      value: (row) => row.undisclosed,
    },
  ];
}

function finding({ rows, leftOut }: ChartData<FundingRow>, state: State, lang: Lang): string {
  const words = fundingWords[lang];
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return words.none;
  const events = rows.reduce((sum, row) => sum + row.events, 0);
  const periods = [...groupBy(rows, (row) => row.period)].map(([period, own]) => ({
    period,
    total: totalOfRows(own),
  }));
  const top = periods.reduce((best, each) => (each.total.atLeast > best.total.atLeast ? each : best));
  const out = leftOut.reduce((sum, each) => sum + each.records.length, 0);
  const sentences = [
    words.sum(
      words.span(words.period(first.period), words.period(last.period)),
      events,
      totalInWords(totalOfRows(rows), state, lang),
    ),
    top.total.atLeast > 0 && periods.length > 1
      ? words.top(words.period(top.period), totalInWords({ ...top.total, undisclosed: 0 }, state, lang))
      : '',
    out > 0 ? words.left(out) : '',
  ];
  return sentences.filter((part) => part !== '').join(lang === 'zh' ? '' : ' ');
}
