import type { PrismaClient } from '@/database/generated/client';

/**
 * Counts a try under `key` and tells whether it is still among the first `limit` of its window. The window begins
 * with the first try and lasts `seconds`.
 */
export async function mayTry(
  client: PrismaClient,
  key: string,
  limit: number,
  seconds: number,
): Promise<boolean> {
  const now = Date.now();
  const rows = await client.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limit AS r (key, count, last_request) VALUES (${key}, 1, ${now}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request < ${now - seconds * 1000}::bigint THEN 1 ELSE r.count + 1 END,
      last_request = CASE WHEN r.last_request < ${now - seconds * 1000}::bigint THEN ${now}::bigint ELSE r.last_request END
    RETURNING count`;
  return (rows[0]?.count ?? 1) <= limit;
}
