import type { Bilingual } from './bilingual';
import { type SecondHandVia, type SourceVia, secondHandVia } from './source-via';

/** How a source knows: it measured, it repeats a claim, or it estimates. From the surest to the least sure. */
export const evidenceKinds = ['measured', 'claimed', 'estimated'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** The document behind a statement. `published` is a partial date: '2023', '2023-Q1', '2023-02' or '2023-02-24'. */
export type EvidenceSource = {
  slug: string;
  title: string;
  publisher: string | null;
  url: string | null;
  /** Was its publisher's page read, a copy, or a digest? null: not on record. */
  via: SourceVia | null;
  /** Who republished or summarised it. */
  carrier: string | null;
  published: string | null;
};

/** What one source says about one field of one record. */
export type Evidence = {
  field: string[];
  kind: EvidenceKind;
  source: EvidenceSource;
  /** The place in the source, as a person would look it up. */
  locator: string | null;
  /** The source's own words for the figure, where they matter. */
  stated: string | null;
  /** What an editor doubts about the statement. */
  doubt: Bilingual | null;
  note: Bilingual | null;
  /** False where nobody of this project has read the source itself. */
  seen: boolean;
};

/** The kind of the surest statement, or null where there is none. */
export function surestKind(evidence: readonly Evidence[]): EvidenceKind | null {
  return evidenceKinds.find((kind) => evidence.some((each) => each.kind === kind)) ?? null;
}

/** The statements by their sources, in the order in which each source comes first. */
export function bySource(evidence: readonly Evidence[]): Evidence[][] {
  const found = new Map<string, Evidence[]>();
  for (const each of evidence) {
    const own = found.get(each.source.slug);
    if (own) own.push(each);
    else found.set(each.source.slug, [each]);
  }
  return [...found.values()];
}

/** Through what a figure is known where no source of it was read at its publisher; null where one was, or may have been. */
export function secondHandOf(evidence: readonly Evidence[]): SecondHandVia | null {
  return secondHandVia(evidence.map(({ source, seen }) => ({ via: source.via, seen })));
}
