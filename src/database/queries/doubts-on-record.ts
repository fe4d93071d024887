import type { Bilingual } from '@/domain/bilingual';
import type { EvidenceKind } from '@/domain/evidence';
import type { RecordKind } from '@/records/record';
import type { Facts } from '../reading';
import { bilingualOrNull } from '../sql-fragments';

/** A statement that an editor doubts, or that its source gives as an estimate. */
export interface DoubtedStatement {
  id: number;
  kind: RecordKind;
  slug: string;
  /** Its number on the record, citations and statements of funding apart. */
  position: number;
  part: 'citation' | 'statement';
  fields: string[];
  evidence: EvidenceKind;
  locator: string | null;
  stated: string | null;
  doubt: Bilingual | null;
  note: Bilingual | null;
  source: { slug: string; title: string };
}

/** Which statements are doubted, or estimates? By kind of record and slug. */
export async function doubtedStatements(facts: Facts): Promise<DoubtedStatement[]> {
  return facts.db.$queryRaw<DoubtedStatement[]>`
    WITH said AS (
      SELECT record_id, position, 'citation' AS part, fields, kind, locator, stated, source_id, doubt_zh, doubt_en, note_zh, note_en
      FROM citation WHERE doubt_zh IS NOT NULL OR kind = 'estimated'
      UNION ALL SELECT record_id, position, 'statement', ARRAY_REMOVE(ARRAY[CASE WHEN amount_kind IS NOT NULL THEN 'amount' END,
          CASE WHEN round IS NOT NULL THEN 'round' END, CASE WHEN announced_from IS NOT NULL THEN 'announced' END,
          CASE WHEN valuation_text IS NOT NULL THEN 'valuation' END], NULL),
        kind, locator, NULLIF(concat_ws(' · ', round, amount_text, valuation_text), ''), source_id, doubt_zh, doubt_en, note_zh, note_en
      FROM funding_statement WHERE doubt_zh IS NOT NULL OR kind = 'estimated'
    )
    SELECT s.record_id AS id, r.kind, r.slug, s.position, s.part, s.fields, s.kind AS evidence, s.locator, s.stated,
      ${bilingualOrNull('s.doubt')} AS doubt,
      ${bilingualOrNull('s.note')} AS note,
      jsonb_build_object('slug', o.slug, 'title', o.title) AS source
    FROM said s JOIN "record" r ON r.id = s.record_id JOIN source o ON o.id = s.source_id
    ORDER BY r.kind, r.slug, s.part, s.position`;
}

/** On which funding events do statements that stand say different things? Different need not be contradictory. */
export async function eventsWithVariedStatements(facts: Facts): Promise<number[]> {
  const rows = await facts.db.$queryRaw<{ id: number }[]>`
    SELECT record_id AS id FROM funding_statement WHERE standing = 'stands'
    GROUP BY record_id HAVING count(DISTINCT (amount_currency, amount_min, amount_max)) FILTER (WHERE amount_kind <> 'undisclosed') > 1
      OR count(DISTINCT round) > 1 OR count(DISTINCT (announced_from, announced_to)) FILTER (WHERE announced_from IS NOT NULL) > 1
      OR count(DISTINCT (valuation_currency, valuation_min, valuation_max)) FILTER (WHERE valuation_text IS NOT NULL) > 1
    ORDER BY record_id`;
  return rows.map(({ id }) => id);
}
