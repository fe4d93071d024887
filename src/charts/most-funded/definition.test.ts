import { describe, expect, it } from 'vitest';
import { dayNumber } from '@/database/queries/funding-columns';
import { parseState } from '@/linking/state';
import { type MadeEvent, readOfEvents } from '../../../tests/made-events';
import { definition } from './definition';
import { parameters } from './rows';

let nextId = 1;
function event(
  company: string,
  range: [number | null, number | null] | null,
  rest: Partial<MadeEvent> & { day?: [string, string] | null } = {},
): MadeEvent {
  const { day = ['2023-02-10', '2023-02-10'], ...given } = rest;
  const id = nextId++;
  const money = range && { min: range[0], max: range[1] };
  return {
    id,
    slug: `event-${id}`,
    company: { slug: company, name: { zh: `${company}公司`, en: company.toUpperCase() }, formerSlugs: [] },
    round: 'A轮',
    roundFamily: 'series',
    announced: day && { from: day[0], to: day[1] },
    amount: money && { cny: money, usd: null },
    leftOut: null,
    ...given,
  };
}
const ask = (events: MadeEvent[], query = '') => {
  const { state } = parseState(parameters, new URLSearchParams(query));
  return { state, data: definition.answer(readOfEvents(events), state) };
};
const ranked = (events: MadeEvent[], query = '') =>
  ask(events, query).data.rows.map((row) => [row.organization, row.floor, row.ceiling, row.undisclosed]);

describe('most funded organizations', () => {
  it('ranks by the floor, however high a ceiling is, and puts those without any amount last', () => {
    const events = [
      event('silent', null),
      event('open', [1e8, null]),
      event('wide', [1e8, 9e9]),
      event('sure', [2e8, 2e8]),
      event('sure', null),
    ];
    expect(ranked(events)).toEqual([
      ['sure', 2e8, null, 1],
      ['open', 1e8, null, 0],
      ['wide', 1e8, 9e9, 0],
      ['silent', 0, null, 1],
    ]);
  });

  it('counts the larger of a sum over several rounds and of the rounds in it, and what lies outside', () => {
    const total = (company: string, range: [number, number]) =>
      event(company, range, {
        type: 'cumulative',
        leftOut: { zh: '合计', en: 'a sum' },
        sum: { events: [], from: null, to: dayNumber('2023-12-31'), ofSomeInvestors: false },
      });
    const events = [
      event('a', [1e8, 1e8]),
      event('a', null),
      total('a', [8e8, 9e8]),
      event('a', [4e8, 4e8], { day: ['2026-01-08', '2026-01-08'] }),
      event('b', [9e8, 9e8]),
      total('b', [3e8, 3e8]),
    ];
    expect(ranked(events)).toEqual([
      ['a', 12e8, 13e8, 0],
      ['b', 9e8, 9e8, 0],
    ]);
    expect(ask(events).data.rows[0]?.events).toBe(4);
    // Within a time only the rounds that are dated in it count.
    expect(ranked(events, 'from=2023Q1&to=2023Q4')).toEqual([
      ['b', 9e8, 9e8, 0],
      ['a', 1e8, null, 1],
    ]);
    expect(ranked(events, 'rounds=series').map(([slug]) => slug)).toEqual(['b', 'a']);
  });

  it('leaves the money of an organization that disclosed none empty, not zero', () => {
    const { data, state } = ask([event('silent', null)]);
    const row = data.rows[0];
    const cells = definition.columns(state).map((column) => [column.key, row && column.value(row, 'en')]);
    expect(Object.fromEntries(cells)).toMatchObject({ floor: null, ceiling: null, undisclosed: 1 });
    expect(definition.finding(data, state, 'en')).toBe('The organization shown has disclosed no amount.');
    expect(definition.finding(data, state, 'zh')).toBe('图中 1 家的金额全部未披露。');
  });

  it('says who is first, what all have, and how much is not counted', () => {
    const events = [
      event('a', [3e8, 5e8]),
      event('b', [1e8, 1e8]),
      event('b', null),
      event('c', null),
      event('c', [9e9, 9e9], { leftOut: { zh: '合计', en: 'a sum' } }),
    ];
    const { data, state } = ask(events);
    expect(definition.finding(data, state, 'zh')).toBe(
      '按下限计，融资最多的是a公司：至少 3亿元，至多 5亿元。图中 3 家共 4 笔：至少 4亿元，上限未知，另有 2 笔未披露。其中 1 家没有一笔披露过金额。另有 1 笔没有计入。',
    );
    expect(definition.finding(data, state, 'en')).toBe(
      'By the floor, A has raised the most: at least CN¥300M, at most CN¥500M. The 3 organizations shown: 4 events, at least CN¥400M, no upper bound, 2 undisclosed. For 1 of them no amount was ever disclosed. 1 more event is not counted.',
    );
  });

  it('does not call events of organizations after the limit not counted', () => {
    const events = Array.from({ length: 20 }, (_, at) => event(`a${at}`, [1e8 + at, 1e8 + at]));
    const { data, state } = ask(events);
    expect(data.limited).toEqual({ shown: 15, all: 20 });
    expect(definition.finding(data, state, 'en')).not.toContain('not counted');
    expect(definition.finding(data, state, 'zh')).not.toContain('没有计入');
  });

  it('counts in a period only what is surely in it, and names why others are not', () => {
    const events = [
      event('a', [1, 1]),
      event('b', [2, 2], { day: ['2023-01-01', '2023-12-31'] }),
      event('c', [4, 4], { day: null }),
      event('d', [8, 8], { day: ['2022-12-31', '2022-12-31'] }),
    ];
    expect(ranked(events, 'from=2023Q1&to=2023Q2')).toEqual([['a', 1, 1, 0]]);
    const { leftOut } = ask(events, 'from=2023Q1&to=2023Q2').data;
    expect(leftOut.map(({ reason, records }) => [reason.en, records.length])).toEqual([
      ['no date', 1],
      ['the date is not precise enough to tell whether it is in the period', 1],
    ]);
    expect(ranked(events)).toHaveLength(4);
  });

  it('counts what the limit leaves out, but shows everybody who was asked for by name', () => {
    const events = ['a', 'b', 'c'].map((company, at) => event(company, [9 - at, 9 - at]));
    expect(ask(events, 'top=1').data.leftOut).toMatchObject([
      { reason: { en: 'of the 2 organizations after the first 1' }, records: [{}, {}] },
    ]);
    expect(ranked(events, 'top=1&organizations=b~c')).toHaveLength(2);
  });

  it('says what has no rate instead of adding it', () => {
    const { data } = ask([event('a', [1, 1])], 'currency=usd');
    expect(data.rows).toEqual([]);
    expect(data.leftOut).toMatchObject([{ reason: { en: 'no exchange rate to convert it with' } }]);
  });
});
