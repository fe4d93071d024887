import { describe, expect, it } from 'vitest';
import { parseState } from '@/linking/state';
import { definition, type Read } from './definition';
import { parameters } from './rows';

type Model = Read['models'][number];

let nextId = 1;
function model(vendor: string, tier: Model['tier'], industries: string[] = []): Model {
  const id = nextId++;
  const named = (slug: string) => ({ slug, name: { zh: `${slug}公司`, en: slug.toUpperCase() } });
  return {
    id,
    slug: `model-${id}`,
    name: { zh: `模型${id}`, en: `Model ${id}` },
    tier,
    head: id,
    headTier: tier,
    collects: false,
    vendor: { ...named(vendor), formerSlugs: [] },
    industries: industries.map(named),
    evidence: [],
  };
}
const models = [
  model('a', 'general'),
  model('b', 'general'),
  model('b', 'industry', ['power']),
  model('c', null),
  model('b', 'industry', ['gas', 'power']),
  model('d', 'task'),
];
const ask = (query: string) => {
  const { state } = parseState(parameters, new URLSearchParams(query));
  return { state, data: definition.answer({ models }, state) };
};
const totals = (query: string) => ask(query).data.rows.map((row) => [row.vendor, row.total]);

describe('models by vendor', () => {
  it('ranks vendors, counts tiers, and counts models without one as unclassified', () => {
    const { data } = ask('');
    expect(totals('')).toEqual([
      ['b', 3],
      ['a', 1],
      ['c', 1],
      ['d', 1],
    ]);
    expect(data.rows[0]).toMatchObject({ general: 1, task: 0, industry: 2, unclassified: 0 });
    expect(data.rows[2]).toMatchObject({ unclassified: 1 });
  });

  it('ties every row to the models that it counts', () => {
    expect(ask('').data.basis.map((records) => records.length)).toEqual([3, 1, 1, 1]);
  });

  it('counts what the limit leaves out, but shows every vendor that was asked for by name', () => {
    expect(ask('top=2').data.leftOut).toMatchObject([
      { records: [{ path: '/models/model-4' }, { path: '/models/model-6' }] },
    ]);
    expect(totals('top=1&vendors=a~c')).toHaveLength(2);
  });

  it('filters by tier and industry', () => {
    expect(totals('tier=industry')).toEqual([['b', 2]]);
    expect(totals('industries=gas')).toEqual([['b', 1]]);
    expect(totals('tier=unclassified')).toEqual([['c', 1]]);
  });

  it('says what the data shows', () => {
    const { data, state } = ask('top=2');
    expect(definition.finding(data, state, 'zh')).toBe(
      '已收录的模型里，b公司最多，有 3 个系列。图中 2 家厂商共 4 个系列：通用 2 个、行业 2 个。其余厂商另有 2 条记录。',
    );
    expect(definition.finding(data, state, 'en')).toBe(
      'B has the most models on record, 3 families. The 2 vendors shown have 4 families: 2 general and 2 industry. All others have 2 more records.',
    );
  });
});
