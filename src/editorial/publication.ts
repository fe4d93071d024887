import type { Transaction } from '@/database/client';
import { Prisma, type PrismaClient } from '@/database/generated/client';
import { learnEdition } from '@/database/known-edition';
import { type Facts, firstRehearsal } from '@/database/reading';
import { type Payload, type Rows, rowsOf, UnknownReference } from '@/database/record-rows';
import { refreshSearchNames } from '@/database/search-names';
import { renewStatistics } from '@/database/statistics';
import type { Bilingual } from '@/domain/bilingual';
import { ConcurrencyLimiter } from '@/domain/concurrency-limiter';
import { remember } from '@/domain/remember';
import type { RecordKind } from '@/records/record';
import { settleConflicts } from './conflicts';
import { addDifference, type Changes, insertRows, readRows, writeChanges } from './fact-writing';
import { containmentProblems } from './funding-containment';
import { addFundingFigures } from './funding-figures';
import { ownAncestors } from './own-ancestors';
import type { Problem } from './problem';
import { storeItems } from './proposal-items';
import { nameOf, standingRecords } from './standing';
import { type ProposedRecord, type ValidRecord, validate } from './validation';

/** Where a proposal came from. */
export type Origin = 'starting-facts' | 'form' | 'news' | 'import' | 'api' | 'undo';

/** An editor who takes a waiting proposal up. */
export interface Decision {
  proposalId: number;
  deciderId: number;
}

/** A change that somebody wants, of any number of records; it is published whole or not at all. */
export interface ProposalHead {
  origin: Origin;
  /** What changed and why, for the reader of the history. */
  note: Bilingual;
  authorId?: number;
  /** The waiting proposal that this decides, and who decides it. */
  decides?: Decision;
  /** The record that this one is merged into; it must be among `records`, retracted. Kind and slugs. */
  merges?: { kind: RecordKind; from: string; into: string };
}

/** A proposal that is at hand as a whole. */
export interface ProposalDraft extends ProposalHead {
  records: readonly ProposedRecord[];
}

