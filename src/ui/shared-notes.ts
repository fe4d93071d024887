import { bySource, type Evidence, surestKind } from '@/domain/evidence';

/** A mark to come: its `id`, and what its note would say. */
export type MarkToCome = {
  id: string;
  evidence: readonly Evidence[];
  inFull?: string;
  disputed?: boolean;
};

/** What a mark is given so that it brings no note of its own, or says that others open its note too. */
export type SharedNote = { sameAs?: string; shared?: boolean };

const inFullOf = (evidence: readonly Evidence[]) =>
  evidence.map(({ source, field: _, ...statement }) => [source.slug, statement]);

/** What `EvidenceInBrief` tells: the sources, and of each how sure it is. */
const inBriefOf = (evidence: readonly Evidence[]) => [
  evidence.length,
  ...bySource(evidence).map((statements) => [
    statements[0]?.source.slug,
    surestKind(statements),
    statements.some(({ seen }) => seen),
    statements.some(({ doubt }) => doubt !== null),
  ]),
];

/** Marks of one table whose notes would say the same, word by word, open the note of the first of them. By their ids. */
export function sharedNotes(marks: readonly MarkToCome[]): Map<string, SharedNote> {
  const alike = new Map<string, string[]>();
  for (const { id, evidence, inFull, disputed } of marks) {
    if (evidence.length === 0) continue;
    const said = inFull === undefined ? inFullOf(evidence) : inBriefOf(evidence);
    const key = JSON.stringify([said, inFull, disputed]);
    alike.set(key, [...(alike.get(key) ?? []), id]);
  }
  return new Map(
    [...alike.values()].flatMap(([first, ...others]): [string, SharedNote][] =>
      first === undefined || others.length === 0
        ? []
        : [[first, { shared: true }], ...others.map((id): [string, SharedNote] => [id, { sameAs: first }])],
    ),
  );
}
