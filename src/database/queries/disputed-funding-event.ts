import type { Facts } from '../reading';

/** An example need not be the best of a million: it is looked for among the events that were entered first. */
const looked = 500;

/** Which event shows best that sources differ: most standing statements, both bounds known and apart? Its id, or null. */
export async function disputedFundingEvent(facts: Facts): Promise<number | null> {
  const rows = await facts.db.$queryRaw<{ id: number }[]>`
    SELECT f.id FROM (
      SELECT id, slug FROM (SELECT * FROM funding_event ORDER BY id LIMIT ${looked}) AS first
      WHERE raised AND amount_min < amount_max
    ) AS f CROSS JOIN LATERAL (
      SELECT source_id, amount_text FROM funding_statement WHERE record_id = f.id AND standing = 'stands' OFFSET 0
    ) AS s
    GROUP BY f.id, f.slug HAVING count(DISTINCT s.source_id) > 1 AND count(DISTINCT s.amount_text) > 1
    ORDER BY count(DISTINCT s.source_id) DESC, f.slug LIMIT 1`;
  return rows[0]?.id ?? null;
}
