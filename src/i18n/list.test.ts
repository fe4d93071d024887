import { expect, it } from 'vitest';
import { joinList } from './list';

it.each([
  [[], '', ''],
  [['a'], 'a', 'a'],
  [['a', 'b'], 'a、b', 'a and b'],
  [['a', 'b', 'c'], 'a、b、c', 'a, b and c'],
])('joins %j', (items, zh, en) => {
  expect(joinList('zh', items)).toBe(zh);
  expect(joinList('en', items)).toBe(en);
});
