import type { Bilingual } from '@/domain/bilingual';
import type { Facts } from '../reading';
import { bilingual } from '../sql-fragments';

/** A record as a person would name it, and whom it is about. */
export interface NamedRecord {
  name: Bilingual;
  /** Slug of the organization or indicator whose page shows the record, where it has none of its own. */
  owner: string | null;
  /** The organization that it is, or is of. */
  vendor: { slug: string; name: Bilingual } | null;
  /** The indicator that it is, or is a value of. */
  indicator: { slug: string; name: Bilingual } | null;
}

type Row = {
  id: number;
  zh: string;
  en: string;
  owner: string | null;
  vendor: number | null;
  indicator: number | null;
};

/** What are these records called, and which organization or indicator are they about? By record id. */
export async function namesOfRecords(
  facts: Facts,
  ids: readonly number[],
): Promise<Map<number, NamedRecord>> {
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT id, name_zh AS zh, name_en AS en, NULL::text AS owner, id AS vendor, NULL::int AS indicator FROM organization WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en, NULL, vendor_id, NULL FROM model WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT p.id, p.name_zh, p.name_en, o.slug, o.id, NULL FROM platform p JOIN organization o ON o.id = p.vendor_id WHERE p.id = ANY(${ids}::int[])
    UNION ALL SELECT p.id, p.name_zh, p.name_en, o.slug, o.id, NULL FROM product p JOIN organization o ON o.id = p.vendor_id WHERE p.id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en, NULL, NULL, NULL FROM industry WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en, NULL, NULL, NULL FROM layer WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, name_zh, name_en, NULL, NULL, id FROM indicator WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT b.id, i.name_zh || '：' || b.subject_zh, i.name_en || ': ' || b.subject_en, i.slug,
        coalesce(m.vendor_id, p.vendor_id, o.id), i.id
      FROM observation b JOIN indicator i ON i.id = b.indicator_id LEFT JOIN model m ON m.id = b.about_id
        LEFT JOIN product p ON p.id = b.about_id LEFT JOIN organization o ON o.id = b.about_id WHERE b.id = ANY(${ids}::int[])
    UNION ALL SELECT p.id, o.name_zh || ' · ' || l.name_zh, o.name_en || ' · ' || l.name_en, o.slug, o.id, NULL
      FROM placement p JOIN organization o ON o.id = p.organization_id JOIN layer l ON l.id = p.layer_id WHERE p.id = ANY(${ids}::int[])
    UNION ALL SELECT c.id, o.name_zh || ' · ' || i.name_zh, o.name_en || ' · ' || i.name_en, o.slug, o.id, NULL
      FROM coverage c JOIN organization o ON o.id = c.organization_id JOIN industry i ON i.id = c.industry_id WHERE c.id = ANY(${ids}::int[])
    UNION ALL SELECT p.id, o.name_zh, o.name_en, o.slug, o.id, NULL FROM position p JOIN organization o ON o.id = p.organization_id WHERE p.id = ANY(${ids}::int[])
    UNION ALL SELECT f.id, concat_ws(' ', o.name_zh, f.round), concat_ws(' ', o.name_en, f.round), NULL, o.id, NULL
      FROM funding_event f JOIN organization o ON o.id = f.organization_id WHERE f.id = ANY(${ids}::int[])
    UNION ALL SELECT id, person_zh, person_en, NULL, coalesce(organization_id, joined_id), NULL FROM people_move WHERE id = ANY(${ids}::int[])
    UNION ALL SELECT id, title_zh, title_en, NULL, NULL, NULL FROM thesis WHERE id = ANY(${ids}::int[])`;
  const about = [
    ...new Set(rows.flatMap(({ vendor, indicator }) => [vendor, indicator].filter((id) => id !== null))),
  ];
  const named = await facts.db.$queryRaw<{ id: number; slug: string; name: Bilingual }[]>`
    SELECT id, slug, ${bilingual('name')} AS name FROM organization WHERE id = ANY(${about}::int[])
    UNION ALL SELECT id, slug, ${bilingual('name')} FROM indicator WHERE id = ANY(${about}::int[])`;
  const byId = new Map(named.map(({ id, slug, name }) => [id, { slug, name }]));
  const at = (id: number | null) => (id === null ? null : (byId.get(id) ?? null));
  return new Map(
    rows.map(({ id, zh, en, owner, vendor, indicator }) => [
      id,
      { name: { zh, en }, owner, vendor: at(vendor), indicator: at(indicator) },
    ]),
  );
}
