import type { Facts } from '../reading';

/** How late funding news reaches the facts. */
export interface EntryDelay {
  /** The day on which the edition was published, in China; null before the first. */
  asOf: string | null;
  /** Events entered by people after the announcement was dated; the starting facts came all at once and say nothing. */
  measured: number;
  /** Days from announcement to entry within which nine of ten events came; null where none was measured. */
  days: number | null;
}

/** From the log up to this edition: the first edition of each funding event, against the day of its announcement. */
export async function delayOfEntries(facts: Facts): Promise<EntryDelay> {
  const rows = await facts.db.$queryRaw<{ measured: number; days: number | null }[]>`
    SELECT count(*)::int AS measured, percentile_disc(0.9) WITHIN GROUP (ORDER BY delay) AS days
    FROM (
      SELECT greatest(0, (e.published AT TIME ZONE 'Asia/Shanghai')::date - f.announced_to) AS delay
      FROM funding_event f
        JOIN LATERAL (
          SELECT min(c.edition) AS first FROM public.change c
          WHERE c."table" = 'funding_event' AND c.record_id = f.id AND c.edition <= ${facts.edition}::int
        ) entry ON true
        JOIN public.edition e ON e.number = entry.first
      WHERE f.announced_to IS NOT NULL AND f.announced_precision IN ('day', 'month')
        AND e.origin NOT IN ('starting-facts', 'import')
    ) AS delays`;
  const [row] = rows;
  const asOf = facts.published
    ? facts.published.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
    : null;
  return { asOf, measured: row?.measured ?? 0, days: row?.days ?? null };
}
