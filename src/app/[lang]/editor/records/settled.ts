import type { PrismaClient } from '@/database/generated/client';
import type { Payload } from '@/database/record-rows';
import { editionOfVersion, payloadsOf } from '@/editorial/record-payloads';
import { mergeThreeWay } from '@/editorial/three-way';
import type { ProposedRecord } from '@/editorial/validation';

/**
 * The records with what their author chose where somebody else had changed a field meanwhile (`field: mine | theirs`):
 * they are then based on the newest version. What was not chosen stays a conflict.
 */
export async function settled(
  client: PrismaClient,
  records: readonly ProposedRecord[],
  choices: Readonly<Record<string, string>>,
): Promise<ProposedRecord[]> {
  if (Object.keys(choices).length === 0) return [...records];
  const own = records.at(-1);
  if (!own?.payload) return [...records];
  const record = await client.record.findUnique({ where: { kind_slug: { kind: own.kind, slug: own.slug } } });
  if (!record || record.version === own.baseVersion) return [...records];
  const id = { id: record.id, kind: own.kind as never };
  const merged = await client.$transaction(
    async (db) => {
      const edition = await editionOfVersion(db, record.id, own.baseVersion);
      const was = edition === null ? null : (await payloadsOf(db, [id], edition)).get(record.id);
      const theirs = (await payloadsOf(db, [id])).get(record.id);
      if (!was || !theirs) return null;
      const mine = own.payload as Payload;
      const { merged: together, conflicts } = mergeThreeWay(was, mine, theirs);
      if (conflicts.some(({ field }) => !choices[field])) return null;
      for (const { field } of conflicts)
        together[field] = choices[field] === 'mine' ? mine[field] : theirs[field];
      return together;
    },
    { isolationLevel: 'RepeatableRead' },
  );
  if (!merged) return [...records];
  return [...records.slice(0, -1), { ...own, baseVersion: record.version, payload: merged }];
}
