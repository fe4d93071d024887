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

/**
 * From the log up to this edition, beginning with the editions that people made: the first edition of each funding event, against the day of its
 * announcement.
 */
export async function delayOfEntries(facts: Facts): Promise<EntryDelay> {
  const made = await facts.db.$queryRaw<{ number: number }[]>`
    SELECT number FROM public.edition WHERE origin NOT IN ('starting-facts', 'import') AND number <= ${facts.edition}::int`;
  const rows = await facts.db.$queryRaw<{ measured: number; days: number | null }[]>`
    SELECT count(*)::int AS measured, percentile_disc(0.9) WITHIN GROUP (ORDER BY delay) AS days
    FROM (
      SELECT greatest(0, (e.published AT TIME ZONE 'Asia/Shanghai')::date - f.announced_to) AS delay
      FROM public.edition e
        JOIN public.change c ON c.edition = e.number AND c."table" = 'funding_event' AND c.operation = 'insert'
        JOIN funding_event f ON f.id = c.record_id
      WHERE c.edition = ANY(${made.map(({ number }) => number)}::int[])
        AND f.announced_to IS NOT NULL AND f.announced_precision IN ('day', 'month')
        AND NOT EXISTS (SELECT FROM public.change earlier WHERE earlier.record_id = c.record_id
          AND earlier."table" = 'funding_event' AND earlier.edition < c.edition)
    ) AS delays`;
  const [row] = rows;
  const asOf = facts.published
    ? facts.published.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
    : null;
  return { asOf, measured: row?.measured ?? 0, days: row?.days ?? null };
}
