import type { Bilingual } from '@/domain/bilingual';
import type { RecordKind } from '@/records/record';
import type { Facts } from '../reading';
import type { Payload } from '../record-rows';
import { versionsOfRecords } from './versions-of-records';

/** A record that was withdrawn, and what it said before. */
export interface RetractedRecord {
  edition: number;
  published: Date;
  note: Bilingual;
  payload: Payload | null;
}

/** The record of that kind and slug, if it was retracted and leads nowhere else. */
export async function retractedRecord(
  facts: Facts,
  kind: RecordKind,
  slug: string,
): Promise<RetractedRecord | null> {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return null;
  const [row] = await facts.db.$queryRaw<
    { id: number; edition: number; published: Date; zh: string; en: string }[]
  >`
    SELECT r.id, e.number AS edition, e.published, e.note_zh AS zh, e.note_en AS en
    FROM public.record r JOIN public.edition e ON e.number = r.retracted
    WHERE r.kind = ${kind} AND r.slug = ${slug} AND r.merged_into IS NULL AND r.retracted <= ${facts.edition}`;
  if (!row) return null;
  const [payload = null] = await versionsOfRecords(facts.db, [
    { id: row.id, kind, edition: row.edition - 1 },
  ]);
  return { edition: row.edition, published: row.published, note: { zh: row.zh, en: row.en }, payload };
}
