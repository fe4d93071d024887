import { type SourceVia, viaDistance } from '@/domain/source-via';
import { memoizeByObject } from '../memoize-by-object';
import type { Facts } from '../reading';
import { type EvidenceColumns, evidenceColumns, isSeen } from './evidence-columns';

/** Distances of records whose statements were all read at this distance or further, by record id; see `viaDistance`. */
type Distances = ReadonlyMap<number, number>;

/**
 * Records of which no statement was read at its publisher, with the distance of the nearest; a record that is not
 * there is first-hand, or without a source.
 */
export async function secondHandRecords(facts: Facts): Promise<Distances> {
  const sources = await facts.db.$queryRaw<{ id: number; via: SourceVia }[]>`
    SELECT id, via FROM source WHERE via <> 'publisher' ORDER BY id`;
  const far = new Map(sources.map(({ id, via }) => [id, viaDistance(via)]));
  return distancesIn(await evidenceColumns(facts))(far);
}

/** The last answer about some statements is kept: sources change rarely. */
const distancesIn = memoizeByObject((columns: EvidenceColumns) => {
  let last: { key: string; found: Distances } | null = null;
  return (far: ReadonlyMap<number, number>): Distances => {
    const key = JSON.stringify([...far]);
    if (last?.key !== key) last = { key, found: distancesOf(columns, far) };
    return last.found;
  };
});

function distancesOf(
  { record, source, marks }: EvidenceColumns,
  far: ReadonlyMap<number, number>,
): Distances {
  const found = new Map<number, number>();
  // The statements on one record stand together.
  for (let at = 0; at < record.length; ) {
    const id = record[at] as number;
    let [opened, named] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (; at < record.length && record[at] === id; at++) {
      const distance = far.get(source[at] as number) ?? 0;
      named = Math.min(named, distance);
      if (isSeen(marks[at] as number)) opened = Math.min(opened, distance);
    }
    // As `secondHandVia` does: what nobody has opened counts only where nothing was.
    const nearest = opened === Number.POSITIVE_INFINITY ? named : opened;
    if (nearest > 0) found.set(id, nearest);
  }
  return found;
}
