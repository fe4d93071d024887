import type { PrismaClient } from '@/database/generated/client';

/** A text that somebody pasted and has not finished. `done` are the numbers of the events that are dealt with. */
export interface NewsDraft {
  id: number;
  text: string;
  created: Date;
  done: number[];
}

const wanted = { state: 'draft', origin: 'news' } as const;

function draftOf(row: { id: number; note: string; reason: string | null; created: Date }): NewsDraft {
  const done = (row.reason ?? '').split(',').flatMap((each) => (each === '' ? [] : [Number(each)]));
  return { id: row.id, text: row.note, created: row.created, done };
}

/** Keeps a text as a draft of its author; returns its number. */
export async function keepNewsDraft(client: PrismaClient, authorId: number, text: string): Promise<number> {
  const { id } = await client.proposal.create({ data: { ...wanted, note: text, authorId } });
  return id;
}

/** A draft of this author, or null. */
export async function findNewsDraft(
  client: PrismaClient,
  authorId: number,
  id: number,
): Promise<NewsDraft | null> {
  if (!Number.isSafeInteger(id) || id < 1 || id > 2 ** 31 - 1) return null;
  const row = await client.proposal.findFirst({ where: { ...wanted, id, authorId } });
  return row ? draftOf(row) : null;
}

/** The unfinished drafts of an author, newest first. */
export async function newsDraftsOf(client: PrismaClient, authorId: number): Promise<NewsDraft[]> {
  const rows = await client.proposal.findMany({
    where: { ...wanted, authorId },
    orderBy: { created: 'desc' },
    take: 20,
  });
  return rows.map(draftOf);
}

/** Notes that one event of a draft is dealt with. */
export async function finishNewsEvent(client: PrismaClient, draft: NewsDraft, event: number): Promise<void> {
  const done = [...new Set([...draft.done, event])].sort((a, b) => a - b);
  await client.proposal.update({ where: { id: draft.id }, data: { reason: done.join(',') } });
}

/** Throws a draft away: it is nobody's work any more, and no proposal. */
export async function discardNewsDraft(client: PrismaClient, authorId: number, id: number): Promise<void> {
  await client.proposal.updateMany({ where: { ...wanted, id, authorId }, data: { state: 'withdrawn' } });
}
