import { describe, expect, it } from 'vitest';
import type {
  IndicatorWithObservations,
  ObservationOnRecord,
} from '@/database/queries/indicators-with-observations';
import { rateTable } from '@/domain/exchange';
import { parseState } from '@/linking/state';
import { tableOf } from '../engine/answer-table';
import { definition, type Read } from './definition';
import { formOf, isShare, scaleOf } from './look';

let nextId = 1;
function seen(subject: string, date: string, more: Partial<ObservationOnRecord>): ObservationOnRecord {
  const id = nextId++;
  return {
    id,
    slug: `seen-${id}`,
    subject: { zh: subject, en: subject },
    date,
    value: null,
    min: null,
    max: null,
    bound: 'exact',
    unit: 'users',
    unitName: { zh: '人', en: 'users' },
    projection: false,
    about: null,
    by: null,
    note: null,
    evidence: [],
    ...more,
  };
}

function indicator(
  slug: string,
  observations: ObservationOnRecord[],
  unit = 'users',
): IndicatorWithObservations {
  return {
    id: nextId++,
    slug,
    name: { zh: slug, en: slug },
    theme: 'usage',
    unit,
    unitName: { zh: '人', en: 'users' },
    note: null,
    evidence: [],
    observations,
  };
}

const rates = {
  table: rateTable([
    { currency: 'CNY', period: '2023-01', perUsd: 6.8 },
    { currency: 'CNY', period: '2023-02', perUsd: 7 },
    { currency: 'CNY', period: '2023-03', perUsd: 7.2 },
  ]),
  sources: new Map([['CNY', 'Rates of the bank']]),
};

function ask(own: IndicatorWithObservations, query = '') {
  const all: Read = { indicators: [own], ones: new Map(), one: null, rates };
  const { chart, read, search } = definition.one(all, new URLSearchParams(query));
  const { state, problems } = parseState(chart.parameters, search, { known: chart.options?.(read) });
  expect(problems).toEqual([]);
  return { chart, state, data: chart.answer(read, state) };
}

const users = indicator('users', [
  seen('Lonely', '2023-05', { value: 5 }),
  seen('豆包', '2023-01', { value: 100 }),
  seen('豆包', '2023-03', { value: 141 }),
  seen('豆包', '2024', { value: 300, projection: true }),
  seen('Silent', '2023-06', { bound: 'not-stated' }),
]);

