import { describe, expect, it } from 'vitest';
import { parseState } from '@/linking/state';
import { definition, type Read } from './definition';
import { parameters } from './rows';

const organization = (slug: string) => ({
  slug,
  name: { zh: `${slug}公司`, en: slug.toUpperCase() },
  formerSlugs: [],
});
type Entry = Read['entries'][number];
const entry = (
  owner: string,
  kind: Entry['kind'],
  slug: string,
  category: Entry['category'] = null,
): Entry => ({
  id: Number.parseInt(slug, 36),
  head: null,
  kind,
  slug,
  name: { zh: slug, en: slug },
  category,
  layer:
    kind === 'model'
      ? 'model'
      : kind === 'product' && category !== 'accelerator'
        ? 'application'
        : 'infrastructure',
  organization: organization(owner),
  evidence: [],
});
const placed = (owner: string, layer: Read['placements'][number]['layer']) => ({
  id: 0,
  layer,
  organization: organization(owner),
  evidence: [],
});

const read: Read = {
  placements: [placed('a', 'model'), placed('a', 'infrastructure'), placed('b', 'application')],
  entries: [
    entry('a', 'model', 'm1'),
    entry('a', 'model', 'm2'),
    entry('a', 'platform', 'p1'),
    entry('a', 'product', 'bot', 'chatbot'),
    entry('c', 'model', 'm3'),
    entry('d', 'product', 'chip', 'accelerator'),
  ],
};
const ask = (query = '') => {
  const { state } = parseState(parameters, new URLSearchParams(query));
  return { state, data: definition.answer(read, state) };
};
const rows = (query = '') =>
  ask(query).data.rows.map((row) => [row.layer, row.organization, row.kind, row.entries, row.placed]);

describe('the value chain', () => {
  it('puts models, platforms and products on their layers, and keeps a place where nothing is on record', () => {
    expect(rows()).toEqual([
      ['application', 'a', 'product', 1, false],
      ['application', 'b', 'none', 0, true],
      ['model', 'a', 'model', 2, true],
      ['model', 'c', 'model', 1, false],
      ['infrastructure', 'a', 'platform', 1, true],
      ['infrastructure', 'd', 'accelerator', 1, false],
    ]);
    expect(ask().data.leftOut).toEqual([]);
  });

  it('leaves out organizations that no source places where that is asked for', () => {
    expect(ask('placed=1').data.leftOut).toMatchObject([
      {
        reason: { en: 'no source places their organization on a layer' },
        records: [{ path: '/models/m3' }, { path: '/vendors/d#chip' }],
      },
    ]);
    expect(rows('placed=1').map(([, who]) => who)).toEqual(['a', 'b', 'a', 'a']);
    expect(rows('organizations=c&placed=1')).toEqual([['model', 'c', 'model', 1, false]]);
  });

  it('ties a place to its source, and each row to its entries', () => {
    expect(ask('organizations=a~b').data.basis.map((records) => records.map(({ path }) => path))).toEqual([
      ['/vendors/a#bot'],
      ['/vendors/b#application'],
      ['/models/m1', '/models/m2', '/vendors/a#model'],
      ['/vendors/a#p1', '/vendors/a#infrastructure'],
    ]);
  });

  it('filters by layer, and counts what the limit leaves out', () => {
    expect(rows('layers=model')).toEqual([
      ['model', 'a', 'model', 2, true],
      ['model', 'c', 'model', 1, false],
    ]);
    expect(rows('top=1').map(([, who]) => who)).toEqual(['a', 'a', 'a']);
    expect(ask('top=1').data.leftOut.map(({ reason }) => reason.zh)).toContain(
      '收录较少、不在前 1 位的 3 家机构',
    );
  });

  it('says who stands where, with what, and where nothing is on record', () => {
    const { data, state } = ask('organizations=a~b');
    expect(definition.finding(data, state, 'zh')).toBe(
      '图中 2 家机构：应用层 2 家、模型层 1 家、基础设施层 1 家。共收录 1 个应用、2 个模型系列、1 个平台。1 家跨两层以上：a公司。1 处只有“在这一层”的说法，没有收录具体条目。',
    );
    expect(definition.finding(data, state, 'en')).toBe(
      '2 organizations: 2 on the application layer, 1 on the model layer and 1 on the infrastructure layer. On record they have 1 product, 2 model families and 1 platform. 1 stands on more than one layer: A. In 1 place a source names the layer and nothing is on record.',
    );
  });
});
