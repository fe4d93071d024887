import { describe, expect, it } from 'vitest';
import { parseState } from '@/linking/state';
import { type MadeEvent as Event, readOfEvents } from '../../../tests/made-events';
import { definition, type Read } from './definition';
import { parameters, periodsOf } from './rows';

const company = (slug: string) => ({ slug, name: { zh: slug, en: slug }, formerSlugs: [] });
let nextId = 1;
function event(
  given: Partial<Event> & { day?: string | [string, string] | null; range?: [number | null, number | null] },
): Event {
  const { day = '2023-02-10', range, ...rest } = given;
  const [from, to] = typeof day === 'string' ? [day, day] : (day ?? []);
  const id = nextId++;
  const money = range ? { min: range[0], max: range[1] } : null;
  return {
    id,
    slug: `event-${id}`,
    company: company('moonshot'),
    round: 'A轮',
    roundFamily: 'series',
    announced: from && to ? { from, to } : null,
    amount: money ? { cny: money, usd: null } : null,
    leftOut: null,
    ...rest,
  };
}
const ask = (events: Event[], query = '', delay: Read['delay'] = { asOf: null, measured: 0, days: null }) => {
  const { state } = parseState(parameters, new URLSearchParams(query));
  return { state, data: definition.answer({ ...readOfEvents(events), delay }, state) };
};

