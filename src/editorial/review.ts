import type { PrismaClient } from '@/database/generated/client';
import type { Problem } from './problem';
import { storeItems } from './proposal-items';
import { type Origin, type ProposalDraft, type Publication, publish } from './publication';
import { standingRecords } from './standing';
import { type ProposedRecord, validate } from './validation';

/** A proposal that waits for an editor, or what has to be mended before it can. */
export type Submission =
  | { outcome: 'open'; proposalId: number }
  | { outcome: 'refused'; problems: Problem[] };

/** Puts a proposal up for review. Nothing of it is published; conflicts are looked for when it is accepted. */
export async function submit(client: PrismaClient, draft: ProposalDraft): Promise<Submission> {
  const { valid, problems } = validate(draft.records);
  if (problems.length > 0) return { outcome: 'refused', problems };
  return client.$transaction(async (db) => {
    const standing = await standingRecords(db, valid);
    const ids = new Map([...standing].map(([name, { id }]) => [name, id]));
    const proposal = await db.proposal.create({
      data: { state: 'open', origin: draft.origin, note: draft.note.zh, authorId: draft.authorId ?? null },
    });
    await storeItems(db, proposal.id, valid, ids);
    return { outcome: 'open', proposalId: proposal.id };
  });
}

/**
 * Publishes a waiting proposal in the editor's name, as it is or as the editor has changed it (`records`). Of two who
 * decide at once the second is told so.
 */
export async function accept(
  client: PrismaClient,
  proposalId: number,
  deciderId: number,
  records?: readonly ProposedRecord[],
): Promise<Publication> {
  const proposal = await client.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    include: { items: { orderBy: { position: 'asc' } } },
  });
  return publish(client, {
    origin: proposal.origin as Origin,
    note: { zh: proposal.note, en: proposal.note },
    ...(proposal.authorId === null ? {} : { authorId: proposal.authorId }),
    decides: { proposalId, deciderId },
    records: records ?? proposal.items,
  });
}

/** Turns a waiting proposal down, with a reason for its author. False where it was decided already. */
export async function decline(
  client: PrismaClient,
  proposalId: number,
  deciderId: number,
  reason: string,
): Promise<boolean> {
  const { count } = await client.proposal.updateMany({
    where: { id: proposalId, state: 'open' },
    data: { state: 'declined', deciderId, reason, decided: new Date() },
  });
  return count === 1;
}
