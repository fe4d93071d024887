import type { Bilingual } from '@/domain/bilingual';
import { placesInOrder } from '@/domain/name-order';
import type { Option } from '@/linking/parameters';

type Named = { slug: string; name: Bilingual; formerSlugs?: readonly string[] };

/** The options of a list of slugs: each once, in the order of the Chinese names' pinyin. */
export function optionsFrom(all: readonly Named[]): Option[] {
  const once = new Map(all.map((each) => [each.slug, each]));
  const named = [...once.values()];
  const places = placesInOrder('zh', named, ({ name }) => [name.zh]);
  const place = ({ name }: Named) => places.get(name.zh) ?? 0;
  return named
    .sort((a, b) => place(a) - place(b) || (a.slug < b.slug ? -1 : 1))
    .map(({ slug, name, formerSlugs = [] }) => ({ value: slug, label: name, former: formerSlugs }));
}

/** Is the value among the chosen ones? None chosen means all. */
export function chosen(list: readonly string[], value: string): boolean {
  return list.length === 0 || list.includes(value);
}

/** Options that one list offers: more would be a page of nothing else. */
const mostShown = 400;

/** What a list offers, in its order; where it is too long, with all that is chosen; `more` are not offered. */
export function offered(
  options: readonly Option[],
  chosenValues: readonly string[],
): { options: Option[]; more: number } {
  if (options.length <= mostShown) return { options: [...options], more: 0 };
  const isChosen = ({ value }: Option) => chosenValues.includes(value);
  const others = options.filter((option) => !isChosen(option));
  return {
    options: [...options.filter(isChosen), ...others.slice(0, mostShown)],
    more: Math.max(0, others.length - mostShown),
  };
}
