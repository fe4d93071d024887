import type { PrismaClient } from '@/database/generated/client';

/** So many tries within so many seconds. */
export interface Limit {
  tries: number;
  seconds: number;
}

/** Longer than any window. */
const day = 24 * 60 * 60 * 1000;

/**
 * Forgets tries that no window reaches any more, and those that lie in the future: a clock that was put back since made them,
 * and they would keep everybody out until then.
 */
export async function forgetTriesOfOtherDays(client: PrismaClient): Promise<void> {
  const now = Date.now();
  await client.rateLimit.deleteMany({
    where: { OR: [{ lastRequest: { gt: now + day } }, { lastRequest: { lt: now - day } }] },
  });
}

/**
 * Counts a try under `key` and tells how many there are in its window now. The window begins with the first try and lasts
 * `seconds`; one that lies in the future was begun by a clock that was put back since.
 */
export async function countTry(client: PrismaClient, key: string, seconds: number): Promise<number> {
  const now = Date.now();
  const [from, to] = [now - seconds * 1000, now + seconds * 1000];
  const rows = await client.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limit AS r (key, count, last_request) VALUES (${key}, 1, ${now}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN r.last_request NOT BETWEEN ${from}::bigint AND ${to}::bigint THEN 1 ELSE r.count + 1 END,
      last_request = CASE WHEN r.last_request NOT BETWEEN ${from}::bigint AND ${to}::bigint THEN ${now}::bigint ELSE r.last_request END
    RETURNING count`;
  return rows[0]?.count ?? 1;
}

/** How many tries there are under `key` in its window, without another. */
export async function triesUnder(client: PrismaClient, key: string, seconds: number): Promise<number> {
  const now = Date.now();
  const found = await client.rateLimit.findUnique({ where: { key } });
  return found && Math.abs(now - Number(found.lastRequest)) <= seconds * 1000 ? found.count : 0;
}

/** Takes a try back that turned out to be none. */
export async function giveTryBack(client: PrismaClient, key: string): Promise<void> {
  await client.rateLimit.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } });
}

/** Counts a try under `key` and tells whether it is still among the first `limit` of its window. */
export async function mayTry(
  client: PrismaClient,
  key: string,
  limit: number,
  seconds: number,
): Promise<boolean> {
  return (await countTry(client, key, seconds)) <= limit;
}
