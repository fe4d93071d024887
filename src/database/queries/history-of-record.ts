import type { Bilingual } from '@/domain/bilingual';
import { type FieldChange, fieldChanges } from '@/domain/field-changes';
import type { RecordKind } from '@/records/record';
import type { Transaction } from '../client';
import type { EditionOrigin } from './newest-editions';
import { versionsOfRecords } from './versions-of-records';

/** One version of a record. */
export interface RecordVersion {
  edition: number;
  published: Date;
  origin: EditionOrigin;
  note: Bilingual;
  version: number;
  /** Who wanted the change, and who decided it where that is another. */
  author: string | null;
  decider: string | null;
  retracted: boolean;
  fields: FieldChange[];
}

interface Row extends Omit<RecordVersion, 'note' | 'fields'> {
  noteZh: string;
  noteEn: string;
}

/** Every version of a record, the newest first, at most `limit`. */
export async function historyOfRecord(
  db: Transaction,
  id: number,
  kind: RecordKind,
  limit: number,
): Promise<RecordVersion[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.edition, e.published, e.origin, e.note_zh AS "noteZh", e.note_en AS "noteEn",
      (c.after ->> 'version')::int AS version, c.after ->> 'retracted' IS NOT NULL AS retracted,
      a.name AS author, d.name AS decider
    FROM public.change c JOIN public.edition e ON e.number = c.edition
      LEFT JOIN proposal p ON p.id = e.proposal_id LEFT JOIN "user" a ON a.id = p.author_id LEFT JOIN "user" d ON d.id = p.decider_id
    WHERE c."table" = 'record' AND c.record_id = ${id}::int AND c.after IS NOT NULL
    ORDER BY c.edition DESC, c.id DESC LIMIT ${limit}`;
  const wanted = rows.flatMap(({ edition }) => [
    { id, kind, edition: edition - 1 },
    { id, kind, edition },
  ]);
  const payloads = await versionsOfRecords(db, wanted);
  return rows.map(({ noteZh, noteEn, ...row }, at) => ({
    ...row,
    note: { zh: noteZh, en: noteEn },
    fields: fieldChanges(payloads[2 * at] ?? null, payloads[2 * at + 1] ?? null),
  }));
}
