import { describe, expect, it } from 'vitest';
import { parseState } from '@/linking/state';
import { type MadeEvent, readOfEvents } from '../../../tests/made-events';
import { definition } from './definition';
import { parameters } from './rows';

let nextId = 1;
function event(
  round: string | null,
  roundFamily: string,
  range: [number, number] | null = null,
  rest: Partial<MadeEvent> = {},
): MadeEvent {
  const id = nextId++;
  const money = range && { min: range[0], max: range[1] };
  return {
    id,
    slug: `event-${id}`,
    company: { slug: 'a', name: { zh: '甲', en: 'A' }, formerSlugs: [] },
    round,
    roundFamily,
    announced: { from: '2023-02-10', to: '2023-02-10' },
    amount: money && { cny: money, usd: null },
    leftOut: null,
    ...rest,
  };
}
const ask = (events: MadeEvent[], query = '') => {
  const { state } = parseState(parameters, new URLSearchParams(query));
  return { state, data: definition.answer(readOfEvents(events), state) };
};
const stages = (events: MadeEvent[], query = '') =>
  ask(events, query).data.rows.map((row) => [row.name.zh, row.events]);

const all = [
  event('IPO', 'ipo', [40, 40]),
  event('战略融资', 'strategic'),
  event('B轮', 'series', [7, 20]),
  event('A+轮', 'series', [3, 3]),
  event(null, 'unknown', [1, 2]),
  event('A1轮', 'series'),
  event('Pre-A轮', 'series'),
  event('天使轮', 'angel', [1, 1]),
  event('A轮', 'series', [2, 2]),
  event('未透露', 'unknown'),
];

describe('rounds from angel to IPO', () => {
  it('stands them in the order of stages, Pre-A on its own, A+ and A1 with A, types without a stage last', () => {
    expect(stages(all)).toEqual([
      ['天使轮', 1],
      ['Pre-A轮', 1],
      ['A轮', 3],
      ['B轮', 1],
      ['IPO', 1],
      ['战略融资', 1],
      ['轮次未明', 2],
    ]);
    expect(ask(all).data.rows[2]).toMatchObject({ floor: 5, ceiling: null, undisclosed: 1 });
  });

  it('tells labels apart, or only kinds, when asked to', () => {
    expect(stages(all, 'by=label').map(([name]) => name)).toEqual([
      '天使轮',
      'Pre-A轮',
      'A轮',
      'A1轮',
      'A+轮',
      'B轮',
      'IPO',
      '战略融资',
      '轮次未明',
    ]);
    expect(stages(all, 'by=family')).toEqual([
      ['天使轮', 1],
      ['A–H 轮', 5],
      ['IPO', 1],
      ['战略融资', 1],
      ['轮次未明', 2],
    ]);
  });

  it('takes the kind that was worked out at publication over a label that says something else', () => {
    expect(stages([event('A轮', 'debt')])).toEqual([['债权融资', 1]]);
  });

  it('says where most events and most money are, and what has no round', () => {
    const { data, state } = ask([
      ...all,
      event('基石轮', 'cornerstone', [9, 9], { leftOut: { zh: '基石', en: 'a cornerstone' } }),
    ]);
    expect(definition.finding(data, state, 'zh')).toBe(
      '已知 10 笔融资：至少 54元，上限未知，另有 4 笔未披露。笔数最多的是A轮，3 笔。按下限计，钱最多的是IPO：共 40元。2 笔没有说明是哪一轮。另有 1 笔没有计入。',
    );
    expect(definition.finding(data, state, 'en')).toBe(
      '10 known events: at least CN¥54, no upper bound, 4 undisclosed. Series A has the most events, 3. By the floor, IPO has the most money: CN¥40. For 2 no source names the round. 1 more event is not counted.',
    );
    expect(data.leftOut).toMatchObject([{ reason: { en: 'a cornerstone' }, records: [{}] }]);
  });
});
