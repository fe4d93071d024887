import type { PrismaClient } from '../generated/client';

/** Events on a page of the log. */
const perPage = 50;

/** A page of what happened to accounts, the newest first: what came before the event `before`, or the newest. */
export async function securityEvents(client: PrismaClient, before: number | null) {
  const found = await client.securityEvent.findMany({
    ...(before === null ? {} : { where: { id: { lt: before } } }),
    orderBy: { id: 'desc' },
    take: perPage + 1,
  });
  const events = found.slice(0, perPage);
  return { events, next: found.length > perPage ? (events.at(-1)?.id ?? null) : null };
}
