import { sizeFor } from '../packed';
import type { Facts } from '../reading';

/** When a record first appeared and when it last changed. */
export interface EditionsOfRecord {
  id: number;
  first: number;
  last: number;
  published: Date;
  updated: Date;
}

/** Among more records than this, those that changed last are looked for in the log, from its end. */
const manyRecords = 2000;
/** Entries of the log that are looked at in one go. */
const stretch = 2000;

/** The records of these that changed last, from the end of the log. */
async function changedLast(facts: Facts, ids: ArrayLike<number>, limit: number): Promise<number[]> {
  const wanted = new Uint8Array(sizeFor(ids));
  for (let at = 0; at < ids.length; at++) wanted[ids[at] as number] = 1;
  const found = new Set<number>();
  let [edition, record] = [facts.edition, 2 ** 31 - 1];
  for (;;) {
    const rows = await facts.db.$queryRaw<{ id: number; edition: number }[]>`
      SELECT record_id AS id, edition FROM public.change
      WHERE "table" = 'record' AND edition <= ${edition} AND (edition < ${edition} OR record_id < ${record})
      ORDER BY edition DESC, record_id DESC LIMIT ${stretch}`;
    for (const { id } of rows) {
      if (wanted[id] === 1) found.add(id);
      if (found.size === limit) return [...found];
    }
    const last = rows.at(-1);
    if (!last || rows.length < stretch) return [...found];
    [edition, record] = [last.edition, last.id];
  }
}

/** First and last edition of these records, what changed last first, at most `limit`. */
export async function editionsOfRecords(
  facts: Facts,
  ids: ArrayLike<number>,
  limit: number,
): Promise<EditionsOfRecord[]> {
  const wanted = ids.length > manyRecords ? await changedLast(facts, ids, limit) : Array.from(ids);
  return facts.db.$queryRaw<EditionsOfRecord[]>`
    SELECT span.id, span.first, span.last, a.published, b.published AS updated FROM (
      SELECT record_id AS id, min(edition) AS first, max(edition) AS last FROM public.change
      WHERE "table" = 'record' AND record_id = ANY(${wanted}::int[]) AND edition <= ${facts.edition}
      GROUP BY record_id ORDER BY max(edition) DESC, record_id DESC LIMIT ${limit}
    ) AS span JOIN public.edition a ON a.number = span.first JOIN public.edition b ON b.number = span.last
    ORDER BY span.last DESC, span.id DESC`;
}
