import { describe, expect, it } from 'vitest';
import { parseState } from '@/linking/state';
import { definition, type Read } from './definition';
import { parameters } from './rows';

type Model = Read['models'][number];

const named = (slug: string) => ({ slug, name: { zh: `${slug}厂`, en: slug.toUpperCase() } });
let nextId = 1;
function model(vendor: string, tier: Model['tier'], origin: string | null = null): Model {
  const id = nextId++;
  return {
    id,
    slug: `model-${id}`,
    name: { zh: `模型${id}`, en: `Model ${id}` },
    tier,
    member: false,
    vendor: { ...named(vendor), formerSlugs: [] },
    origin: origin === null ? null : { slug: origin, name: { zh: origin, en: origin }, vendor: named('big') },
    evidence: [],
  };
}
const models = [
  model('big', 'general'),
  model('big', 'general', 'base'),
  model('big', 'industry', 'base'),
  model('small', 'task', 'base'),
  model('small', 'industry'),
  model('many', 'industry'),
  model('many', 'industry'),
  model('many', 'task'),
  model('other', null),
];
const ask = (query = '') => {
  const { state } = parseState(parameters, new URLSearchParams(query));
  return { state, data: definition.answer({ models }, state) };
};
const rows = (query = '') =>
  ask(query).data.rows.map((row) => [row.vendor, row.tier, row.origin?.slug ?? null, row.models]);

describe('where industry and task models come from', () => {
  it('names each model with a stated origin and counts the others, vendors with origins first', () => {
    expect(rows()).toEqual([
      ['small', 'task', 'base', 1],
      ['small', 'industry', null, 1],
      ['big', 'industry', 'base', 1],
      ['many', 'industry', null, 2],
      ['many', 'task', null, 1],
    ]);
  });

  it('counts a general model only where it is asked for and a source says what it comes from', () => {
    expect(rows('tier=all')).toContainEqual(['big', 'general', 'base', 1]);
    expect(rows('tier=all').filter(([, tier]) => tier === 'general')).toHaveLength(1);
    expect(rows('tier=task')).toEqual([
      ['small', 'task', 'base', 1],
      ['many', 'task', null, 1],
    ]);
  });

  it('counts those without a stated origin as left out where they are not drawn', () => {
    expect(rows('unknown=0')).toHaveLength(2);
    expect(ask('unknown=0').data.leftOut).toMatchObject([
      { reason: { en: 'Origin not stated' }, records: [{}, {}, {}, {}] },
    ]);
  });

  it('says the same numbers however many vendors are shown', () => {
    const finding = (query: string, lang: 'zh' | 'en') => {
      const { data, state } = ask(query);
      return definition.finding(data, state, lang);
    };
    expect(finding('', 'zh')).toBe(
      '符合条件的 6 个模型里，2 个有来源说明出自哪个模型。出得最多的是big厂base，2 个。其余 4 个来源没有说明。',
    );
    expect(finding('', 'en')).toBe(
      'For 2 of the 6 models that match a source names the model it comes from. Most come from BIG base, 2. For the other 4 none does.',
    );
    expect(finding('unknown=0', 'en')).toBe(finding('', 'en'));
    expect(finding('top=1', 'en')).toContain('For 2 of the 6 models');
    expect(ask('top=1').data.leftOut.map(({ reason, records }) => [reason.en, records.length])).toEqual([
      ['origin not stated, of the 2 vendors after the first 1', 3],
      ['origin stated, of the 2 vendors after the first 1', 1],
    ]);
  });

  it('says so where no origin is known', () => {
    const { data, state } = ask('vendors=many');
    expect(definition.finding(data, state, 'zh')).toBe(
      '符合条件的 3 个模型，没有一个有来源说明出自哪个通用模型。',
    );
  });
});
