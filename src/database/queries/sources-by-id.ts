import type { EvidenceSource } from '@/domain/evidence';
import { type Precision, partialDateOf } from '@/domain/partial-date';
import type { Facts } from '../reading';

type Row = Omit<EvidenceSource, 'published'> & {
  id: number;
  published: { from: string; to: string; precision: Precision } | null;
};

/** Which documents are these, by record id? */
export async function sourcesById(
  facts: Facts,
  ids: readonly number[],
): Promise<Map<number, EvidenceSource>> {
  if (ids.length === 0) return new Map();
  const rows = await facts.db.$queryRaw<Row[]>`
    SELECT id, slug, title, publisher, url, via, carrier, CASE WHEN published_from IS NOT NULL THEN
      jsonb_build_object('from', published_from, 'to', published_to, 'precision', published_precision) END AS published
    FROM source WHERE id = ANY(${ids}::int[])`;
  return new Map(
    rows.map(({ id, published, ...source }) => [
      id,
      { ...source, published: published === null ? null : partialDateOf(published) },
    ]),
  );
}
