import type { Lang } from './bilingual';

const collators: Record<Lang, Intl.Collator> = {
  zh: new Intl.Collator('zh-Hans-CN-u-co-pinyin'),
  en: new Intl.Collator('en'),
};

/**
 * Texts in the order of a language, each with a place that can be compared with those of others. Comparing Chinese by
 * pinyin is slow, comparing places is not; a text that is new takes a place between two others, and none is sorted again.
 */
class NameOrder {
  readonly places = new Map<string, number>();
  private sorted: string[] = [];

  constructor(private readonly collator: Intl.Collator) {}

  /** What sorts alike for the language is told apart by its letters, so that the order never depends on what came first. */
  private compare(a: string, b: string): number {
    return this.collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
  }

  /** Makes sure that each of these has a place. */
  add(texts: Iterable<string>): void {
    const missing = new Set<string>();
    for (const text of texts) if (!this.places.has(text)) missing.add(text);
    if (missing.size === 0) return;
    const few = missing.size * 20 < this.sorted.length;
    if (few) for (const text of missing) this.insert(text);
    else this.merge([...missing].sort((a, b) => this.compare(a, b)));
  }

  private insert(text: string): void {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(this.sorted[middle] as string, text) < 0) low = middle + 1;
      else high = middle;
    }
    const before = this.placeAt(low - 1) ?? (this.placeAt(low) ?? 0) - 2;
    const after = this.placeAt(low) ?? before + 2;
    const place = (before + after) / 2;
    this.sorted.splice(low, 0, text);
    this.places.set(text, place);
    // Between two places that are too near to each other there is no third.
    if (place <= before || place >= after) this.number();
  }

  private placeAt(at: number): number | undefined {
    const text = this.sorted[at];
    return text === undefined ? undefined : this.places.get(text);
  }

  private merge(added: readonly string[]): void {
    const merged: string[] = [];
    let at = 0;
    for (const text of this.sorted) {
      while (at < added.length && this.compare(added[at] as string, text) < 0)
        merged.push(added[at++] as string);
      merged.push(text);
    }
    this.sorted = merged.concat(added.slice(at));
    this.number();
  }

  private number(): void {
    this.sorted.forEach((text, place) => {
      this.places.set(text, place);
    });
  }
}

const orders: Record<Lang, NameOrder> = { zh: new NameOrder(collators.zh), en: new NameOrder(collators.en) };

// The rows of an edition are the same object for everybody who asks: their texts are looked at once.
const seen: Record<Lang, WeakSet<object>> = { zh: new WeakSet(), en: new WeakSet() };

/**
 * The places of the texts of these rows in the order of a language, among others that were asked for before. Of the same
 * rows always the same texts are wanted, and nobody may change them. Places may change when a text is added: use them at once.
 */
export function placesInOrder<Row>(
  lang: Lang,
  rows: readonly Row[],
  textsOf: (row: Row) => readonly string[],
): ReadonlyMap<string, number> {
  if (!seen[lang].has(rows)) {
    orders[lang].add(rows.flatMap(textsOf));
    seen[lang].add(rows);
  }
  return orders[lang].places;
}