describe('the chart of one indicator', () => {
  it('shows what a link to one value names, also where its subject is not among the first', () => {
    const lonely = users.observations[0]?.slug;
    expect(ask(users, 'top=1').data.rows.map(({ subject }) => subject.en)).not.toContain('Lonely');
    const { data, state } = ask(users, `top=1&observation=${lonely}`);
    expect(state.subjects).toEqual(['lonely']);
    expect(data.basis.flat().map(({ path }) => path)).toEqual([
      `/indicators/users?observation=${lonely}#${lonely}`,
    ]);
    expect(ask(users, 'observation=unheard-of').state.subjects).toEqual([]);
  });

  it('puts subjects with a series first, leaves out what has no figure, and tells the newest value and its change', () => {
    const { chart, data, state } = ask(users);
    expect(data.rows.map(({ subject, date }) => [subject.en, date])).toEqual([
      ['豆包', '2023-01'],
      ['豆包', '2023-03'],
      ['豆包', '2024'],
      ['Lonely', '2023-05'],
    ]);
    expect(data.leftOut).toMatchObject([
      { records: [{ path: expect.stringContaining('/indicators/users?observation=') }] },
    ]);
    expect(chart.finding(data, state, 'zh')).toBe(
      '4 个数值、2 个对象，2023年1月至2024年。最新：Lonely 5 人（2023年5月）。1 个是来源的预测。',
    );
    const own = ask(users, 'subjects=subject');
    expect(own.chart.finding(own.data, own.state, 'en')).toContain(
      'Newest: 豆包, 141 users (Mar 2023), 41\u202f% more than 100 users in Jan 2023.',
    );
  });

  it('shows as many subjects as the limit says, and says what it leaves out', () => {
    const { data } = ask(users, 'top=1');
    expect(new Set(data.rows.map(({ key }) => key)).size).toBe(1);
    expect(data.limited).toEqual({ shown: 1, all: 3 });
    expect(data.leftOut.flatMap(({ records }) => records)).toHaveLength(2);
    expect(ask(users, 'top=all').data.limited).toBeUndefined();
  });

  it('converts an amount at the rate of its own time and shows rate, time and source', () => {
    const money = indicator(
      'price',
      [
        seen('a', '2023-02', { value: 2, unit: 'USD', unitName: null }),
        seen('a', '2023-03', { value: 0.0145, unit: 'CNY' }),
        seen('b', '2023-01/2023-02', { min: 1, bound: 'more-than', unit: 'USD', unitName: null }),
        seen('c', '2017', { value: 1, unit: 'USD', unitName: null }),
      ],
      'CNY',
    );
    const { chart, data, state } = ask(money);
    expect(data.rows.map(({ floor, ceiling, unit }) => [floor, ceiling, unit])).toEqual([
      [14, 14, 'CNY'],
      [0.0145, 0.0145, 'CNY'],
      [6.9, null, 'CNY'],
    ]);
    expect(data.leftOut.map(({ reason, records }) => [reason.zh, records.length])).toEqual([
      ['没有当时的汇率，无法换算', 1],
    ]);
    const table = tableOf({ chart: chart as never, state, data: data as never }, 'zh');
    const cell = (row: number, key: string) =>
      table.rows[row]?.[table.columns.findIndex((column) => column.key === key)];
    expect(cell(0, 'rate')?.value).toBe('1 美元 = 7 元（2023年2月，当月平均；Rates of the bank）');
    expect(cell(0, 'stated')?.value).toBe('2美元');
    expect(cell(1, 'floor')?.text).toBe('0.0145元');
    expect(cell(2, 'rate')?.value).toContain('期内各月平均');
    const dollars = ask(money, 'currency=usd').data.rows;
    expect(dollars.map(({ floor, unit }) => [floor, unit])).toEqual([
      [2, 'USD'],
      [Number((0.0145 / 7.2).toPrecision(6)), 'USD'],
      [1, 'USD'],
      [1, 'USD'],
    ]);
  });

  it('never puts another unit on the axis', () => {
    const mixed = indicator('mixed', [
      seen('a', '2023-01', { value: 1 }),
      seen('a', '2023-02', { value: 2, unit: 'servers', unitName: null }),
    ]);
    const { data } = ask(mixed);
    expect(data.rows.map(({ unit }) => unit)).toEqual(['users']);
    expect(data.leftOut).toHaveLength(1);
  });

  it('draws shares from 0 to 100 %, ranks and times as such, and what is of one date as bars', () => {
    const share = indicator(
      'share',
      [
        seen('a', '2023-01', { value: 0.2, unit: 'share' }),
        seen('a', '2023-02', { value: 0.3, unit: 'share' }),
      ],
      'share',
    );
    const shares = ask(share, 'axis=log');
    expect([isShare(shares.data.rows), scaleOf(shares.data.rows, shares.state)]).toEqual([true, 'linear']);
    expect(shares.chart.finding(shares.data, shares.state, 'zh')).toContain('高 10 个百分点');
    const ranks = indicator(
      'rank',
      [seen('a', '2023', { value: 1, unit: 'rank' }), seen('b', '2023', { value: 2, unit: 'rank' })],
      'rank',
    );
    expect(formOf(ask(ranks).data.rows)).toBe('time');
    expect(formOf(ask(indicator('one', [seen('a', '2023', { value: 1 })])).data.rows)).toBe('bars');
  });

  it('takes a quarter for no continuation of a year, and nothing doubted for a change', () => {
    const capex = indicator('capex', [
      seen('a', '2023', { value: 100 }),
      seen('a', '2024', { value: 120 }),
      seen('a', '2024-Q4', { value: 40 }),
    ]);
    const { chart, data, state } = ask(capex);
    expect(chart.finding(data, state, 'en')).not.toContain('than');
    const year = ask(indicator('capex', capex.observations.slice(0, 2)));
    expect(year.chart.finding(year.data, year.state, 'en')).toContain('20\u202f% more than');
    const doubt = { zh: '存疑', en: 'doubted' };
    const doubted = capex.observations
      .slice(0, 2)
      .map((each) => ({ ...each, evidence: [{ doubt } as never] }));
    const unsure = ask(indicator('capex', doubted));
    expect(unsure.chart.finding(unsure.data, unsure.state, 'en')).not.toContain('than');
  });

  it('has an address for subjects whose names no address can hold', () => {
    const own = indicator('names', [
      seen('豆包', '2023', { value: 1 }),
      seen('元宝', '2023', { value: 2 }),
      seen('Kimi (app)', '2023', { value: 3 }),
    ]);
    const keys = ask(own).data.rows.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) {
      expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(ask(own, `subjects=${key}`).data.rows).toHaveLength(1);
    }
  });
});
