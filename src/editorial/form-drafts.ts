import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PrismaClient } from '@/database/generated/client';
import type { RecordKind } from '@/records/record';
import { boundDrafts, endDraft } from './drafts';
import type { Problem } from './problem';
import type { FormEntries } from './record-form';

/** A form that somebody began and has not published: what stands in it, and what was wrong when it was last sent. */
export interface FormDraft {
  id: number;
  kind: RecordKind;
  /** The record that is edited; '' for a new one. */
  slug: string;
  /** The version of the record that the form was opened with. */
  baseVersion: number;
  entries: FormEntries;
  problems: Problem[];
  created: Date;
}

const wanted = { state: 'draft', origin: 'form' } as const;
/** Characters of one form that are kept. */
const longestForm = 400_000;

type Kept = Pick<FormDraft, 'kind' | 'slug' | 'baseVersion' | 'entries' | 'problems'>;

/** Keeps a form, anew or in place of an earlier state of it; returns its number, or null where it is too large. */
export async function keepFormDraft(
  client: PrismaClient,
  authorId: number,
  id: number | null,
  { kind, slug, baseVersion, entries, problems }: Kept,
): Promise<number | null> {
  const payload = JSON.parse(JSON.stringify({ entries, problems }));
  if (JSON.stringify(payload).length > longestForm) return null;
  return client.$transaction(async (db) => {
    const known =
      id === null
        ? null
        : await db.proposal.findFirst({ where: { ...wanted, id, authorId }, select: { id: true } });
    const title = entries['name.zh'] ?? entries.title ?? slug;
    const note = `${kind} ${title}`.slice(0, 200);
    const draft =
      known === null
        ? await db.proposal.create({ data: { ...wanted, note, authorId } })
        : await db.proposal.update({ where: { id: known.id }, data: { note } });
    const item = { kind, slug: slug === '' ? 'new' : slug, baseVersion, payload };
    await db.proposalItem.upsert({
      where: { proposalId_position: { proposalId: draft.id, position: 0 } },
      create: { proposalId: draft.id, position: 0, ...item },
      update: item,
    });
    await boundDrafts(db, authorId, draft.id);
    return draft.id;
  });
}

/** A draft of this author, or null. */
export async function findFormDraft(
  client: PrismaClient,
  authorId: number,
  id: number,
): Promise<FormDraft | null> {
  if (!Number.isSafeInteger(id) || id < 1 || id > 2 ** 31 - 1) return null;
  const found = await client.proposal.findFirst({
    where: { ...wanted, id, authorId },
    include: { items: true },
  });
  return found ? draftOf(found) : null;
}

/** The unfinished forms of an author, newest first. */
export async function formDraftsOf(client: PrismaClient, authorId: number): Promise<FormDraft[]> {
  const found = await client.proposal.findMany({
    where: { ...wanted, authorId },
    orderBy: { id: 'desc' },
    take: 30,
    include: { items: true },
  });
  return found.flatMap((each) => draftOf(each) ?? []);
}

function draftOf(row: {
  id: number;
  created: Date;
  items: { kind: string; slug: string; baseVersion: number; payload: unknown }[];
}): FormDraft | null {
  const [item] = row.items;
  if (!item) return null;
  const { entries = {}, problems = [] } = (item.payload ?? {}) as Partial<
    Pick<FormDraft, 'entries' | 'problems'>
  >;
  const slug = item.slug === 'new' && item.baseVersion === 0 ? '' : item.slug;
  return {
    id: row.id,
    kind: item.kind as RecordKind,
    slug,
    baseVersion: item.baseVersion,
    entries,
    problems,
    created: row.created,
  };
}

/** The form was sent or is not wanted any more. */
export async function endFormDraft(client: PrismaClient, authorId: number, id: number): Promise<void> {
  await endDraft(client, authorId, wanted.origin, id);
}

/**
 * Lets a form be kept for its author where the browser has forgotten the session that it was opened in: the form carries it, and
 * it says no more than that this person was given a form in that session. It is worth nothing without the session.
 */
export function draftKey(secret: string, authorId: number, session: string): string {
  return createHmac('sha256', secret).update(`form draft ${authorId} ${session}`).digest('base64url');
}

/** How long after its end a session that nobody ended still stands for a form that was opened in it, in milliseconds. */
const afterItsEnd = 24 * 60 * 60 * 1000;

/**
 * Was this key made for that author, in a session that the server still has? Signing out, a new role and the end of the
 * account take sessions away, and their keys with them.
 */
export async function isDraftKey(
  client: PrismaClient,
  secret: string,
  authorId: number,
  key: string,
): Promise<boolean> {
  if (!Number.isSafeInteger(authorId) || authorId < 1 || authorId > 2 ** 31 - 1) return false;
  const sessions = await client.session.findMany({
    where: { userId: authorId, expiresAt: { gt: new Date(Date.now() - afterItsEnd) } },
    select: { token: true },
  });
  const given = Buffer.from(key);
  return sessions.some(({ token }) => {
    const own = Buffer.from(draftKey(secret, authorId, token));
    return own.length === given.length && timingSafeEqual(own, given);
  });
}
