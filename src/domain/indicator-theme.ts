/** What an indicator is about. */
export type IndicatorThemeKey = 'data' | 'cost' | 'compute' | 'market' | 'adoption' | 'other';

// A theme is how pages and charts are ordered, not a fact: it is decided by words of the slug, so a new indicator
// finds its place.
const belongs: readonly [IndicatorThemeKey, RegExp][] = [
  ['data', /data-|quality/],
  ['cost', /cost|investment|spending/],
  ['compute', /bandwidth|chip|gpu|accelerator|server|flops/],
  ['market', /funding|revenue|share-price|models-|ranking/],
  ['adoption', /users|visitors|use|joining|applicants|adoption/],
];

/** The theme of an indicator, by its slug. */
export function indicatorThemeOf(slug: string): IndicatorThemeKey {
  return belongs.find(([, words]) => words.test(slug))?.[0] ?? 'other';
}