describe('funding by quarter', () => {
  it('adds floors and ceilings, and counts the undisclosed without adding zero money', () => {
    const { data, state } = ask([event({ range: [1e8, 1e9] }), event({ range: [2e8, 2e8] }), event({})]);
    expect(data.rows).toEqual([
      {
        period: '2023Q1',
        group: 'series',
        groupName: { zh: 'A–H 轮', en: 'Series A–H' },
        events: 3,
        floor: 3e8,
        ceiling: null,
        undisclosed: 1,
        settled: true,
        entries: 3,
      },
    ]);
    expect(definition.finding(data, state, 'zh')).toBe(
      '2023 年第 1 季度，已知 3 笔融资：至少 3亿元，上限未知，另有 1 笔未披露。',
    );
  });

  it('has no ceiling where one amount has none', () => {
    expect(ask([event({ range: [1e8, 1e9] }), event({ range: [2e8, 2e8] })]).data.rows).toMatchObject([
      { floor: 3e8, ceiling: 1.2e9 },
    ]);
    const { data } = ask([event({ range: [1e8, null] }), event({ range: [1e8, 2e8] })]);
    expect(data.rows).toMatchObject([{ floor: 2e8, ceiling: null }]);
  });

  it('leaves the floor and ceiling of a quarter with undisclosed amounts only empty, not zero', () => {
    const { data, state } = ask([event({})]);
    const [row] = data.rows;
    const cells = definition.columns(state).map((column) => [column.key, row && column.value(row, 'en')]);
    expect(Object.fromEntries(cells)).toMatchObject({
      events: 1,
      floor: null,
      ceiling: null,
      undisclosed: 1,
    });
  });

  it('counts an event that is known by its year only in years, and says why it is in no quarter', () => {
    const events = [event({ day: ['2021-01-01', '2021-12-31'], range: [1, 1] })];
    expect(ask(events).data).toMatchObject({
      rows: [],
      leftOut: [{ records: [{ path: `/funding/${events[0]?.slug}` }] }],
    });
    expect(ask(events, 'by=year').data.rows).toMatchObject([{ period: '2021', floor: 1 }]);
  });

  it('takes a date between two months of one quarter', () => {
    expect(ask([event({ day: ['2023-02-01', '2023-03-31'] })]).data.rows).toMatchObject([
      { period: '2023Q1' },
    ]);
  });

  it('names each reason for leaving out with its records', () => {
    const cumulative = { zh: '合计', en: 'a sum' };
    const { data } = ask([
      event({ leftOut: cumulative }),
      event({ leftOut: cumulative, day: null }),
      event({ day: null }),
      event({ amount: { cny: null, usd: { min: 1, max: 1 } } }),
    ]);
    expect(data.leftOut.map(({ reason, records }) => [reason.en, records.length])).toEqual([
      ['a sum', 2],
      ['no date', 1],
      ['no exchange rate to convert it with', 1],
    ]);
  });

  it('filters by period, company and round without calling that left out', () => {
    const events = [
      event({ day: '2022-12-31', range: [1, 1] }),
      event({ day: '2023-01-01', range: [2, 2] }),
      event({ day: '2023-06-30', range: [4, 4], company: company('zhipu') }),
      event({ day: '2023-07-01', range: [8, 8], roundFamily: 'angel' }),
    ];
    const floors = (query: string) => ask(events, query).data.rows.map((row) => row.floor);
    expect(floors('from=2023Q1&to=2023Q2')).toEqual([2, 4]);
    expect(floors('companies=zhipu')).toEqual([4]);
    expect(floors('rounds=angel')).toEqual([8]);
    expect(ask(events, 'from=2023Q1').data.leftOut).toEqual([]);
  });

  it('gives the period up where it is reversed, and says so', () => {
    const { state } = ask([], 'from=2024Q1&to=2023Q1');
    const checked = definition.check?.(state);
    expect(checked).toMatchObject({ state: { from: null, to: null }, problems: [{ parameter: 'from' }] });
  });

  it('takes what came within the measured delay for unsettled, and the axis to the day of the edition', () => {
    const events = [event({ day: '2023-02-10', range: [1, 1] }), event({ day: '2023-08-01', range: [2, 2] })];
    const delay = { asOf: '2023-11-10', measured: 12, days: 120 };
    const { data, state } = ask(events, '', delay);
    expect(data.rows.map(({ period, events, settled }) => [period, events, settled])).toEqual([
      ['2023Q1', 1, true],
      ['2023Q3', 1, false],
      ['2023Q4', 0, false],
    ]);
    expect(definition.finding(data, state, 'en')).toContain('From Q3 2023 on, entries are still arriving.');
    expect(ask(events, 'to=2023Q1', delay).data.rows).toMatchObject([{ period: '2023Q1', settled: true }]);
    expect(ask(events, 'by=year', delay).data.rows).toMatchObject([{ period: '2023', settled: false }]);
  });

  it('takes nothing after the newest event for settled where too few entries were measured', () => {
    const events = [event({ day: '2023-02-10', range: [1, 1] }), event({ day: '2023-05-01', range: [2, 2] })];
    const { data } = ask(events, '', { asOf: '2023-11-10', measured: 3, days: 1 });
    expect(data.rows.map(({ period, settled }) => [period, settled])).toEqual([
      ['2023Q1', true],
      ['2023Q2', false],
      ['2023Q3', false],
      ['2023Q4', false],
    ]);
    expect(data.notes.at(-1)?.en).toContain('Too few events (3)');
  });

  it('does not take an event of which only the year is known for the newest day on record', () => {
    const events = [
      event({ day: '2023-05-01', range: [1, 1] }),
      event({ day: ['2023-01-01', '2023-12-31'], range: [2, 2] }),
    ];
    const { data } = ask(events, '', { asOf: '2023-12-31', measured: 0, days: null });
    expect(data.rows.map(({ period, settled }) => [period, settled])).toEqual([
      ['2023Q2', false],
      ['2023Q3', false],
      ['2023Q4', false],
    ]);
  });

  it('calls no period settled of which only a few rounds are on record', () => {
    const days = [
      '2023-02-10',
      '2023-02-11',
      '2023-04-01',
      '2023-04-02',
      '2023-04-03',
      '2023-04-04',
      '2023-04-05',
    ];
    const events = days.map((day) => event({ day, range: [1, 1] }));
    const { data, state } = ask(events, 'rounds=series');
    const entries = definition.columns(state).find(({ key }) => key === 'entries');
    expect(data.rows.map((row) => [row.period, entries?.value(row, 'zh')])).toEqual([
      ['2023Q1', '全部只收录 2 笔'],
      ['2023Q2', '基本收齐'],
    ]);
  });

  it('has a period for every quarter between the first and the last', () => {
    const { data } = ask([event({ day: '2022-11-01' }), event({ day: '2023-08-01' })]);
    expect(periodsOf(data.rows)).toEqual(['2022Q4', '2023Q1', '2023Q2', '2023Q3']);
  });
});
