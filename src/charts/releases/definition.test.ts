import { describe, expect, it } from 'vitest';
import { dateSpan } from '@/domain/partial-date';
import { parseState } from '@/linking/state';
import type { ModelOverTime } from '../facts/dated-models';
import { definition as openness } from '../openness/definition';
import { parameters as opennessParameters } from '../openness/rows';
import { definition as sizes } from '../parameters/definition';
import { parameters as sizeParameters } from '../parameters/rows';
import { definition } from './definition';
import { parameters } from './rows';

let nextId = 1;
function model(vendor: string, released: string | null, more: Partial<ModelOverTime> = {}): ModelOverTime {
  const id = nextId++;
  return {
    id,
    slug: `model-${id}`,
    name: { zh: `模型${id}`, en: `Model ${id}` },
    tier: 'general',
    head: id,
    headTier: more.tier === undefined ? 'general' : more.tier,
    collects: false,
    vendor: { slug: vendor, name: { zh: `${vendor}公司`, en: vendor.toUpperCase() }, formerSlugs: [] },
    released: released === null ? null : dateSpan(released),
    parameters: null,
    access: [],
    evidence: [],
    ...more,
  };
}
const models = [
  model('a', '2023-02', { parameters: 7e9, access: ['open-weights', 'api'] }),
  model('a', '2023-08-03', { parameters: 1e12 }),
  model('b', '2023', { tier: 'industry', parameters: 2e9, access: ['api'] }),
  model('c', null, { tier: null, parameters: 3e9 }),
  model('b', '2022-12-31', { access: ['open-source'] }),
];
const ask = (query = '') => {
  const { state } = parseState(parameters, new URLSearchParams(query));
  return { state, data: definition.answer({ models }, state) };
};
const cells = (query: string) => ask(query).data.rows.map((row) => [row.group, row.period, row.models]);

describe('models over time', () => {
  it('puts a model into a quarter only where its date says which', () => {
    expect(cells('')).toEqual([
      ['a', '2023Q1', 1],
      ['a', '2023Q3', 1],
      ['b', '2022Q4', 1],
    ]);
    expect(ask('').data.leftOut.map(({ records }) => records.map(({ path }) => path))).toEqual([
      ['/models/model-4'],
      ['/models/model-3'],
    ]);
    expect(cells('by=year&group=none')).toEqual([
      ['all', '2022', 1],
      ['all', '2023', 3],
    ]);
  });

  it('orders tiers by the domain, and says what the data shows', () => {
    expect(cells('by=year&group=tier')).toEqual([
      ['general', '2022', 1],
      ['general', '2023', 2],
      ['industry', '2023', 1],
    ]);
    const { data, state } = ask('by=year');
    expect(definition.finding(data, state, 'en')).toBe(
      '4 families with a date on record, released from 2022 to 2023. 2023 has the most, 3. A and B released the most, 2 each. Not shown: 1 family for which no source states a date.',
    );
  });

  it('shows a size only where both size and date are known', () => {
    const { state } = parseState(sizeParameters, new URLSearchParams());
    const data = sizes.answer({ models }, state);
    expect(data.rows.map((row) => row.parameters)).toEqual([7e9, 1e12, 2e9]);
    expect(data.leftOut).toHaveLength(2);
    expect(sizes.finding(data, state, 'zh')).toBe(
      '图中 3 个模型，参数量从 20亿 到 1万亿。最大的是 模型2。另有 2 个模型的参数量或日期没有来源说明，不在图中。',
    );
  });

  it('counts a model once, by its most open way', () => {
    const { state } = parseState(opennessParameters, new URLSearchParams());
    const data = openness.answer({ models }, state);
    expect(data.rows.map((row) => [row.period, row.way, row.models, row.share])).toEqual([
      ['2022', 'open-source', 1, 1],
      ['2023', 'open-weights', 1, 1 / 3],
      ['2023', 'api', 1, 1 / 3],
      ['2023', 'unknown', 1, 1 / 3],
    ]);
  });
});
