import { type Evidence, type EvidenceKind, type EvidenceSource, surestKind } from '@/domain/evidence';
import type { BasisRecord, ChartData } from './definition';

/** A source behind a chart: for how many of its records, and the surest kind of what it says. */
export type ChartSource = EvidenceSource & { records: number; kind: EvidenceKind; seen: boolean };

/** Everything that the figures come from, each record once. */
export function recordsOf(data: Pick<ChartData<unknown>, 'basis'>): BasisRecord[] {
  return [...new Map(data.basis.flat().map((record) => [record.path, record])).values()];
}

/** The sources of the figures, the one behind most records first. */
export function sourcesOf(data: Pick<ChartData<unknown>, 'basis'>): ChartSource[] {
  const bySlug = new Map<string, { source: EvidenceSource; evidence: Evidence[]; records: Set<string> }>();
  for (const record of recordsOf(data)) {
    for (const evidence of record.evidence) {
      const entry = bySlug.get(evidence.source.slug) ?? {
        source: evidence.source,
        evidence: [],
        records: new Set(),
      };
      entry.evidence.push(evidence);
      entry.records.add(record.path);
      bySlug.set(evidence.source.slug, entry);
    }
  }
  return [...bySlug.values()]
    .map(({ source, evidence, records }) => ({
      ...source,
      records: records.size,
      kind: surestKind(evidence) ?? 'estimated',
      seen: evidence.some((each) => each.seen),
    }))
    .sort((a, b) => b.records - a.records || (a.slug < b.slug ? -1 : 1));
}
