import { expect, it } from 'vitest';
import { followed } from './filter-link';

it.each([
  ['/models?tier=industry', true],
  ['/en/vendors', true],
  ['/models?after=ernie', true],
  ['/models?tier=industry&vendor=baidu', false],
  ['/models?industry=gas~power', false],
  ['/models?industry=gas%7Epower', false],
  ['/vendors?sort=name', false],
  ['/vendors?columns=name', false],
  ['/charts/most-funded?order=min-desc', false],
])('asks crawlers to follow %s: %s', (href, wanted) => {
  expect(followed(href)).toBe(wanted);
});
