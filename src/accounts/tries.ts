import type { PrismaClient } from '@/database/generated/client';

/** Tries that lie in the future were made by a clock that was put back since; they would keep everybody out until then. */
export async function forgetTriesOfTheFuture(client: PrismaClient): Promise<void> {
  const tomorrow = Date.now() + 24 * 60 * 60 * 1000;
  await client.rateLimit.deleteMany({ where: { lastRequest: { gt: tomorrow } } });
}

/**
 * Counts a try under `key` and tells whether it is still among the first `limit` of its window. The window begins
 * with the first try and lasts `seconds`; one that lies in the future was begun by a clock that was put back since.
 */
export async function mayTry(
  client: PrismaClient,
  key: string,
  limit: number,
  seconds: number,
): Promise<boolean> {
  const now = Date.now();
  const [from, to] = [now - seconds * 1000, now + seconds * 1000];
  const rows = await client.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limit AS r (key, count, last_request) VALUES (${key}, 1, ${now}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request NOT BETWEEN ${from}::bigint AND ${to}::bigint THEN 1 ELSE r.count + 1 END,
      last_request = CASE WHEN r.last_request NOT BETWEEN ${from}::bigint AND ${to}::bigint THEN ${now}::bigint ELSE r.last_request END
    RETURNING count`;
  return (rows[0]?.count ?? 1) <= limit;
}
