import type { Lang } from '@/domain/bilingual';

const collators: Record<Lang, Intl.Collator> = {
  zh: new Intl.Collator('zh-Hans-CN-u-co-pinyin'),
  en: new Intl.Collator('en'),
};

// The rows of an edition are the same object for everybody who asks, so their order is made once.
const ranks = new WeakMap<object, Map<string, ReadonlyMap<string, number>>>();

/**
 * The place of each text in the order of a language: comparing Chinese by pinyin is slow, comparing places is not.
 * `all` is kept for an edition; `name` tells orders of the same rows apart.
 */
export function rankOf<Row>(
  all: readonly Row[],
  name: string,
  lang: Lang,
  textOf: (row: Row) => string,
): ReadonlyMap<string, number> {
  const known = ranks.get(all) ?? new Map<string, ReadonlyMap<string, number>>();
  ranks.set(all, known);
  const key = `${name} ${lang}`;
  const found = known.get(key);
  if (found) return found;
  const texts = [...new Set(all.map(textOf))].sort(collators[lang].compare);
  const made = new Map(texts.map((text, place) => [text, place]));
  known.set(key, made);
  return made;
}
