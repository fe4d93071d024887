import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import type { Payload } from '@/database/record-rows';
import type { RecordKind } from '@/records/record';
import type { Problem } from './problem';
import { type Publication, publish } from './publication';
import { payloadsOf } from './record-payloads';
import { mergeThreeWay } from './three-way';
import type { ProposedRecord } from './validation';

interface TouchedRecord {
  id: number;
  kind: RecordKind;
  slug: string;
  version: number;
}

/**
 * Takes an edition back, as a new edition: every record that it touched says again what it said before. What was
 * changed since in other fields stays; what was changed since in the same fields is refused, field by field.
 * Undoing an undo brings the facts back.
 */
export async function undoEdition(
  client: PrismaClient,
  edition: number,
  authorId?: number,
): Promise<Publication> {
  const { records, problems } = await client.$transaction((db) => inverse(db, edition), {
    isolationLevel: 'RepeatableRead',
    timeout: 600_000,
  });
  if (problems.length > 0) return { outcome: 'refused', problems };
  return publish(client, {
    origin: 'undo',
    note: { zh: `撤销第 ${edition} 版`, en: `Edition ${edition} undone` },
    ...(authorId === undefined ? {} : { authorId }),
    records,
  });
}

/** Makes a record say again what it said at an edition. */
export async function restoreRecord(
  client: PrismaClient,
  kind: RecordKind,
  slug: string,
  edition: number,
  authorId?: number,
): Promise<Publication> {
  const restored = await client.$transaction(
    async (db) => {
      const record = await db.record.findUnique({ where: { kind_slug: { kind, slug } } });
      if (!record) return null;
      const payload = (await payloadsOf(db, [{ id: record.id, kind }], edition)).get(record.id) ?? null;
      return { kind, slug, baseVersion: record.version, payload };
    },
    { isolationLevel: 'RepeatableRead' },
  );
  if (!restored?.payload) {
    const reason = {
      zh: `第 ${edition} 版里没有这条记录，无从恢复`,
      en: `The record was not there at edition ${edition}, so there is nothing to restore.`,
    };
    return { outcome: 'refused', problems: [{ cause: 'missing', item: 0, kind, slug, field: '', reason }] };
  }
  return publish(client, {
    origin: 'undo',
    note: { zh: `恢复第 ${edition} 版的内容`, en: `Restored as of edition ${edition}` },
    ...(authorId === undefined ? {} : { authorId }),
    records: [restored],
  });
}

async function inverse(
  db: Transaction,
  edition: number,
): Promise<{ records: ProposedRecord[]; problems: Problem[] }> {
  const touched = await db.$queryRaw<TouchedRecord[]>`
    SELECT r.id, r.kind, r.slug, r.version FROM record r
    WHERE r.id IN (SELECT c.record_id FROM change c WHERE c.edition = ${edition}::int) ORDER BY r.id`;
  const before = await payloadsOf(db, touched, edition - 1);
  const after = await payloadsOf(db, touched, edition);
  const now = await payloadsOf(db, touched);
  const records: ProposedRecord[] = [];
  const problems: Problem[] = [];
  for (const { id, kind, slug, version } of touched) {
    const item = records.length;
    const back = takenBack(before.get(id) ?? null, after.get(id) ?? null, now.get(id) ?? null);
    if ('fields' in back) {
      for (const field of back.fields) {
        const reason = {
          zh: `第 ${edition} 版之后又被改过；请先撤销后来的改动，或直接修改这条记录`,
          en: `It was changed again after edition ${edition}. Undo the later change first, or edit the record.`,
        };
        problems.push({ cause: 'conflict', item, kind, slug, field, reason });
      }
    } else if (!isDeepStrictEqual(back.payload, now.get(id) ?? null)) {
      records.push({ kind, slug, baseVersion: version, payload: back.payload });
    }
  }
  return { records, problems };
}

/** What a record has to say now so that `before` → `after` is undone; or the fields where that would undo more. */
function takenBack(
  before: Payload | null,
  after: Payload | null,
  now: Payload | null,
): { payload: Payload | null } | { fields: string[] } {
  if (isDeepStrictEqual(now, after)) return { payload: before };
  if (isDeepStrictEqual(now, before)) return { payload: now };
  if (!before || !after || !now) return { fields: [''] };
  const { merged, conflicts } = mergeThreeWay(after, before, now);
  return conflicts.length > 0 ? { fields: conflicts.map(({ field }) => field) } : { payload: merged };
}
