import type { Bilingual } from '@/domain/bilingual';
import type { BasisRecord, LeftOut } from './definition';

/** Collects the records that are left out, by reason; a record counts once for a reason. Most frequent reason first. */
export function leftOutList(): { leave(reason: Bilingual, record: BasisRecord): void; list(): LeftOut[] } {
  const reasons = new Map<string, { reason: Bilingual; records: Map<string, BasisRecord> }>();
  return {
    leave(reason, record) {
      const entry = reasons.get(reason.en) ?? { reason, records: new Map() };
      entry.records.set(record.path, record);
      reasons.set(reason.en, entry);
    },
    list: () =>
      [...reasons.values()]
        .map(({ reason, records }) => ({ reason, records: [...records.values()] }))
        .sort((a, b) => b.records.length - a.records.length || (a.reason.en < b.reason.en ? -1 : 1)),
  };
}

/** How many records are left out in all. */
export function countLeftOut(list: readonly LeftOut[]): number {
  const listed = new Set(list.flatMap(({ records }) => records.map((record) => record.path))).size;
  return list.reduce((sum, { more = 0 }) => sum + more, listed);
}

/** How many records are left out for one reason. */
export function countOf({ records, more = 0 }: LeftOut): number {
  return records.length + more;
}
