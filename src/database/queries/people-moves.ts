import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { type PartialDate, type Precision, partialDateOf } from '@/domain/partial-date';
import type { organizationKinds } from '@/records/organization/schema';
import type { MoveKind } from '@/records/people-move/schema';
import type { Facts } from '../reading';
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
    SELECT m.id, m.slug, jsonb_build_object('zh', m.person_zh, 'en', m.person_en) AS person, m.kind,
      jsonb_build_object('zh', m.was_zh, 'en', m.was_en) AS was, jsonb_build_object('zh', m.did_zh, 'en', m.did_en) AS did,
      CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('slug', o.slug, 'kind', o.kind, 'place', o.place,
        'name', jsonb_build_object('zh', o.name_zh, 'en', o.name_en)) END AS from,
      CASE WHEN j.id IS NOT NULL THEN jsonb_build_object('slug', j.slug, 'kind', j.kind, 'place', j.place,
        'name', jsonb_build_object('zh', j.name_zh, 'en', j.name_en)) END AS joined,
      CASE WHEN m.date_from IS NOT NULL THEN
        jsonb_build_object('from', m.date_from, 'to', m.date_to, 'precision', m.date_precision) END AS date,
      CASE WHEN m.note_zh IS NOT NULL THEN jsonb_build_object('zh', m.note_zh, 'en', m.note_en) END AS note
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
