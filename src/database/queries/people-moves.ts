import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { type PartialDate, type Precision, partialDateOf } from '@/domain/partial-date';
import type { organizationKinds } from '@/records/organization/schema';
import type { MoveKind } from '@/records/people-move/schema';
import type { Facts } from '../reading';
import { bilingual, bilingualOrNull, partialDateOrNull } from '../sql-fragments';
import { evidenceOfRecords } from './evidence-of-records';

/** Where somebody was or went. */
export interface MoveEnd {
  slug: string;
  name: Bilingual;
  kind: (typeof organizationKinds)[number];
  place: string | null;
}

/** Somebody founds, joins or leaves an organization, or gets another post in it. */
export interface MoveOnRecord {
  id: number;
  slug: string;
  person: Bilingual;
  /** null in editions before there were kinds. */
  kind: MoveKind | null;
  /** What the person was, at `from`. */
  was: Bilingual;
  from: MoveEnd | null;
  did: Bilingual;
  /** The organization founded or joined; null where none is on record. */
  joined: MoveEnd | null;
  date: PartialDate | null;
  note: Bilingual | null;
  evidence: Evidence[];
}

interface Row extends Omit<MoveOnRecord, 'date' | 'evidence'> {
  date: { from: string; to: string; precision: Precision } | null;
}

/** Who moved where? Newest first, without a date last. */
export async function peopleMoves(facts: Facts): Promise<MoveOnRecord[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT m.id, m.slug, ${bilingual('m.person')} AS person, m.kind,
      ${bilingual('m.was')} AS was, ${bilingual('m.did')} AS did,
      CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('slug', o.slug, 'kind', o.kind, 'place', o.place,
        'name', ${bilingual('o.name')}) END AS from,
      CASE WHEN j.id IS NOT NULL THEN jsonb_build_object('slug', j.slug, 'kind', j.kind, 'place', j.place,
        'name', ${bilingual('j.name')}) END AS joined,
      ${partialDateOrNull('m.date')} AS date,
      ${bilingualOrNull('m.note')} AS note
    FROM people_move m LEFT JOIN organization o ON o.id = m.organization_id LEFT JOIN organization j ON j.id = m.joined_id
    ORDER BY m.date_from DESC NULLS LAST, m.date_to, m.slug`;
  const evidence = await evidenceOfRecords(
    facts,
    rows.map(({ id }) => id),
  );
  return rows.map(({ date, ...row }) => ({
    ...row,
    date: date === null ? null : partialDateOf(date),
    evidence: evidence.get(row.id) ?? [],
  }));
}
