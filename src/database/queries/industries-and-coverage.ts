import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import type { Facts } from '../reading';
import { bilingual, bilingualOrNull, slugAndName } from '../sql-fragments';
import { evidenceOfRecords } from './evidence-of-records';

/** An organization that a source says serves an industry. */
export interface CoverageOnRecord {
  id: number;
  organization: { slug: string; name: Bilingual };
  note: Bilingual | null;
  evidence: Evidence[];
}

/** An industry, and who is said to serve it whether or not a model or product is known. */
export interface IndustryWithCoverage {
  id: number;
  slug: string;
  name: Bilingual;
  aliases: string[];
  note: Bilingual | null;
  evidence: Evidence[];
  coverages: CoverageOnRecord[];
}

type Row = Omit<IndustryWithCoverage, 'evidence' | 'coverages'> & {
  coverages: Omit<CoverageOnRecord, 'evidence'>[];
};

/** Which industries are on record, and who is said to serve each? All of them, or those with these ids; by slug. */
export async function industriesAndCoverage(
  facts: Facts,
  ids?: readonly number[],
): Promise<IndustryWithCoverage[]> {
  const only = ids === undefined ? null : [...ids];
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT i.id, i.slug, ${bilingual('i.name')} AS name, i.aliases,
      ${bilingualOrNull('i.note')} AS note,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id,
          'organization', ${slugAndName('o')},
          'note', ${bilingualOrNull('c.note')})
          ORDER BY o.slug), '[]')
        FROM coverage c JOIN organization o ON o.id = c.organization_id WHERE c.industry_id = i.id) AS coverages
    FROM industry i WHERE ${only}::int[] IS NULL OR i.id = ANY(${only}::int[]) ORDER BY i.slug`;
  const evidence = await evidenceOfRecords(
    facts,
    rows.flatMap(({ id, coverages }) => [id, ...coverages.map((each) => each.id)]),
  );
  return rows.map((row) => ({
    ...row,
    evidence: evidence.get(row.id) ?? [],
    coverages: row.coverages.map((each) => ({ ...each, evidence: evidence.get(each.id) ?? [] })),
  }));
}
