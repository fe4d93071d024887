import type { Evidence } from '@/domain/evidence';

/** Places in one source that are named one by one; a list of forty rows helps nobody. */
const namedPlaces = 6;

/**
 * The evidence of several records as one list without repeats: what one source says in the same way and as surely
 * becomes one statement with all its places. Order: as first met.
 */
export function evidenceTogether(lists: readonly (readonly Evidence[])[]): Evidence[] {
  const bySource = new Map<string, Evidence[]>();
  for (const evidence of lists.flat()) {
    const { source, kind, seen, doubt, stated, note } = evidence;
    const key = JSON.stringify([source.slug, kind, seen, doubt, stated, note]);
    bySource.set(key, [...(bySource.get(key) ?? []), evidence]);
  }
  return [...bySource.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const places = [...new Set(group.flatMap(({ locator }) => (locator === null ? [] : [locator])))];
    const named = places.slice(0, namedPlaces).join('; ');
    const locator = places.length > namedPlaces ? `${named} … (${places.length})` : named || null;
    return [{ ...first, field: [...new Set(group.flatMap(({ field }) => field))], locator }];
  });
}
