import type { Transaction } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';

/** Where a draft comes from: a record's form, pasted news, a table to import. */
export type DraftOrigin = 'form' | 'news' | 'import';

/** Drafts that one person may have, and the bytes that they take on disk together; the oldest go first. */
export const mostDrafts = 200;
export const mostDraftBytes = 64 * 1024 * 1024;

async function forget(db: Transaction, ids: readonly number[]): Promise<void> {
  await db.proposalItem.deleteMany({ where: { proposalId: { in: [...ids] } } });
  await db.proposal.deleteMany({ where: { id: { in: [...ids] }, state: 'draft' } });
}

/**
 * Lets nobody's drafts grow beyond what one person may have: called in each transaction that writes one. The draft that
 * was just written stays, and so does a table whose import is under way.
 */
export async function boundDrafts(db: Transaction, authorId: number, written: number): Promise<void> {
  // Of two that are written at once, the second has to see the first.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('tracker.drafts'), ${authorId}::int)`;
  const tooMuch = await db.$queryRaw<{ id: number }[]>`
    WITH sized AS (
      SELECT p.id, octet_length(p.note) + coalesce(sum(pg_column_size(i.payload)), 0) AS bytes,
        coalesce(bool_or(i.position = 1), false) AS importing
      FROM proposal p LEFT JOIN proposal_item i ON i.proposal_id = p.id
      WHERE p.author_id = ${authorId} AND p.state = 'draft' GROUP BY p.id
    ), placed AS (
      SELECT id, importing, row_number() OVER newest AS place, sum(bytes) OVER newest AS bytes FROM sized
      WINDOW newest AS (ORDER BY id = ${written} DESC, id DESC)
    )
    SELECT id FROM placed
    WHERE (place > ${mostDrafts} OR bytes > ${mostDraftBytes}) AND id <> ${written} AND NOT importing`;
  if (tooMuch.length > 0)
    await forget(
      db,
      tooMuch.map(({ id }) => id),
    );
}

/** A draft was sent or is not wanted any more: nothing of it stays. False where this author has no such draft. */
export async function endDraft(
  client: PrismaClient,
  authorId: number,
  origin: DraftOrigin,
  id: number,
): Promise<boolean> {
  if (!Number.isSafeInteger(id) || id < 1 || id > 2 ** 31 - 1) return false;
  return client.$transaction(async (db) => {
    const found = await db.proposal.findFirst({
      where: { id, authorId, origin, state: 'draft' },
      select: { id: true },
    });
    if (found) await forget(db, [found.id]);
    return found !== null;
  });
}
