import { expect, it } from 'vitest';
import type { IndicatorWithObservations } from '@/database/queries/indicators-with-observations';
import { newestObservations } from './newest-observations';

const both = (text: string) => ({ zh: text, en: text });
function indicator(slug: string, values: [subject: string, date: string, projection?: boolean][]) {
  return {
    slug,
    observations: values.map(([subject, date, projection = false], at) => ({
      id: at,
      slug: `${slug}-${at}`,
      subject: both(subject),
      date,
      unit: 'users',
      projection,
    })),
  } as unknown as IndicatorWithObservations;
}

it('keeps the newest value of each subject, a forecast beside it, and says how many there are', () => {
  const users = indicator('users', [
    ['a', '2024'],
    ['b', '2024'],
    ['a', '2025'],
    ['a', '2026', true],
  ]);
  const { indicators, shown, all } = newestObservations([users], 10);
  expect(indicators.flatMap(({ observations }) => observations.map(({ slug }) => slug))).toEqual([
    'users-1',
    'users-2',
    'users-3',
  ]);
  expect([shown, all]).toEqual([3, 4]);
});

it('keeps the newest of all where there are too many, and no indicator without a value', () => {
  const old = indicator('old', [['a', '2020']]);
  const fresh = indicator('fresh', [['a', '2025']]);
  expect(newestObservations([old, fresh], 1).indicators.map(({ slug }) => slug)).toEqual(['fresh']);
});
