import { describe, expect, it } from 'vitest';
import { parseState } from '@/linking/state';
import { definition, type Read } from './definition';
import { parameters } from './rows';

type Model = Read['models'][number];

let nextId = 1;
function model(vendor: string, modalities: Model['modalities'], tier: Model['tier'] = 'general'): Model {
  const id = nextId++;
  return {
    id,
    slug: `model-${id}`,
    name: { zh: `模型${id}`, en: `Model ${id}` },
    tier,
    head: id,
    headTier: tier,
    collects: false,
    vendor: { slug: vendor, name: { zh: `${vendor}公司`, en: vendor.toUpperCase() }, formerSlugs: [] },
    modalities,
    evidence: [],
  };
}
const models = [
  model('a', ['nlp', 'cv']),
  model('a', []),
  model('b', ['nlp'], 'industry'),
  model('b', ['nlp'], null),
  model('c', []),
];
const ask = (query = '') => {
  const { state } = parseState(parameters, new URLSearchParams(query));
  return { state, data: definition.answer({ models }, state) };
};
const cells = (query = '') =>
  ask(query).data.rows.map((row) => [row.vendor, row.modality, row.models, row.allModels]);

describe('modalities by vendor', () => {
  it('counts a model in each of its modalities, widest vendor first', () => {
    expect(cells()).toEqual([
      ['a', 'nlp', 1, 2],
      ['a', 'cv', 1, 2],
      ['b', 'nlp', 2, 2],
    ]);
  });

  it('leaves models out whose modality no source states, and says how many', () => {
    const { data, state } = ask();
    expect(data.leftOut).toMatchObject([
      {
        reason: { en: 'no source states a modality' },
        records: [{ path: '/models/model-2' }, { path: '/models/model-5' }],
      },
    ]);
    expect(definition.finding(data, state, 'zh')).toBe(
      '覆盖模态最多的是a公司，2 种。图中模型最多的模态是语言，3 个系列。图中有 3 条模型记录；另有 2 条没有来源说明模态。',
    );
    expect(definition.finding(data, state, 'en')).toBe(
      'A covers the most modalities, 2. Language has the most models here, 3 families. 3 records of models are shown; for 2 more no source states a modality.',
    );
  });

  it('filters by tier and modality, and counts what the limit leaves out', () => {
    expect(cells('tier=unclassified')).toEqual([['b', 'nlp', 1, 1]]);
    expect(cells('modalities=cv')).toEqual([['a', 'cv', 1, 2]]);
    expect(
      ask('top=1').data.leftOut.map(({ reason, records }) => [reason.zh, records.length]),
    ).toContainEqual(['模态较少、不在前 1 位的 1 家厂商', 2]);
  });

  it('says so where no model states anything', () => {
    const { data, state } = ask('vendors=c');
    expect(definition.finding(data, state, 'en')).toBe(
      'No model that matches has its modality stated. For 1 model no source states a modality.',
    );
  });
});
