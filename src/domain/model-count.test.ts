import { expect, it } from 'vitest';
import { numberOfModels, unitsOf } from './model-count';

const model = (head: number, collects = false, tier: 'general' | 'task' = 'general') => ({
  tier,
  head,
  headTier: 'general' as const,
  collects,
});
// A family of three sizes and a task model in it; a family without members; a single model with a later version.
const records = [model(1, true), model(1), model(1), model(1, false, 'task'), model(2), model(3), model(3)];

it('counts a family once, and each version and size but not the family itself', () => {
  expect(numberOfModels(records)).toBe(3);
  expect(numberOfModels(records, 'versions')).toBe(6);
  expect(numberOfModels([])).toBe(0);
});

it('gives a family the tier of its head, and a version its own', () => {
  expect(unitsOf(records, 'families').map(({ tier, models }) => [tier, models.length])).toEqual([
    ['general', 4],
    ['general', 1],
    ['general', 2],
  ]);
  expect(unitsOf(records, 'versions').filter(({ tier }) => tier === 'task')).toHaveLength(1);
});
