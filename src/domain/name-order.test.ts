import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesInOrder } from './name-order';

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const sorted = (texts: readonly string[]) =>
  [...new Set(texts)].sort((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));
const byPlace = (texts: readonly string[]) => {
  const places = placesInOrder('zh', texts, (text) => [text]);
  return [...new Set(texts)].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
};

it('orders Chinese names by pinyin', () => {
  expect(byPlace(['智谱', '百度', '阿里巴巴', '月之暗面', 'Kimi'])).toEqual(
    sorted(['智谱', '百度', '阿里巴巴', '月之暗面', 'Kimi']),
  );
});

it('gives the same order however names come, many at once or one by one', () => {
  const name = fc.string({
    unit: fc.constantFrom('阿', '百', '智', '月', '云', 'a', 'B', '1', ' '),
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(name, { maxLength: 60 }), fc.array(name, { maxLength: 6 }), (many, few) => {
      expect(byPlace(many)).toEqual(sorted(many));
      for (const each of few) expect(byPlace([...many, each])).toEqual(sorted([...many, each]));
      expect(byPlace([...many, ...few])).toEqual(sorted([...many, ...few]));
    }),
  );
});

it('finds a place between two that are near to each other, again and again', () => {
  // Each new one comes right after the first: the room between two places is halved each time.
  const texts = Array.from({ length: 200 }, (_, at) => `云${'z'.repeat(200 - at)}`);
  for (const each of ['云', ...texts]) placesInOrder('zh', [each], (text) => [text]);
  expect(byPlace(['云', ...texts])).toEqual(sorted(['云', ...texts]));
});