/** Somebody who waits for a long publication. */
export interface Onlooker {
  /** Records that are dealt with. */
  progress?: (records: number) => void;
  /** Ends it; nothing is then written. */
  signal?: AbortSignal;
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

const alreadyDecided: Problem = {
  cause: 'decided',
  item: null,
  kind: null,
  slug: null,
  field: '',
  reason: { zh: '这份提案已经有人处理过了', en: 'Somebody has already decided this proposal.' },
};

/** Of two who decide a waiting proposal at once, the second finds it decided. */
async function decide(db: Transaction, { proposalId, deciderId }: Decision): Promise<void> {
  const { count } = await db.proposal.updateMany({
    where: { id: proposalId, state: 'open' },
    data: { state: 'published', decided: new Date(), deciderId },
  });
  if (count === 0) throw new Refusal([alreadyDecided]);
}

async function storedProposal(db: Transaction, draft: ProposalHead): Promise<number> {
  if (draft.decides) {
    const { proposalId } = draft.decides;
    await db.proposalItem.deleteMany({ where: { proposalId } });
    return proposalId;
  }
  const proposal = await db.proposal.create({
    data: {
      state: 'published',
      decided: new Date(),
      origin: draft.origin,
      note: draft.note.zh,
      authorId: draft.authorId ?? null,
      deciderId: draft.authorId ?? null,
    },
  });
  return proposal.id;
}

/** What a publication has done so far. */
interface Done {
  proposalId: number;
  /** Opened with the first record that differs; null until then. */
  edition: number | null;
  records: number;
  added: number;
  changed: number;
  retracted: number;
}

async function openEdition(db: Transaction, draft: ProposalHead, done: Done): Promise<number> {
  if (done.edition !== null) return done.edition;
  done.proposalId = await storedProposal(db, draft);
  const [opened] = await db.$queryRaw<{ edition: number }[]>`
    SELECT open_edition(${draft.origin}, ${draft.note.zh}, ${draft.note.en}, ${done.proposalId}) AS edition`;
  done.edition = (opened as { edition: number }).edition;
  return done.edition;
}

/** Makes the address of a retracted record lead to another. */
async function mergeRecord(
  db: Transaction,
  { kind, from, into }: NonNullable<ProposalHead['merges']>,
): Promise<void> {
  await db.$executeRaw`
    UPDATE record SET merged_into = target.id FROM record target
    WHERE record.kind = ${kind} AND target.kind = ${kind} AND target.slug = ${into}
      AND (record.slug = ${from} OR record.merged_into = (SELECT id FROM record WHERE kind = ${kind} AND slug = ${from}))`;
}

const cancelled: Problem = {
  cause: 'cancelled',
  item: null,
  kind: null,
  slug: null,
  field: '',
  reason: { zh: '已取消，没有写入任何内容', en: 'Cancelled; nothing was written.' },
};

/** Writes one part of a proposal. What it refers to is on record, in the part, or in one before. */
async function publishPart(
  db: Transaction,
  draft: ProposalHead,
  proposed: readonly ValidRecord[],
  done: Done,
): Promise<void> {
  const standing = await standingRecords(db, proposed);
  const { records, problems: clashes } = await settleConflicts(db, proposed, standing);
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
  const contradictions = await containmentProblems(db, records, ids);
  if (contradictions.length > 0) throw new Refusal(contradictions);
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
  done.records += records.length;
  // The items of a proposal that changes something are kept whole, also those that change nothing.
  if (touched.length === 0 && done.edition === null) return;
  const position = done.records - records.length;
  const edition = await openEdition(db, draft, done);
  await storeItems(db, done.proposalId, records, ids, position);
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
  // A record that comes back is merged into nothing any more.
  await db.$executeRaw`
    UPDATE record SET version = version + 1, retracted = n.retracted,
      merged_into = CASE WHEN n.retracted IS NULL THEN NULL ELSE merged_into END
    FROM jsonb_to_recordset(${JSON.stringify(changedIds)}::jsonb) AS n (id int, retracted int) WHERE record.id = n.id`;
  await writeChanges(db, changes);
  const circles = await ownAncestors(db, records, ids);
  if (circles.length > 0) throw new Refusal(circles);
  await refreshSearchNames(
    db,
    touched.map(({ kind, slug }) => ids.get(nameOf(kind, slug)) as number),
  );
  const retracted = touched.filter((record) => record.payload === null).length;
  done.added += fresh.length;
  done.retracted += retracted;
  done.changed += touched.length - fresh.length - retracted;
}

/** How long a publication may do nothing in the database between two of its statements. */
const longestSilence = '30s';

async function publishInto(
  db: Transaction,
  draft: ProposalHead,
  parts: AsyncIterable<readonly ProposedRecord[]> | Iterable<readonly ProposedRecord[]>,
  { progress, signal }: Onlooker = {},
): Promise<Publication> {
  // A process that falls silent while it publishes must not hold the lock for ever: PostgreSQL may not learn of its end.
  await db.$executeRaw`
    SELECT set_config('idle_in_transaction_session_timeout', ${longestSilence}, true),
      pg_advisory_xact_lock(hashtext('tracker.edition'))`;
  if (draft.decides) await decide(db, draft.decides);
  const done: Done = { proposalId: 0, edition: null, records: 0, added: 0, changed: 0, retracted: 0 };
  for await (const part of parts) {
    if (signal?.aborted) throw new Refusal([cancelled]);
    const { valid, problems } = validate(part);
    if (problems.length > 0) throw new Refusal(problems);
    await publishPart(db, draft, valid, done);
    progress?.(done.records);
  }
  if (signal?.aborted) throw new Refusal([cancelled]);
  const { edition, records, added, changed, retracted } = done;
  if (edition === null) {
    const [newest] = await db.$queryRaw<
      { number: number }[]
    >`SELECT coalesce(max(number), 0)::int AS number FROM edition`;
    return { outcome: 'unchanged', edition: newest?.number ?? 0, same: records };
  }
  if (draft.merges) await mergeRecord(db, draft.merges);
  // Checked here rather than at commit, where the driver no longer says which constraint it was.
  await db.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  const same = records - added - changed - retracted;
  return { outcome: 'published', edition, added, changed, retracted, same };
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

const publications = () => remember('publications', () => new ConcurrencyLimiter(2));

/**
 * Runs a publication in its transaction. One is made at a time in the whole site; those that wait for it hold no connection,
 * but for the next one, so that readers always find some free.
 */
function inTurn<Result>(
  client: PrismaClient,
  work: (db: Transaction) => Promise<Result>,
  timeout: number,
): Promise<Result> {
  return publications().run(() => client.$transaction(work, { timeout, maxWait: 60_000 }));
}

/** Ends a rehearsal; what it found is in `found`. */
class Rehearsed extends Error {
  constructor(readonly found: unknown) {
    super('rehearsal');
  }
}

/**
 * Publishes, lets `look` see the facts as they would then be, and takes everything back: what would a publication
 * change? Nothing of it is ever seen by anybody else.
 */
export async function rehearse<T>(
  client: PrismaClient,
  draft: ProposalDraft,
  look: (facts: Facts) => Promise<T>,
): Promise<{ publication: Publication; seen: T | null }> {
  try {
    return await inTurn(
      client,
      async (db) => {
        const publication = await publishInto(db, draft, [draft.records]);
        if (publication.outcome !== 'published') return { publication, seen: null };
        // No edition ever has this number, so nothing that is kept by edition is mixed up with it.
        const edition = firstRehearsal + Math.floor(Math.random() * 1_000_000_000);
        const seen = await look({ edition, published: new Date(), db });
        throw new Rehearsed({ publication, seen });
      },
      60_000,
    );
  } catch (error) {
    if (error instanceof Rehearsed) return error.found as { publication: Publication; seen: T };
    if (error instanceof Refusal)
      return { publication: { outcome: 'refused', problems: error.problems }, seen: null };
    const problem = constraintProblem(error);
    if (problem) return { publication: { outcome: 'refused', problems: [problem] }, seen: null };
    throw error;
  }
}

/**
 * The one way into the facts. Validates, compares with the base versions, writes, logs (by trigger) and raises the
 * edition, all in one transaction: a proposal is published whole or leaves nothing behind.
 */
export async function publish(client: PrismaClient, draft: ProposalDraft): Promise<Publication> {
  // Before anybody waits for the lock.
  const { problems } = validate(draft.records);
  if (problems.length > 0) return { outcome: 'refused', problems };
  return publishParts(client, draft, [draft.records]);
}

/** After a publication of so many records PostgreSQL knows too little of them to plan well. */
const many = 500;

/**
 * The same for a proposal that is too large to be in memory: its records come part by part, those that others refer to
 * before them, and are published as one edition or not at all.
 */
export async function publishParts(
  client: PrismaClient,
  draft: ProposalHead,
  parts: AsyncIterable<readonly ProposedRecord[]> | Iterable<readonly ProposedRecord[]>,
  onlooker: Onlooker = {},
): Promise<Publication> {
  try {
    const result = await inTurn(client, (db) => publishInto(db, draft, parts, onlooker), 600_000);
    if (result.outcome !== 'published') return result;
    learnEdition(result.edition);
    if (result.added + result.changed + result.retracted >= many) await renewStatistics(client);
    return result;
  } catch (error) {
    if (error instanceof Refusal) return { outcome: 'refused', problems: error.problems };
    const problem = constraintProblem(error);
    if (problem) return { outcome: 'refused', problems: [problem] };
    throw error;
  }
}
