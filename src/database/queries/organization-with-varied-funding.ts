import type { Facts } from '../reading';

/** An example need not be the best of a million: it is looked for among the events that were entered first. */
const looked = 500;

/**
 * Whose funding shows best how a total is made: money that counts, something undisclosed, and the most different
 * reasons to leave an event out? Its slug, or null where no organization has an event that counts and one that does not.
 */
export async function organizationWithVariedFunding(facts: Facts): Promise<string | null> {
  const rows = await facts.db.$queryRaw<{ slug: string }[]>`
    SELECT o.slug FROM (SELECT * FROM funding_event ORDER BY id LIMIT ${looked}) AS f JOIN organization o ON o.id = f.organization_id
    GROUP BY o.id, o.slug
    HAVING bool_or(f.raised AND f.amount_min IS NOT NULL) AND bool_or(NOT f.raised)
    ORDER BY count(DISTINCT f.left_out_en) DESC, bool_or(f.raised AND f.amount_min IS NULL AND f.amount_max IS NULL) DESC,
      count(*) DESC, o.slug LIMIT 1`;
  return rows[0]?.slug ?? null;
}
