import type { Bilingual } from '@/domain/bilingual';
import type { EvidenceKind } from '@/domain/evidence';
import type { RecordKind } from '@/domain/records/record';
import type { Facts } from '../reading';

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
      CASE WHEN s.doubt_zh IS NOT NULL THEN jsonb_build_object('zh', s.doubt_zh, 'en', s.doubt_en) END AS doubt,
      CASE WHEN s.note_zh IS NOT NULL THEN jsonb_build_object('zh', s.note_zh, 'en', s.note_en) END AS note
    FROM said s CROSS JOIN LATERAL (SELECT kind, slug FROM "record" WHERE id = s.record_id OFFSET 0) AS r
    ORDER BY r.kind, r.slug, s.position LIMIT ${mostTold}`;
  const names = await namesAndOwners(
    facts,
    said.map((each) => each.id),
  );
  return said.flatMap(({ id: of, ...statement }) => {
    const named = names.get(of);
    return named ? [{ ...statement, ...named }] : [];
  });
}

/** A record by its name, and whose page shows it where it has none of its own. */
export type Named = Pick<StatementOfSource, 'name' | 'owner'>;

/** The records as a person would name them. */
export async function namesAndOwners(facts: Facts, ids: readonly number[]): Promise<Map<number, Named>> {
  const rows = await facts.db.$queryRaw<{ id: number; zh: string; en: string; owner: string | null }[]>`
    SELECT id, name_zh AS zh, name_en AS en, NULL::text AS owner FROM organization WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en, NULL FROM model WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT p.id, p.name_zh, p.name_en, o.slug FROM platform p JOIN organization o ON o.id = p.vendor_id WHERE p.id = ANY(${ids}::int[])
    UNION ALL SELECT p.id, p.name_zh, p.name_en, o.slug FROM product p JOIN organization o ON o.id = p.vendor_id WHERE p.id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en, NULL FROM industry WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en, NULL FROM layer WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en, NULL FROM indicator WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT b.id, i.name_zh || '：' || b.subject_zh, i.name_en || ': ' || b.subject_en, i.slug
      FROM observation b JOIN indicator i ON i.id = b.indicator_id WHERE b.id = ANY(${ids}::int[])
    UNION ALL SELECT p.id, o.name_zh || ' · ' || l.name_zh, o.name_en || ' · ' || l.name_en, o.slug
      FROM placement p JOIN organization o ON o.id = p.organization_id JOIN layer l ON l.id = p.layer_id WHERE p.id = ANY(${ids}::int[])
    UNION ALL SELECT c.id, o.name_zh || ' · ' || i.name_zh, o.name_en || ' · ' || i.name_en, o.slug
      FROM coverage c JOIN organization o ON o.id = c.organization_id JOIN industry i ON i.id = c.industry_id WHERE c.id = ANY(${ids}::int[])
    UNION ALL SELECT p.id, o.name_zh, o.name_en, o.slug FROM position p JOIN organization o ON o.id = p.organization_id WHERE p.id = ANY(${ids}::int[])
    UNION ALL SELECT f.id, concat_ws(' ', o.name_zh, f.round), concat_ws(' ', o.name_en, f.round), NULL
      FROM funding_event f JOIN organization o ON o.id = f.organization_id WHERE f.id = ANY(${ids}::int[])
    UNION ALL SELECT id, person_zh, person_en, NULL FROM people_move WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, title_zh, title_en, NULL FROM thesis WHERE id = ANY(${ids}::int[])`;
  return new Map(rows.map(({ id, zh, en, owner }) => [id, { name: { zh, en }, owner }]));
}
