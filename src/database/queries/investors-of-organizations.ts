import type { Bilingual } from '@/domain/bilingual';
import type { FundingType, ParticipationRole } from '@/domain/records/funding-event';
import type { Facts } from '../reading';

/** An organization by name; `formerSlugs` are those of records that were merged into it. */
export interface InvestingOrganization {
  slug: string;
  name: Bilingual;
  formerSlugs: string[];
}

/** A funding event and who took part in it, in the order of its source. */
export interface InvestedEvent {
  id: number;
  slug: string;
  company: InvestingOrganization;
  type: FundingType;
  round: string | null;
  roundFamily: string;
  /** First and last day that the announcement may have been on; null where no source dates it. */
  announced: { from: string; to: string } | null;
  /** A role of null was not stated. */
  investors: (InvestingOrganization & { role: ParticipationRole | null })[];
}

type Row = Omit<InvestedEvent, 'announced'> & { from: string | null; to: string | null };

/** Who took part in which funding event, and as what? Oldest first; events without investors are among them. */
export async function investorsOfOrganizations(facts: Facts): Promise<InvestedEvent[]> {
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT f.id, f.slug, f.type, f.round, f.round_family AS "roundFamily",
      f.announced_from::text AS "from", f.announced_to::text AS "to",
      jsonb_build_object('slug', o.slug, 'name', jsonb_build_object('zh', o.name_zh, 'en', o.name_en),
        'formerSlugs', ARRAY(SELECT r.slug FROM "record" r WHERE r.merged_into = o.id ORDER BY r.slug)) AS company,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('slug', i.slug, 'name', jsonb_build_object('zh', i.name_zh, 'en', i.name_en),
          'formerSlugs', ARRAY(SELECT r.slug FROM "record" r WHERE r.merged_into = i.id ORDER BY r.slug), 'role', p.role)
          ORDER BY p.position)
        FROM participation p JOIN organization i ON i.id = p.investor_id WHERE p.record_id = f.id
      ), '[]') AS investors
    FROM funding_event f JOIN organization o ON o.id = f.organization_id
    ORDER BY f.announced_from NULLS LAST, f.slug`;
  return rows.map(({ from, to, ...row }) => ({
    ...row,
    announced: from === null || to === null ? null : { from, to },
  }));
}
