import type { Bilingual } from '@/domain/bilingual';
import type { Option } from '@/linking/parameters';

type Named = { slug: string; name: Bilingual; formerSlugs?: readonly string[] };

const pinyinOrder = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** The options of a list of slugs: each once, in the order of the Chinese names' pinyin. */
export function optionsFrom(all: readonly Named[]): Option[] {
  const once = new Map(all.map((each) => [each.slug, each]));
  return [...once.values()]
    .sort((a, b) => pinyinOrder.compare(a.name.zh, b.name.zh) || (a.slug < b.slug ? -1 : 1))
    .map(({ slug, name, formerSlugs = [] }) => ({ value: slug, label: name, former: formerSlugs }));
}

/** Is the value among the chosen ones? None chosen means all. */
export function chosen(list: readonly string[], value: string): boolean {
  return list.length === 0 || list.includes(value);
}

/** Options that one list offers: more would be a page of nothing else. */
const mostShown = 400;

/** What a list offers: what is chosen first, so that it can be seen and taken back; `more` are not offered. */
export function offered(
  options: readonly Option[],
  chosenValues: readonly string[],
): { options: Option[]; more: number } {
  const isChosen = ({ value }: Option) => chosenValues.includes(value);
  const others = options.filter((option) => !isChosen(option));
  return {
    options: [...options.filter(isChosen), ...others.slice(0, mostShown)],
    more: Math.max(0, others.length - mostShown),
  };
}
