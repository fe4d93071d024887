import type { Facts } from '../reading';

/** Every name of every organization, names before aliases, with the slug that it leads to. */
export async function namesOfOrganizations(facts: Facts): Promise<{ name: string; slug: string }[]> {
  return facts.db.$queryRaw<{ name: string; slug: string }[]>`
    SELECT name, slug FROM (
      SELECT o.name_zh AS name, o.slug, 0 AS rank FROM organization o
      UNION SELECT o.name_en, o.slug, 0 FROM organization o
      UNION SELECT alias, o.slug, 1 FROM organization o CROSS JOIN unnest(o.aliases) AS alias
    ) AS names ORDER BY rank, slug, name`;
}
