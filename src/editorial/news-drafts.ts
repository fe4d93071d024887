import type { PrismaClient } from '@/database/generated/client';
import { boundDrafts, endDraft } from './drafts';

/** A text that somebody pasted and has not finished. `done` are the numbers of the events that are dealt with. */
export interface NewsDraft {
  id: number;
  text: string;
  created: Date;
  done: number[];
  /** What somebody has changed in the fields, by their names: '0.company'. */
  entries: Readonly<Record<string, string>>;
}

const wanted = { state: 'draft', origin: 'news' } as const;

interface Row {
  id: number;
  note: string;
  reason: string | null;
  created: Date;
  items: { payload: unknown }[];
}

function draftOf(row: Row): NewsDraft {
  const done = (row.reason ?? '').split(',').flatMap((each) => (each === '' ? [] : [Number(each)]));
  const entries = (row.items[0]?.payload ?? {}) as NewsDraft['entries'];
  return { id: row.id, text: row.note, created: row.created, done, entries };
}

/** Keeps a text as a draft of its author; returns its number. */
export async function keepNewsDraft(client: PrismaClient, authorId: number, text: string): Promise<number> {
  return client.$transaction(async (db) => {
    const { id } = await db.proposal.create({ data: { ...wanted, note: text, authorId } });
    await boundDrafts(db, authorId, id);
    return id;
  });
}

/** A draft of this author, or null. */
export async function findNewsDraft(
  client: PrismaClient,
  authorId: number,
  id: number,
): Promise<NewsDraft | null> {
  if (!Number.isSafeInteger(id) || id < 1 || id > 2 ** 31 - 1) return null;
  const row = await client.proposal.findFirst({
    where: { ...wanted, id, authorId },
    include: { items: true },
  });
  return row ? draftOf(row) : null;
}

/** The unfinished drafts of an author, newest first. */
export async function newsDraftsOf(client: PrismaClient, authorId: number): Promise<NewsDraft[]> {
  const rows = await client.proposal.findMany({
    where: { ...wanted, authorId },
    orderBy: { created: 'desc' },
    take: 20,
    include: { items: true },
  });
  return rows.map(draftOf);
}

/** Notes which events of a draft are dealt with, and what stands in the fields of the others. */
export async function updateNewsDraft(
  client: PrismaClient,
  authorId: number,
  id: number,
  done: readonly number[],
  entries: Readonly<Record<string, string>>,
): Promise<void> {
  const reason = [...new Set(done)].sort((a, b) => a - b).join(',');
  const item = { kind: 'funding-event', slug: 'news', baseVersion: 0, payload: { ...entries } };
  await client.$transaction(async (db) => {
    await db.proposal.update({
      where: { id },
      data: {
        reason,
        items: {
          upsert: {
            where: { proposalId_position: { proposalId: id, position: 0 } },
            create: { position: 0, ...item },
            update: item,
          },
        },
      },
    });
    await boundDrafts(db, authorId, id);
  });
}

/** Throws a draft away: it is nobody's work any more, and no proposal. */
export async function discardNewsDraft(client: PrismaClient, authorId: number, id: number): Promise<void> {
  await endDraft(client, authorId, wanted.origin, id);
}
