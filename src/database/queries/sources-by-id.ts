import type { EvidenceSource } from '@/domain/evidence';
import { type Precision, partialDateOf } from '@/domain/partial-date';
import type { Facts } from '../reading';
import { partialDateOrNull } from '../sql-fragments';

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
    SELECT id, slug, title, publisher, url, via, carrier, ${partialDateOrNull('published')} AS published
    FROM source WHERE id = ANY(${ids}::int[])`;
  return new Map(
    rows.map(({ id, published, ...source }) => [
      id,
      { ...source, published: published === null ? null : partialDateOf(published) },
    ]),
  );
}
