import { describe, expect, it } from 'vitest';
import { parseState } from '@/linking/state';
import { type MadeEvent, readOfEvents } from '../../../tests/made-events';
import { definition } from './definition';
import { isBacking, isPair, parameters } from './rows';

type Event = MadeEvent & Required<Pick<MadeEvent, 'investors'>>;
type Role = Event['investors'][number]['role'];

const named = (slug: string) => ({
  slug,
  name: { zh: `${slug}方`, en: slug.toUpperCase() },
  formerSlugs: [],
});
let nextId = 1;
function event(company: string, investors: Record<string, Role>, rest: Partial<Event> = {}): Event {
  const id = nextId++;
  return {
    id,
    slug: `event-${id}`,
    company: named(company),
    type: 'round',
    round: 'A轮',
    roundFamily: 'series',
    announced: { from: '2023-02-10', to: '2023-02-10' },
    investors: Object.entries(investors).map(([slug, role]) => ({ ...named(slug), role })),
    ...rest,
  };
}
const ask = (events: Event[], query = '') => {
  const { state } = parseState(parameters, new URLSearchParams(query));
  return { state, data: definition.answer(readOfEvents(events), state) };
};
const backing = (events: Event[], query = '') =>
  ask(events, query)
    .data.rows.filter(isBacking)
    .map((row) => [row.investor, row.organization, row.role, row.events, row.backed]);
const pairs = (events: Event[], query = '') =>
  ask(events, `show=pairs${query}`)
    .data.rows.filter(isPair)
    .map((row) => [row.first, row.second, row.events, row.organizations.map(({ slug }) => slug)]);

const events = [
  event('a', { x: 'lead', y: 'follow', z: null }),
  event('a', { x: 'follow', y: 'co-lead' }),
  event('b', { x: null }),
];

describe('who backs whom', () => {
  it('ranks by organizations, not by events, and keeps the weightiest role in each', () => {
    expect(backing([...events, event('a', { y: null })])).toEqual([
      ['x', 'a', 'lead', 2, 2],
      ['x', 'b', null, 1, 2],
      ['y', 'a', 'co-lead', 3, 1],
      ['z', 'a', null, 1, 1],
    ]);
  });

  it('says the role of each round, not the weightiest for all of them', () => {
    const led = [
      event('moonshot', { alibaba: 'lead' }),
      event('moonshot', { alibaba: 'follow' }),
      event('moonshot', { alibaba: null }),
      event('zhipu', { alibaba: 'lead' }),
      event('zhipu', { alibaba: 'lead' }),
    ];
    const { data, state } = ask(led);
    const role = definition.columns(state).find(({ key }) => key === 'role');
    const said = (lang: 'zh' | 'en') => data.rows.map((row) => role?.value(row, lang));
    expect(said('zh')).toEqual(['领投 1 笔、跟投 1 笔、角色未说明 1 笔', '领投']);
    expect(said('en')).toEqual(['lead in 1, follow in 1, role not stated in 1', 'Lead']);
    expect(data.rows.map((row) => definition.rowInWords(row, state, 'zh'))).toEqual([
      'alibaba方投moonshot方：领投 1 笔、跟投 1 笔、角色未说明 1 笔，3 笔',
      'alibaba方投zhipu方：领投，2 笔',
    ]);
  });

  it('counts no adviser and no acquirer, and says why an event is left out', () => {
    const { data } = ask([
      event('a', { x: 'lead', bank: 'adviser' }),
      event('b', { buyer: 'acquirer' }),
      event('c', {}),
      event('d', { x: 'lead' }, { type: 'reported' }),
    ]);
    expect(data.rows).toMatchObject([{ investor: 'x', organization: 'a' }]);
    expect(data.leftOut.map(({ reason, records }) => [reason.en, records.length])).toEqual([
      ['no source names an investor', 1],
      ['only an acquirer or an adviser, no investor', 1],
      ['reported, not confirmed by the company', 1],
    ]);
  });

  it('shows every investor that was asked for by name, and counts what the limit leaves out', () => {
    expect(backing(events, 'top=1&investors=y~z').map(([investor]) => investor)).toEqual(['y', 'z']);
    expect(ask(events, 'top=1').data.leftOut).toMatchObject([
      { reason: { zh: '涉及不在前 1 位的 2 家投资方' }, records: [{}, {}] },
    ]);
  });

  it('does not call an event left out that has nothing to do with the investor asked for', () => {
    expect(ask([...events, event('c', {}), event('d', { w: 'lead' })], 'investors=x').data.leftOut).toEqual(
      [],
    );
  });

  it('says who backs most, who has most backers, and how many roles are not known', () => {
    const { data, state } = ask(events);
    expect(definition.finding(data, state, 'zh')).toBe(
      '投得最多的是x方，2 家。图中 3 家投资方投了 2 家机构。其中投a方的最多，有 3 家。4 组投资关系里，2 组没有说明是领投还是跟投。',
    );
    expect(definition.finding(data, state, 'en')).toBe(
      'X backs the most organizations, 2. The 3 investors shown back 2 organizations. A has the most of them, 3. For 2 of 4 ties no source says who led and who followed.',
    );
  });
});

describe('who invests together', () => {
  it('pairs the investors of one event, each pair once, whatever their order', () => {
    expect(pairs([...events, event('b', { y: null, x: null })])).toEqual([
      ['x', 'y', 3, ['a', 'b']],
      ['x', 'z', 1, ['a']],
      ['y', 'z', 1, ['a']],
    ]);
  });

  it('makes no pair out of an investor that is named twice, nor out of a sum over rounds', () => {
    const twice = event('a', { x: 'lead' });
    twice.investors.push({ ...named('x'), role: 'follow' });
    const sum = event('b', { x: null, y: null }, { type: 'cumulative' });
    expect(pairs([twice, sum])).toEqual([]);
    expect(ask([sum], 'show=pairs').data.leftOut).toMatchObject([{ records: [{}] }]);
    expect(backing([sum])).toHaveLength(2);
  });

  it('says which pair meets most often', () => {
    const { data, state } = ask(events, 'show=pairs');
    expect(definition.finding(data, state, 'zh')).toBe(
      '同投最多的是 x方 + y方，2 笔。图中 3 对，1 对同投不止一笔。',
    );
    expect(definition.finding(data, state, 'en')).toBe(
      'Most often together: X + Y, 2 events. Of the 3 pairs shown, 1 invested together more than once.',
    );
  });
});
