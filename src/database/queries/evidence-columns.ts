import { type EvidenceKind, evidenceKinds } from '@/domain/evidence';
import { changedBetween, keptCurrent } from '../kept-current';
import { joined, type Stretch, unpackInts } from '../packed';
import type { Facts } from '../reading';

/** Everything that sources say, by record: whose statement it is and how sure, without its words. */
export interface EvidenceColumns {
  /** Record ids, in order. */
  record: Int32Array;
  /** Record id of the source. */
  source: Int32Array;
  /** Kind and marks of a statement, as `marksOf` reads them. */
  marks: Int32Array;
}

/** What is known of a statement apart from its words. */
export interface Marks {
  kind: EvidenceKind;
  /** Did one of us read the source? */
  seen: boolean;
  /** Does an editor doubt it? */
  doubted: boolean;
}

/** The place in `evidenceKinds` that the column `marks` holds: the surest is 0. */
export const kindPlace = (marks: number) => marks >> 2;
export const isSeen = (marks: number) => (marks & 1) === 1;
export const isDoubted = (marks: number) => (marks & 2) === 2;

/** Reads what the column `marks` holds. */
export function marksOf(marks: number): Marks {
  return {
    kind: evidenceKinds[kindPlace(marks)] ?? 'estimated',
    seen: isSeen(marks),
    doubted: isDoubted(marks),
  };
}

type Packed = Record<keyof EvidenceColumns, Uint8Array | null>;

/** Reads the statements of these records, or of all. */
async function read(facts: Facts, ids: readonly number[] | null): Promise<EvidenceColumns> {
  const [packed] = await facts.db.$queryRaw<Packed[]>`
    SELECT string_agg(int4send(record_id), '') AS record, string_agg(int4send(source_id), '') AS source,
      string_agg(int4send((array_position(${[...evidenceKinds]}::text[], kind) - 1) * 4
        + CASE WHEN doubt_zh IS NOT NULL THEN 2 ELSE 0 END + CASE WHEN seen THEN 1 ELSE 0 END), '') AS marks
    FROM (
      SELECT record_id, source_id, kind, doubt_zh, seen FROM citation
      WHERE ${ids}::int[] IS NULL OR record_id = ANY(${ids}::int[])
      UNION ALL SELECT record_id, source_id, kind, doubt_zh, seen FROM funding_statement
      WHERE ${ids}::int[] IS NULL OR record_id = ANY(${ids}::int[])
      ORDER BY record_id
    ) AS said`;
  return {
    record: unpackInts(packed?.record ?? null),
    source: unpackInts(packed?.source ?? null),
    marks: unpackInts(packed?.marks ?? null),
  };
}

/** The first place whose record id is not below that one. */
function placeOf(record: Int32Array, id: number): number {
  let [low, high] = [0, record.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((record[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The statements on all records. Read once a process; after that only what the log says has changed is read. */
export const evidenceColumns = keptCurrent<EvidenceColumns>('evidence-columns', {
  whole: (facts) => read(facts, null),
  async carried(facts, known, from) {
    const changed = await changedBetween(facts, from, ['citation', 'funding_statement']);
    if (changed === null) return null;
    if (changed.length === 0) return known;
    const added = await read(facts, changed);
    const stretches: Stretch[] = [];
    let done = 0;
    for (const id of changed.toSorted((a, b) => a - b)) {
      const place = placeOf(known.record, id);
      stretches.push(
        { of: 'old', from: done, to: place },
        { of: 'added', from: placeOf(added.record, id), to: placeOf(added.record, id + 1) },
      );
      done = placeOf(known.record, id + 1);
    }
    stretches.push({ of: 'old', from: done, to: known.record.length });
    return {
      record: joined(known.record, added.record, stretches),
      source: joined(known.source, added.source, stretches),
      marks: joined(known.marks, added.marks, stretches),
    };
  },
});
