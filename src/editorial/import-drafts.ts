import { createHash } from 'node:crypto';
import type { PrismaClient } from '@/database/generated/client';
import { boundDrafts, endDraft } from './drafts';

/** A file that somebody has sent and not yet imported, with what was chosen for it. */
export interface ImportDraft {
  id: number;
  name: string;
  bytes: Uint8Array;
  kind: string;
  /** Head of a column → field. */
  mapping: Readonly<Record<string, string>>;
  /** Import rows that are perhaps on record already. */
  duplicates: boolean;
}

const wanted = { state: 'draft', origin: 'import' } as const;
/** Bytes of a file that the page takes; larger ones go through the command line. */
export const largestUpload = 12 * 1024 * 1024;

type Kept = Omit<ImportDraft, 'id'>;

function payloadOf({ bytes, kind, mapping, duplicates }: Kept) {
  return { file: Buffer.from(bytes).toString('base64'), kind, mapping: { ...mapping }, duplicates };
}

/** Keeps a file as a draft of its author; returns its number. */
export async function keepImportDraft(client: PrismaClient, authorId: number, draft: Kept): Promise<number> {
  const item = { position: 0, kind: 'import', slug: 'file', baseVersion: 0, payload: payloadOf(draft) };
  return client.$transaction(async (db) => {
    const { id } = await db.proposal.create({
      data: { ...wanted, note: draft.name.slice(0, 200), authorId, items: { create: [item] } },
    });
    await boundDrafts(db, authorId, id);
    return id;
  });
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
    include: { items: { where: { position: 0 } } },
  });
  const payload = found?.items[0]?.payload as
    | { file: string; kind: string; mapping: Record<string, string>; duplicates: boolean }
    | undefined;
  if (!found || !payload) return null;
  const { file, kind, mapping, duplicates } = payload;
  const bytes = new Uint8Array(Buffer.from(file, 'base64'));
  return { id, name: found.note, bytes, kind, mapping, duplicates };
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
  await endDraft(client, authorId, wanted.origin, id);
}

/** How far the import of a draft is. */
export interface ImportProgress {
  rows: number;
  of: number;
  /** Somebody wants it to end. */
  cancel: boolean;
  /** Why nothing was written; null while it runs. */
  refused: string | null;
}

const progressItem = { position: 1, kind: 'import', slug: 'progress', baseVersion: 0 } as const;
/** An import that has not said anything for so long died with its server, in seconds. */
const longestSilence = 60;

/** Says how far an import is, to any process of the site; answers whether somebody wants it to end. */
export async function tellProgress(
  client: PrismaClient,
  proposalId: number,
  { rows, of, refused }: Omit<ImportProgress, 'cancel'>,
): Promise<boolean> {
  const [item] = await client.$queryRaw<{ cancel: boolean }[]>`
    INSERT INTO proposal_item (proposal_id, position, kind, slug, base_version, payload)
    VALUES (${proposalId}, ${progressItem.position}, ${progressItem.kind}, ${progressItem.slug}, 0,
      ${JSON.stringify({ rows, of, refused, cancel: false })}::jsonb || jsonb_build_object('told', now()))
    ON CONFLICT (proposal_id, position) DO UPDATE
      SET payload = proposal_item.payload || (EXCLUDED.payload - 'cancel')
    RETURNING (payload->>'cancel')::boolean AS cancel`;
  return item?.cancel ?? false;
}

/** How far the import of a draft is; null where none runs. */
export async function importProgress(
  client: PrismaClient,
  proposalId: number,
): Promise<ImportProgress | null> {
  // By the clock of the database alone: those of the processes of a site may differ. Where it has jumped back itself, what
  // was told lies in the future, and says as little as what was told long ago.
  const [item] = await client.$queryRaw<{ payload: ImportProgress; silent: boolean }[]>`
    SELECT payload, abs(extract(epoch FROM now() - (payload->>'told')::timestamptz)) > ${longestSilence} AS silent
    FROM proposal_item WHERE proposal_id = ${proposalId} AND position = ${progressItem.position}`;
  return !item || (item.payload.refused === null && item.silent) ? null : item.payload;
}

/** Makes an import end at its next part. */
export async function cancelImport(client: PrismaClient, proposalId: number): Promise<void> {
  await client.$executeRaw`UPDATE proposal_item SET payload = payload || '{"cancel": true}'
    WHERE proposal_id = ${proposalId} AND position = ${progressItem.position}`;
}

/** Forgets how an earlier try went. */
export async function forgetProgress(client: PrismaClient, proposalId: number): Promise<void> {
  await client.proposalItem.deleteMany({ where: { proposalId, position: progressItem.position } });
}

/** Heads of columns tell a table from another. */
function mappingName(headers: readonly string[]): string {
  return `import-mapping:${createHash('sha256').update(JSON.stringify(headers)).digest('base64url')}`;
}

/** What was chosen for a table with these heads. */
export type KeptMapping = Pick<ImportDraft, 'kind' | 'mapping'>;

/** Keeps what was chosen, for the next table with these heads. */
export async function keepMapping(
  client: PrismaClient,
  headers: readonly string[],
  { kind, mapping }: KeptMapping,
): Promise<void> {
  const name = mappingName(headers);
  const value = JSON.stringify({ kind, mapping });
  await client.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
}

/** What was kept for a table with these heads; nothing chosen where none was. */
export async function keptMapping(client: PrismaClient, headers: readonly string[]): Promise<KeptMapping> {
  const kept = await client.setting.findUnique({ where: { name: mappingName(headers) } });
  return kept ? (JSON.parse(kept.value) as KeptMapping) : { kind: '', mapping: {} };
}
