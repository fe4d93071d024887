import type { Facts } from '../reading';
import { type SearchedKind, type SearchHit, searchRecords } from './search-records';

/** Ends of a slug that are left out one after the other, until something is found. */
const mostCuts = 4;

/**
 * Records closest to a slug or to what somebody typed, of any kind or of one; at most `limit`, best first. The address
 * of an event says more than any name does, so its end is left out until a name fits.
 */
export async function closeMatches(
  facts: Facts,
  text: string,
  kind: SearchedKind | null = null,
  limit = 6,
): Promise<SearchHit[]> {
  let rest = text.slice(0, 100);
  for (let cut = 0; cut <= mostCuts && rest !== ''; cut++) {
    const hits = await searchRecords(facts, { text: rest, kind, limit });
    if (hits.length > 0) return hits.slice(0, limit);
    rest = rest.slice(0, Math.max(0, rest.lastIndexOf('-')));
  }
  return [];
}
