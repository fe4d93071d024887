import type { Transaction } from '@/database/client';
import type { Payload } from '@/database/record-rows';
import type { Bilingual } from '@/domain/bilingual';
import type { Problem } from './problem';
import { editionOfVersion, payloadsOf } from './record-payloads';
import { nameOf, type StandingRecord } from './standing';
import { mergeThreeWay } from './three-way';
import { type ValidRecord, validateRecord } from './validation';

/**
 * Compares each record with the version that its author saw. What was changed meanwhile in other fields is kept and
 * merged; a field that both changed is a problem that holds both versions.
 */
export async function settleConflicts(
  db: Transaction,
  records: readonly ValidRecord[],
  standing: ReadonlyMap<string, StandingRecord>,
): Promise<{ records: ValidRecord[]; problems: Problem[] }> {
  const settled: ValidRecord[] = [];
  const problems: Problem[] = [];
  for (const [item, record] of records.entries()) {
    const outcome = await settle(db, item, record, standing.get(nameOf(record.kind, record.slug)));
    if (Array.isArray(outcome)) problems.push(...outcome);
    else settled.push(outcome);
  }
  return { records: settled, problems };
}

async function settle(
  db: Transaction,
  item: number,
  record: ValidRecord,
  now: StandingRecord | undefined,
): Promise<ValidRecord | Problem[]> {
  const { kind, slug, baseVersion, payload } = record;
  const version = now?.version ?? 0;
  const told = (cause: Problem['cause'], reason: Bilingual, rest: Partial<Problem> = {}): Problem => ({
    cause,
    item,
    kind,
    slug,
    field: '',
    reason,
    ...rest,
  });
  if (payload === null && (!now || now.retracted !== null))
    return [told('missing', { zh: '没有这条记录，无从撤回', en: 'There is no such record to retract.' })];
  if (baseVersion === version) return record;
  if (!now || baseVersion === 0) return [told('conflict', taken(version))];
  if (payload === null || now.retracted !== null || baseVersion > version)
    return [told('conflict', moved(version, baseVersion))];

  const edition = await editionOfVersion(db, now.id, baseVersion);
  const was = edition === null ? null : (await payloadsOf(db, [now], edition)).get(now.id);
  const theirs = (await payloadsOf(db, [now])).get(now.id);
  if (!was || !theirs) return [told('conflict', moved(version, baseVersion))];
  const { merged, conflicts } = mergeThreeWay(was, payload as Payload, theirs);
  if (conflicts.length > 0) {
    return conflicts.map((conflict) =>
      told('conflict', changedByBoth(conflict.field, version), { field: conflict.field, conflict }),
    );
  }
  return validateRecord({ kind, slug, baseVersion: version, payload: merged }, item);
}

function taken(version: number): Bilingual {
  return {
    zh: `已有同名记录（第 ${version} 版）；请改用别的 slug，或在它的基础上修改`,
    en: `A record of that name exists (version ${version}). Choose another slug, or edit that record.`,
  };
}

function moved(version: number, baseVersion: number): Bilingual {
  return {
    zh: `这条记录已更新到第 ${version} 版，你改的是第 ${baseVersion} 版；请对照新版再改`,
    en: `The record is at version ${version} now; you edited version ${baseVersion}. Compare with the new one and edit again.`,
  };
}

function changedByBoth(field: string, version: number): Bilingual {
  return {
    zh: `“${field}”同时被别人改过（第 ${version} 版）；请对照两个值，选定一个`,
    en: `Somebody else has changed "${field}" too (version ${version}). Compare the two values and choose one.`,
  };
}
