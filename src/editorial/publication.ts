import type { Transaction } from '@/database/client';
import { Prisma, type PrismaClient } from '@/database/generated/client';
import { type IdOf, type Payload, type Rows, rowsOf, UnknownReference } from '@/database/record-rows';
import type { Bilingual } from '@/domain/bilingual';
import type { RecordKind } from '@/domain/records/record';
import { addDifference, type Changes, insertRows, readRows, writeChanges } from './fact-writing';
import { addFundingFigures } from './funding-figures';
import type { Problem } from './problem';
import { type ProposedRecord, type ValidRecord, validate } from './validation';

/** Where a proposal came from. */
export type Origin = 'starting-facts' | 'form' | 'news' | 'import' | 'api' | 'undo';

/** A change that somebody wants, of any number of records; it is published whole or not at all. */
export interface ProposalDraft {
  origin: Origin;
  /** What changed and why, for the reader of the history. */
  note: Bilingual;
  authorId?: number;
  records: readonly ProposedRecord[];
}

/** What became of a proposal. `unchanged`: the facts already say all of it, so there is no new edition. */
export type Publication =
  | { outcome: 'published'; edition: number; added: number; changed: number; retracted: number; same: number }
  | { outcome: 'unchanged'; edition: number; same: number }
  | { outcome: 'refused'; problems: Problem[] };

class Refusal extends Error {
  constructor(readonly problems: Problem[]) {
    super('proposal refused');
  }
}

interface StandingRecord {
  id: number;
  kind: RecordKind;
  slug: string;
  version: number;
  retracted: number | null;
}

const nameOf = (kind: string, slug: string) => `${kind}/${slug}`;

/** Every record that the payloads refer to, and the records themselves, as they stand. */
async function standingRecords(
  db: Transaction,
  records: readonly ValidRecord[],
): Promise<Map<string, StandingRecord>> {
  const wanted = new Map<string, { kind: string; slug: string }>();
  const want: IdOf = (kind, slug) => {
    wanted.set(nameOf(kind, slug), { kind, slug });
    return 0;
  };
  for (const { kind, slug, payload } of records) {
    want(kind, slug);
    if (payload) rowsOf(kind, 0, payload as Payload, want);
  }
  const names = [...wanted.values()];
  const rows = await db.$queryRaw<StandingRecord[]>`
    SELECT r.id, r.kind, r.slug, r.version, r.retracted
    FROM record r JOIN unnest(${names.map((name) => name.kind)}::text[], ${names.map((name) => name.slug)}::text[]) AS n (kind, slug)
      ON r.kind = n.kind AND r.slug = n.slug`;
  return new Map(rows.map((row) => [nameOf(row.kind, row.slug), row]));
}

function conflicts(records: readonly ValidRecord[], standing: Map<string, StandingRecord>): Problem[] {
  return records.flatMap((record, item): Problem[] => {
    const now = standing.get(nameOf(record.kind, record.slug));
    const version = now?.version ?? 0;
    const base = { item, kind: record.kind, slug: record.slug, field: '' };
    if (record.payload === null && (!now || now.retracted !== null)) {
      const reason = { zh: '没有这条记录，无从撤回', en: 'There is no such record to retract.' };
      return [{ ...base, cause: 'missing', reason }];
    }
    if (record.baseVersion === version) return [];
    const reason =
      record.baseVersion === 0
        ? {
            zh: `已有同名记录（第 ${version} 版）；请改用别的 slug，或在它的基础上修改`,
            en: `A record of that name exists (version ${version}). Choose another slug, or edit that record.`,
          }
        : {
            zh: `这条记录已更新到第 ${version} 版，你改的是第 ${record.baseVersion} 版；请对照新版再改`,
            en: `The record is at version ${version} now; you edited version ${record.baseVersion}. Compare with the new one and edit again.`,
          };
    return [{ ...base, cause: 'conflict', reason }];
  });
}

