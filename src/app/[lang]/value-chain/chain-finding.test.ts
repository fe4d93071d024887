import { describe, expect, it } from 'vitest';
import type { LayerWithOrganizations } from '@/database/queries/value-chain';
import type { LayerSlug } from '@/records/layer/schema';
import { chainFinding, onSeveralLayers, standingsOf } from './chain-finding';

const text = (word: string) => ({ zh: word, en: word });

function layer(slug: LayerSlug, ...names: string[]): LayerWithOrganizations {
  return {
    id: 1,
    slug,
    name: text(slug),
    who: text(''),
    strengths: text(''),
    bottlenecks: text(''),
    evidence: [],
    organizations: names.map((name, at) => ({
      placement: at,
      slug: name,
      name: text(name),
      note: null,
      models: name === 'many' ? 9 : 1,
      platforms: 0,
      products: 0,
      evidence: [],
    })),
  };
}

describe('who stands on which layers', () => {
  const layers = [
    layer('application', 'all', 'one'),
    layer('model', 'all', 'two', 'many'),
    layer('infrastructure', 'all', 'two'),
  ];

  it('puts those on most layers first, then those with most on record', () => {
    expect(standingsOf(layers).map(({ slug }) => slug)).toEqual(['all', 'two', 'many', 'one']);
    expect([...onSeveralLayers(layers)]).toEqual(['all', 'two']);
  });

  it('counts two layers and all layers apart', () => {
    expect(chainFinding(layers, 'en')).toBe(
      '4 organizations stand on the chain. 1 holds two layers: two. 1 holds all three: all. The fullest layer is Model, with 3.',
    );
  });

  it('says that nobody stands on several, and names every fullest layer', () => {
    const apart = [layer('application', 'a'), layer('model', 'b'), layer('infrastructure', 'c')];
    expect(chainFinding(apart, 'zh')).toBe(
      '链上收录了 3 家机构。没有一家占着两层。没有一家三层全占。应用层、模型层、基础设施层并列最多，各 1 家。',
    );
  });
});
