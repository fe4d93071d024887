import { describe, expect, it } from 'vitest';
import { parseState } from '@/linking/state';
import { type MadeEvent, readOfEvents } from '../../../tests/made-events';
import { definition, type Read } from './definition';
import { parameters } from './rows';

type Organization = Read['organizations'][number];

const name = (slug: string) => ({ zh: `${slug}公司`, en: slug.toUpperCase() });
const organization = (
  slug: string,
  place: string | null,
  given: Partial<Organization> = {},
): Organization => ({
  id: 0,
  slug,
  name: name(slug),
  country: 'CN',
  place,
  roles: ['vendor'],
  ...given,
});
const model = (slug: string, vendor: string): Read['models'][number] => ({
  id: 0,
  slug,
  name: name(slug),
  tier: null,
  head: Number.parseInt(slug, 36),
  headTier: null,
  collects: false,
  vendor: { slug: vendor, name: name(vendor), formerSlugs: [] },
  industries: [],
});
const event = (
  slug: string,
  company: string,
  range: [number, number] | null,
  leftOut: MadeEvent['leftOut'] = null,
): MadeEvent => ({
  id: 0,
  slug,
  company: { slug: company, name: name(company), formerSlugs: [] },
  round: null,
  roundFamily: 'unknown',
  announced: null,
  amount: range && { cny: { min: range[0], max: range[1] }, usd: null },
  leftOut,
});

const money = readOfEvents([
  event('e1', 'c', [1e8, 2e8]),
  event('e2', 'a', null),
  event('e3', 'a', [9, 9], { zh: '合计', en: 'a sum' }),
]);
const numbers = new Map([...money.columns.organizations].map(([id, { slug }]) => [slug, id]));

const read: Read = {
  ...money,
  organizations: [
    organization('a', 'beijing'),
    organization('b', 'shenzhen'),
    organization('c', 'guangzhou'),
    organization('d', null),
    organization('e', null, { country: 'US' }),
    organization('fund', 'beijing', { roles: ['investor'] }),
  ].map((each, at) => ({ ...each, id: numbers.get(each.slug) ?? 1000 + at })),
  models: [model('m1', 'a'), model('m2', 'b'), model('m3', 'b'), model('m4', 'e')],
};
const ask = (query = '') => {
  const { state } = parseState(parameters, new URLSearchParams(query), {
    known: definition.options?.(read) ?? {},
  });
  return { state, data: definition.answer(read, state) };
};
const places = (query = '') =>
  ask(query).data.rows.map((row) => [row.name.zh, row.organizations, row.models, row.floor]);

describe('where organizations are', () => {
  it('counts vendors, their models and their money by city', () => {
    expect(places()).toEqual([
      ['深圳', 1, 2, 0],
      ['北京', 1, 1, 0],
      ['广州', 1, 0, 1e8],
    ]);
  });

  it('adds cities up to provinces and countries; a country is known where the city is not', () => {
    expect(places('by=province')).toEqual([
      ['广东', 2, 2, 1e8],
      ['北京', 1, 1, 0],
    ]);
    expect(places('by=country')).toEqual([
      ['中国', 4, 3, 1e8],
      ['美国', 1, 1, 0],
    ]);
  });

  it('leaves out who has no place, with the reason, and money that does not count', () => {
    const reasons = ask().data.leftOut.map(({ reason, records }) => [
      reason.en,
      records.map(({ path }) => path),
    ]);
    expect(reasons).toEqual([
      ['no source says in which city', ['/vendors/d', '/vendors/e']],
      ['a sum', ['/funding/e3']],
    ]);
  });

  it('keeps the floor of a place empty where nothing was disclosed or raised', () => {
    const { data, state } = ask();
    const floor = definition.columns(state).find(({ key }) => key === 'floor');
    expect(data.rows.map((row) => floor?.value(row, 'en'))).toEqual([null, null, 1e8]);
  });

  it('orders by what is asked for, and filters by country and role', () => {
    expect(places('sort=funding').map(([place]) => place)[0]).toBe('广州');
    expect(places('role=investor')).toEqual([['北京', 1, 0, 0]]);
    expect(places('by=country&countries=us')).toEqual([['美国', 1, 1, 0]]);
  });

  it('says where most are, with their share of all that are placed', () => {
    const { data, state } = ask('by=province&top=1');
    expect(definition.finding(data, state, 'zh')).toBe(
      '机构最多的是广东，2 家，占 67%。图中 1 个地方共 2 家机构、2 个模型系列。2 家没有来源说明在哪里。',
    );
    expect(definition.finding(data, state, 'en')).toBe(
      'Guangdong has the most organizations, 2 (67\u202f%). The place shown has 2 organizations and 2 families of models. For 2 organizations no source says where.',
    );
  });
});
