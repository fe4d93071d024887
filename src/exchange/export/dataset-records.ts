import { recordsInOrder } from '@/database/queries/records-in-order';
import { readFacts } from '@/database/reading';
import type { Payload } from '@/database/record-rows';
import { payloadsOf } from '@/editorial/record-payloads';
import type { RecordKind } from '@/records/record';

/** Records that are in memory at a time. */
const batchSize = 500;

/** A record and its kind. */
export interface DatasetRecord {
  kind: RecordKind;
  payload: Payload;
}

/**
 * Records of these kinds at one edition, by kind and slug, a batch at a time: what is published meanwhile changes
 * nothing, and memory does not grow with their number. `only`: slugs to which it is limited.
 */
export async function* datasetRecords(
  kinds: readonly RecordKind[],
  edition: number,
  only: ReadonlySet<string> | null = null,
): AsyncGenerator<DatasetRecord[]> {
  for (const kind of kinds) {
    const all = await readFacts((facts) => recordsInOrder(facts, kind), edition);
    const wanted = only === null ? all : all.filter(({ slug }) => only.has(slug));
    for (let start = 0; start < wanted.length; start += batchSize) {
      const batch = wanted.slice(start, start + batchSize).map(({ id }) => ({ id, kind }));
      const payloads = await readFacts((facts) => payloadsOf(facts.db, batch), edition);
      yield batch.flatMap(({ id }) => {
        const payload = payloads.get(id);
        return payload ? [{ kind, payload }] : [];
      });
    }
  }
}
