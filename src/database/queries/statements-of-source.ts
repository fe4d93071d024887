import type { Bilingual } from '@/domain/bilingual';
import type { EvidenceKind } from '@/domain/evidence';
import type { RecordKind } from '@/records/record';
import type { Facts } from '../reading';
import { bilingualOrNull } from '../sql-fragments';
import { namesOfRecords } from './names-of-records';

/** One thing that a source says, of one record. */
export interface StatementOfSource {
  kind: RecordKind;
  slug: string;
  /** The record as a person would name it. */
  name: Bilingual;
  /** Slug of the organization or indicator whose page shows the record, where it has none of its own. */
  owner: string | null;
  fields: string[];
  locator: string | null;
  evidence: EvidenceKind;
  stated: string | null;
  seen: boolean;
  doubt: Bilingual | null;
  note: Bilingual | null;
}

/** Statements of one source that are told one by one. */
const mostTold = 500;

type Said = Omit<StatementOfSource, 'name' | 'owner'> & { id: number };

/** What does this source say? Exchange rates, which are hundreds of one kind, are left to their count. */
export async function statementsOfSource(facts: Facts, id: number): Promise<StatementOfSource[]> {
  const said = await facts.db.$queryRaw<Said[]>`
    WITH said AS (
      SELECT record_id, position, fields, locator, kind AS evidence, stated, seen, doubt_zh, doubt_en, note_zh, note_en
      FROM citation WHERE source_id = ${id}
      UNION ALL SELECT record_id, position, ARRAY_REMOVE(ARRAY[CASE WHEN amount_kind IS NOT NULL THEN 'amount' END,
          CASE WHEN round IS NOT NULL THEN 'round' END, CASE WHEN announced_from IS NOT NULL THEN 'announced' END,
          CASE WHEN valuation_text IS NOT NULL THEN 'valuation' END], NULL),
        locator, kind, NULLIF(concat_ws(' · ', round, amount_text, valuation_text), ''), seen, doubt_zh, doubt_en, note_zh, note_en
      FROM funding_statement WHERE source_id = ${id}
      LIMIT ${10 * mostTold}
    )
    SELECT s.record_id AS id, r.kind, r.slug, s.fields, s.locator, s.evidence, s.stated, s.seen,
      ${bilingualOrNull('s.doubt')} AS doubt,
      ${bilingualOrNull('s.note')} AS note
    FROM said s CROSS JOIN LATERAL (SELECT kind, slug FROM "record" WHERE id = s.record_id OFFSET 0) AS r
    ORDER BY r.kind, r.slug, s.position LIMIT ${mostTold}`;
  const names = await namesOfRecords(
    facts,
    said.map((each) => each.id),
  );
  return said.flatMap(({ id: of, ...statement }) => {
    const named = names.get(of);
    return named ? [{ ...statement, name: named.name, owner: named.owner }] : [];
  });
}
