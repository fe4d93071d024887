import type { Facts } from '@/database/reading';

/** Title and address of every source, by title. */
export async function sourcesToCite(facts: Facts): Promise<{ title: string; path: string | null }[]> {
  return facts.db.$queryRaw<{ title: string; path: string | null }[]>`
    SELECT title, url AS path FROM source ORDER BY title COLLATE "C", slug COLLATE "C"`;
}
