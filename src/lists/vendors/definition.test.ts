import { describe, expect, test } from 'vitest';
import type { ActiveOrganization } from '@/database/queries/organizations-with-activity';
import { Adding } from '@/domain/totals';
import { chosenOf } from '../engine/define-list';
import { faceted } from '../engine/faceted';
import { vendors, vendorValues } from './definition';
import { findingOf } from './finding';
import { type VendorState, vendorParameters } from './parameters';

function organization(slug: string, part: Partial<ActiveOrganization> = {}): ActiveOrganization {
  const models = part.models ?? { general: 0, task: 0, industry: 0, unclassified: 0 };
  return {
    id: 1,
    slug,
    name: { zh: slug, en: slug },
    kind: 'startup',
    roles: ['vendor'],
    country: 'CN',
    place: null,
    layers: [],
    industries: [],
    platforms: [],
    products: 0,
    raised: new Int32Array(),
    basis: [1],
    total: new Adding().total(),
    ...part,
    models,
    versionCount: models.general * 2 + models.task + models.industry,
    modelCount: models.general + models.task + models.industry + models.unclassified,
  };
}

const preset = {
  role: 'vendor',
  kind: [],
  layer: [],
  industry: [],
  country: [],
  place: [],
  columns: [],
  sort: 'records',
} as const;

const facetsOf = (all: readonly ActiveOrganization[], state: VendorState) =>
  faceted<ActiveOrganization, string>(all, vendorValues, chosenOf(Object.keys(vendorValues), state));
const matches = (each: ActiveOrganization, state: VendorState) =>
  facetsOf([each], state).matching.length === 1;

describe('the finding of the list of vendors', () => {
  const some = [
    organization('a', { place: 'beijing', models: { general: 1, task: 0, industry: 1, unclassified: 0 } }),
    organization('b', { place: 'beijing', models: { general: 0, task: 0, industry: 1, unclassified: 0 } }),
    organization('c', { place: 'shanghai' }),
  ];

  test('counts makers, models, who has the most, and the busiest city', () => {
    expect(findingOf(some, 'en')).toBe(
      '3 organizations, 2 of them with models on record, 3 families and 4 versions and sizes in all; 1 has industry models but no general one. a has the most families of models, 2; Beijing is home to 2 (67\u202f%), more than any other city.',
    );
  });

  test('names no city where two are level, and no models where there are none', () => {
    const two = [organization('a', { place: 'beijing' }), organization('b', { place: 'shanghai' })];
    expect(findingOf(two, 'zh')).toBe('2 家机构。');
  });
});

describe('what belongs into the list', () => {
  test('vendors by default, investors on request, everything with role=all', () => {
    const investor = organization('fund', { roles: ['investor'], kind: 'fund' });
    expect(matches(investor, preset)).toBe(false);
    expect(matches(investor, { ...preset, role: 'investor' })).toBe(true);
    expect(matches(investor, { ...preset, role: 'all' })).toBe(true);
  });

  test('a chosen city leaves out what has none; the facet itself counts without its own choice', () => {
    const somewhere = organization('x', { place: null });
    expect(matches(somewhere, { ...preset, place: ['beijing'] })).toBe(false);
    const { counts } = facetsOf([somewhere, organization('y', { place: 'shanghai' })], {
      ...preset,
      place: ['beijing'],
    });
    expect(counts.place?.get('shanghai')).toBe(1);
  });

  test('countries are lower-case in addresses', () => {
    expect(matches(organization('x', { country: 'US' }), { ...preset, country: ['us'] })).toBe(true);
  });
});

test('only what differs from the default stands in the address', () => {
  expect(vendorParameters.role.default).toBe('vendor');
  expect(vendors.path(preset)).toBe('/vendors');
  expect(vendors.path({ ...preset, layer: ['model', 'application'] }, 'baidu')).toBe(
    '/vendors?after=baidu&layer=application~model',
  );
});