async function newIds(db: Transaction, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('record', 'id'))::int AS id FROM generate_series(1, ${count})`;
  return rows.map((row) => row.id);
}

function wantedRows(
  records: readonly ValidRecord[],
  ids: Map<string, number>,
): { rows: Map<number, Rows>; problems: Problem[] } {
  const rows = new Map<number, Rows>();
  const problems: Problem[] = [];
  records.forEach(({ kind, slug, payload }, item) => {
    const id = ids.get(nameOf(kind, slug)) as number;
    if (payload === null) {
      rows.set(id, new Map());
      return;
    }
    try {
      rows.set(
        id,
        rowsOf(kind, id, payload as Payload, (targetKind, targetSlug) =>
          ids.get(nameOf(targetKind, targetSlug)),
        ),
      );
    } catch (error) {
      if (!(error instanceof UnknownReference)) throw error;
      const reason = {
        zh: `找不到 ${error.target}；请先录入它，或改正名称`,
        en: `There is no ${error.target}. Enter it first, or correct the name.`,
      };
      problems.push({ cause: 'unknown-reference', item, kind, slug, field: error.field, reason });
    }
  });
  return { rows, problems };
}

async function storedProposal(
  db: Transaction,
  draft: ProposalDraft,
  records: readonly ValidRecord[],
  ids: Map<string, number>,
): Promise<number> {
  const proposal = await db.proposal.create({
    data: {
      state: 'published',
      origin: draft.origin,
      note: draft.note.zh,
      authorId: draft.authorId ?? null,
      deciderId: draft.authorId ?? null,
      decided: new Date(),
    },
  });
  await insertRows(
    db,
    'proposal_item',
    records.map(({ kind, slug, baseVersion, payload }, position) => ({
      proposal_id: proposal.id,
      position,
      kind,
      slug,
      base_version: baseVersion,
      payload,
      record_id: ids.get(nameOf(kind, slug)),
    })),
  );
  return proposal.id;
}

async function publishValid(
  db: Transaction,
  draft: ProposalDraft,
  records: readonly ValidRecord[],
): Promise<Publication> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('tracker.edition'))`;
  const standing = await standingRecords(db, records);
  const clashes = conflicts(records, standing);
  if (clashes.length > 0) throw new Refusal(clashes);

  const fresh = records.filter((record) => !standing.has(nameOf(record.kind, record.slug)));
  const freshIds = await newIds(db, fresh.length);
  const ids = new Map<string, number>();
  for (const record of standing.values())
    if (record.retracted === null) ids.set(nameOf(record.kind, record.slug), record.id);
  // A proposal may bring a retracted record back under its old id.
  for (const { kind, slug } of records) {
    const id = standing.get(nameOf(kind, slug))?.id;
    if (id !== undefined) ids.set(nameOf(kind, slug), id);
  }
  for (const [place, record] of fresh.entries())
    ids.set(nameOf(record.kind, record.slug), freshIds[place] as number);

  const { rows: wanted, problems } = wantedRows(records, ids);
  if (problems.length > 0) throw new Refusal(problems);
  await addFundingFigures(db, records, wanted, ids);

  const changes: Changes = new Map();
  const touched: ValidRecord[] = [];
  const kinds = new Set(records.map((record) => record.kind));
  for (const kind of kinds) {
    const ofKind = records.filter((record) => record.kind === kind);
    const old = await readRows(
      db,
      kind,
      ofKind.flatMap(({ slug }) => standing.get(nameOf(kind, slug))?.id ?? []),
    );
    for (const record of ofKind) {
      const id = ids.get(nameOf(kind, record.slug)) as number;
      if (addDifference(old.get(id) ?? new Map(), wanted.get(id) as Rows, changes)) touched.push(record);
    }
  }
  if (touched.length === 0) {
    const [newest] = await db.$queryRaw<
      { number: number }[]
    >`SELECT coalesce(max(number), 0)::int AS number FROM edition`;
    return { outcome: 'unchanged', edition: newest?.number ?? 0, same: records.length };
  }

  const proposalId = await storedProposal(db, draft, records, ids);
  const [opened] = await db.$queryRaw<{ edition: number }[]>`
    SELECT open_edition(${draft.origin}, ${draft.note.zh}, ${draft.note.en}, ${proposalId}) AS edition`;
  const edition = (opened as { edition: number }).edition;
  await insertRows(
    db,
    'record',
    fresh.map(({ kind, slug }) => ({
      id: ids.get(nameOf(kind, slug)),
      kind,
      slug,
      version: 1,
      retracted: null,
      merged_into: null,
    })),
  );
  const changedIds = touched.flatMap(({ kind, slug, payload }) => {
    const was = standing.get(nameOf(kind, slug));
    return was ? [{ id: was.id, retracted: payload === null ? edition : null }] : [];
  });
  await db.$executeRaw`
    UPDATE record SET version = version + 1, retracted = n.retracted
    FROM jsonb_to_recordset(${JSON.stringify(changedIds)}::jsonb) AS n (id int, retracted int) WHERE record.id = n.id`;
  await writeChanges(db, changes);
  // Checked here rather than at commit, where the driver no longer says which constraint it was.
  await db.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  const retracted = touched.filter((record) => record.payload === null).length;
  return {
    outcome: 'published',
    edition,
    added: fresh.length,
    changed: touched.length - fresh.length - retracted,
    retracted,
    same: records.length - touched.length,
  };
}

/** The database has the last word: a check, a unique pair or a reference that it refuses becomes a problem, not a crash. */
function constraintProblem(error: unknown): Problem | undefined {
  if (
    !(
      error instanceof Prisma.PrismaClientKnownRequestError ||
      error instanceof Prisma.PrismaClientUnknownRequestError
    )
  ) {
    return undefined;
  }
  const said = `${error.message} ${JSON.stringify('meta' in error ? error.meta : {})}`;
  const constraint = /constraint \\?"?([\w-]+)/.exec(said)?.[1];
  if (!constraint && !/violat|constraint/i.test(said)) return undefined;
  const referenced = /still referenced|foreign key/i.test(said);
  return {
    cause: referenced ? 'still-referenced' : 'constraint',
    item: null,
    kind: null,
    slug: null,
    field: '',
    reason: referenced
      ? {
          zh: '还有别的记录引用它；请先改掉那些引用',
          en: 'Other records still refer to it. Change those first.',
        }
      : {
          zh: `数据库不接受这次写入（约束 ${constraint ?? '未知'}）；请核对数值与日期`,
          en: `The database refuses this write (constraint ${constraint ?? 'unknown'}). Check the figures and dates.`,
        },
  };
}

/**
 * The one way into the facts. Validates, compares with the base versions, writes, logs (by trigger) and raises the
 * edition, all in one transaction: a proposal is published whole or leaves nothing behind.
 */
export async function publish(client: PrismaClient, draft: ProposalDraft): Promise<Publication> {
  const { valid, problems } = validate(draft.records);
  if (problems.length > 0) return { outcome: 'refused', problems };
  try {
    return await client.$transaction((db) => publishValid(db, draft, valid), {
      timeout: 600_000,
      maxWait: 60_000,
    });
  } catch (error) {
    if (error instanceof Refusal) return { outcome: 'refused', problems: error.problems };
    const problem = constraintProblem(error);
    if (problem) return { outcome: 'refused', problems: [problem] };
    throw error;
  }
}
