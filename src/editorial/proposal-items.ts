import type { Transaction } from '@/database/client';
import { insertRows } from './fact-writing';
import { nameOf } from './standing';
import type { ValidRecord } from './validation';

/** Stores what a proposal wants, record by record. `ids`: of the records that exist. */
export async function storeItems(
  db: Transaction,
  proposalId: number,
  records: readonly ValidRecord[],
  ids: ReadonlyMap<string, number>,
  /** The position of the first. */
  from = 0,
): Promise<void> {
  await insertRows(
    db,
    'proposal_item',
    records.map(({ kind, slug, baseVersion, payload }, place) => ({
      proposal_id: proposalId,
      position: from + place,
      kind,
      slug,
      base_version: baseVersion,
      payload,
      record_id: ids.get(nameOf(kind, slug)) ?? null,
    })),
  );
}
