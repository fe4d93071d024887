import { describe, expect, it } from 'vitest';
import { parseState } from '@/linking/state';
import { definition, type Read } from './definition';
import { gridOf, parameters } from './rows';

const named = (slug: string) => ({ slug, name: { zh: `${slug}方`, en: slug.toUpperCase() } });
const vendor = (slug: string) => ({ ...named(slug), formerSlugs: [] });
let nextId = 1;
const model = (of: string, ...industries: string[]): Read['models'][number] => ({
  id: nextId,
  slug: `model-${nextId}`,
  name: named(`model-${nextId++}`).name,
  tier: 'industry',
  head: nextId,
  headTier: 'industry',
  collects: false,
  vendor: vendor(of),
  industries: industries.map(named),
  evidence: [],
});
const read: Read = {
  models: [model('a', 'power'), model('a', 'power', 'gas'), model('b', 'gas'), model('c', 'gas')],
  coverage: [
    { id: 100, vendor: vendor('a'), industry: named('mining'), note: null, evidence: [] },
    { id: 101, vendor: vendor('b'), industry: named('gas'), note: null, evidence: [] },
  ],
};
const ask = (query: string) => {
  const { state } = parseState(parameters, new URLSearchParams(query));
  return { state, data: definition.answer(read, state) };
};

describe('vendors by industry', () => {
  it('counts models per vendor and industry, and marks what is only stated', () => {
    const cells = ask('').data.rows.map((row) => [
      row.industry,
      row.vendor,
      row.models,
      row.stated,
      row.allVendors,
    ]);
    expect(cells).toEqual([
      ['gas', 'a', 1, false, 3],
      ['gas', 'b', 1, true, 3],
      ['gas', 'c', 1, false, 3],
      ['power', 'a', 2, false, 2],
      ['mining', 'a', 0, true, 0],
    ]);
  });

  it('puts busy industries and broad vendors first', () => {
    const grid = gridOf(ask('').data.rows);
    expect(grid.vendors.map(({ slug }) => slug)).toEqual(['a', 'b', 'c']);
    expect(grid.industries.map(({ slug }) => slug)).toEqual(['gas', 'power', 'mining']);
  });

  it('does without stated coverage on request', () => {
    expect(ask('stated=0').data.rows.filter((row) => row.stated || row.models === 0)).toEqual([]);
  });

  it('counts the records of vendors beyond the limit, and still the models of all vendors', () => {
    const { data } = ask('top=1');
    expect(data.leftOut[0]?.records.map((record) => record.path)).toEqual([
      '/models/model-3',
      '/vendors/b#gas',
      '/models/model-4',
    ]);
    expect(data.rows.find((row) => row.industry === 'gas')?.allVendors).toBe(3);
  });

  it('says what the data shows', () => {
    const { data, state } = ask('');
    expect(definition.finding(data, state, 'en')).toBe(
      'A is in the most industries, 3. GAS has the most models, 3 by all vendors. In 1 place a vendor is said to serve the industry and no model is known.',
    );
  });
});
