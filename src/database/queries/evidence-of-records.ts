import type { Bilingual } from '@/domain/bilingual';
import type { Evidence, EvidenceKind } from '@/domain/evidence';
import { type Precision, partialDateOf } from '@/domain/partial-date';
import type { SourceVia } from '@/domain/source-via';
import type { Facts } from '../reading';

/** Everything that sources say of a record, by record id. */
export type EvidenceByRecord = ReadonlyMap<number, Evidence[]>;

interface CitationRow {
  recordId: number;
  fields: string[];
  kind: EvidenceKind;
  locator: string | null;
  stated: string | null;
  seen: boolean;
  doubtZh: string | null;
  doubtEn: string | null;
  noteZh: string | null;
  noteEn: string | null;
  sourceSlug: string;
  sourceTitle: string;
  publisher: string | null;
  url: string | null;
  via: SourceVia | null;
  carrier: string | null;
  publishedFrom: string | null;
  publishedTo: string | null;
  publishedPrecision: Precision | null;
}

function both(zh: string | null, en: string | null): Bilingual | null {
  return zh === null || en === null ? null : { zh, en };
}

function evidence(row: CitationRow): Evidence {
  const { publishedFrom: from, publishedTo: to, publishedPrecision: precision } = row;
  return {
    field: row.fields,
    kind: row.kind,
    source: {
      slug: row.sourceSlug,
      title: row.sourceTitle,
      publisher: row.publisher,
      url: row.url,
      via: row.via,
      carrier: row.carrier,
      published: from && to && precision ? partialDateOf({ from, to, precision }) : null,
    },
    locator: row.locator,
    stated: row.stated,
    doubt: both(row.doubtZh, row.doubtEn),
    note: both(row.noteZh, row.noteEn),
    seen: row.seen,
  };
}

/**
 * What do the sources say of these records? Citations in their order; for a funding event its statements come first,
 * as evidence for amount, round, date and valuation.
 */
export async function evidenceOfRecords(facts: Facts, ids: readonly number[]): Promise<EvidenceByRecord> {
  const found = new Map<number, Evidence[]>();
  if (ids.length === 0) return found;
  const rows = await facts.db.$queryRaw<CitationRow[]>`
    SELECT c.*, s.slug AS "sourceSlug", s.title AS "sourceTitle", s.publisher, s.url, s.via, s.carrier,
      s.published_from::text AS "publishedFrom", s.published_to::text AS "publishedTo", s.published_precision AS "publishedPrecision"
    FROM (
      SELECT record_id AS "recordId", 1 AS part, position, fields, kind, locator, stated, seen, source_id,
        doubt_zh AS "doubtZh", doubt_en AS "doubtEn", note_zh AS "noteZh", note_en AS "noteEn"
      FROM citation WHERE record_id = ANY(${ids}::int[])
      UNION ALL
      SELECT record_id, 0, position,
        ARRAY_REMOVE(ARRAY[CASE WHEN amount_kind IS NOT NULL THEN 'amount' END, CASE WHEN round IS NOT NULL THEN 'round' END,
          CASE WHEN announced_from IS NOT NULL THEN 'announced' END, CASE WHEN valuation_text IS NOT NULL THEN 'valuation' END], NULL),
        kind, locator, NULLIF(concat_ws(' · ', round, amount_text, valuation_text), ''), seen, source_id, doubt_zh, doubt_en, note_zh, note_en
      FROM funding_statement WHERE record_id = ANY(${ids}::int[])
    ) c JOIN source s ON s.id = c.source_id
    ORDER BY c."recordId", c.part, c.position`;
  for (const row of rows) found.set(row.recordId, [...(found.get(row.recordId) ?? []), evidence(row)]);
  return found;
}

/** The evidence for one field of a record: what names the field, else what stands for the record as a whole. */
export function evidenceForField(all: readonly Evidence[] | undefined, field: string): Evidence[] {
  const named = (all ?? []).filter((each) => each.field.includes(field));
  return named.length > 0 ? named : (all ?? []).filter((each) => each.field.length === 0);
}
