import type { PrismaClient } from '@/database/generated/client';

/** A file that somebody has sent and not yet imported, with what was chosen for it. */
export interface ImportDraft {
  id: number;
  name: string;
  bytes: Uint8Array;
  kind: string;
  /** Head of a column → field. */
  mapping: Readonly<Record<string, string>>;
}

const wanted = { state: 'draft', origin: 'import' } as const;
/** Bytes of a file that the page takes; larger ones go through the command line. */
export const largestUpload = 12 * 1024 * 1024;

type Kept = Omit<ImportDraft, 'id'>;

function payloadOf({ bytes, kind, mapping }: Kept) {
  return { file: Buffer.from(bytes).toString('base64'), kind, mapping: { ...mapping } };
}

/** Keeps a file as a draft of its author; returns its number. */
export async function keepImportDraft(client: PrismaClient, authorId: number, draft: Kept): Promise<number> {
  const item = { position: 0, kind: 'import', slug: 'file', baseVersion: 0, payload: payloadOf(draft) };
  const made = await client.proposal.create({
    data: { ...wanted, note: draft.name.slice(0, 200), authorId, items: { create: [item] } },
  });
  return made.id;
}

/** A draft of this author, or null. */
export async function findImportDraft(
  client: PrismaClient,
  authorId: number,
  id: number,
): Promise<ImportDraft | null> {
  if (!Number.isSafeInteger(id) || id < 1 || id > 2 ** 31 - 1) return null;
  const found = await client.proposal.findFirst({
    where: { ...wanted, id, authorId },
    include: { items: true },
  });
  const payload = found?.items[0]?.payload as
    | { file: string; kind: string; mapping: Record<string, string> }
    | undefined;
  if (!found || !payload) return null;
  const { file, kind, mapping } = payload;
  return { id, name: found.note, bytes: new Uint8Array(Buffer.from(file, 'base64')), kind, mapping };
}

/** Keeps what was chosen for the columns. */
export async function chooseForImport(client: PrismaClient, draft: ImportDraft): Promise<void> {
  await client.proposalItem.update({
    where: { proposalId_position: { proposalId: draft.id, position: 0 } },
    data: { payload: payloadOf(draft) },
  });
}

/** The file was imported or is not wanted any more; it is not kept. */
export async function endImportDraft(client: PrismaClient, authorId: number, id: number): Promise<void> {
  const { count } = await client.proposal.updateMany({
    where: { ...wanted, id, authorId },
    data: { state: 'withdrawn' },
  });
  if (count === 1) await client.proposalItem.deleteMany({ where: { proposalId: id } });
}
