import { describe, expect, it } from 'vitest';
import type {
  IndicatorWithObservations,
  ObservationOnRecord,
} from '@/database/queries/indicators-with-observations';
import { parseState } from '@/linking/state';
import { definition as compute } from '../compute/definition';
import { definition } from './definition';
import { parameters } from './rows';

let nextId = 1;
function seen(date: string, more: Partial<ObservationOnRecord>): ObservationOnRecord {
  const id = nextId++;
  const nothing = { value: null, min: null, max: null, about: null, by: null, note: null };
  return {
    id,
    slug: `seen-${id}`,
    subject: { zh: '某模型', en: 'A model' },
    date,
    bound: 'exact',
    unit: 'USD',
    unitName: null,
    projection: false,
    evidence: [],
    ...nothing,
    ...more,
  };
}
function indicator(slug: string, observations: ObservationOnRecord[]): IndicatorWithObservations {
  const unit = observations[0]?.unit ?? 'USD';
  const theme = slug.startsWith('training-') ? 'training' : 'capacity';
  const name = { zh: slug, en: slug };
  return { id: nextId++, slug, name, theme, unit, unitName: null, note: null, evidence: [], observations };
}
const indicators = [
  indicator('training-cost', [
    seen('2020', { value: 4.6e6, bound: 'just-under' }),
    seen('2022', { value: 450_000 }),
    seen('2023', { min: 2e6, max: 12e6, bound: 'range' }),
    seen('2023', { value: 1e7, unit: 'CNY' }),
    seen('2024', { value: 9e6, projection: true }),
  ]),
  indicator('training-cost-decline', [
    seen('2024', { value: 0.7, unit: 'share per year', projection: true }),
  ]),
];
const ask = (query = '') => {
  const { state } = parseState(parameters, new URLSearchParams(query));
  return { state, data: definition.answer({ indicators }, state) };
};

describe('training cost', () => {
  it('shows what is on record, and tells the forecast of a source without calculating on from it', () => {
    const { data, state } = ask();
    expect(data.rows.map((row) => [row.date, row.floor, row.ceiling, row.projection])).toEqual([
      ['2020', null, 4.6e6, false],
      ['2022', 450_000, 450_000, false],
      ['2023', 2e6, 12e6, false],
      ['2024', 9e6, 9e6, true],
    ]);
    expect(definition.finding(data, state, 'en')).toBe('3 values are on record, from US$450K to US$12M.');
    expect(data.notes.map(({ en }) => en).join(' ')).toContain('70\u202f% a year');
  });

  it('leaves out what is stated in another currency, and the forecasts where they are not wanted', () => {
    const { data } = ask('projection=0');
    expect(data.rows.some((row) => row.projection)).toBe(false);
    expect(data.leftOut).toMatchObject([
      { records: [{ path: '/indicators/training-cost?observation=seen-4#seen-4' }] },
    ]);
  });

  it('leaves ranks and training out of the bars of compute', () => {
    const all = [
      ...indicators,
      indicator('chip-ranking', [seen('2023', { value: 1, unit: 'rank' })]),
      indicator('servers-needed', [seen('2023', { min: 5, bound: 'more-than', unit: 'servers' })]),
    ];
    const { state } = parseState(compute.parameters, new URLSearchParams());
    expect(compute.answer({ indicators: all }, state).rows.map((row) => row.indicator)).toEqual([
      'servers-needed',
    ]);
  });
});
