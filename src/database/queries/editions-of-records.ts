import type { Facts } from '../reading';

/** When a record first appeared and when it last changed. */
export interface EditionsOfRecord {
  id: number;
  first: number;
  last: number;
  published: Date;
  updated: Date;
}

/** First and last edition of these records, what changed last first, at most `limit`. */
export async function editionsOfRecords(
  facts: Facts,
  ids: readonly number[],
  limit: number,
): Promise<EditionsOfRecord[]> {
  return facts.db.$queryRaw<EditionsOfRecord[]>`
    SELECT span.id, span.first, span.last, a.published, b.published AS updated FROM (
      SELECT record_id AS id, min(edition) AS first, max(edition) AS last FROM public.change
      WHERE "table" = 'record' AND record_id = ANY(${[...ids]}::int[]) AND edition <= ${facts.edition}
      GROUP BY record_id ORDER BY max(edition) DESC, record_id DESC LIMIT ${limit}
    ) AS span JOIN public.edition a ON a.number = span.first JOIN public.edition b ON b.number = span.last
    ORDER BY span.last DESC, span.id DESC`;
}
