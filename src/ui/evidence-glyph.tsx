import type { EvidenceKind } from '@/domain/evidence';

type Props = {
  kind: EvidenceKind;
  /** False draws the outline dashed: the source was not read. */
  seen?: boolean;
  /** True takes the accent colour. */
  doubt?: boolean;
};

/** ● measured, ◐ claimed, ○ estimated. Decorative: the words stand beside it or in its button's label. */
export function EvidenceGlyph({ kind, seen = true, doubt = false }: Props) {
  return (
    <svg
      className="evidence-glyph"
      viewBox="0 0 10 10"
      aria-hidden="true"
      data-doubt={doubt ? '' : undefined}
    >
      <circle cx="5" cy="5" r="4" strokeDasharray={seen ? undefined : '2.1 2.08'} />
      {kind === 'measured' ? <circle className="full" cx="5" cy="5" r={seen ? 4 : 2.5} /> : null}
      {kind === 'claimed' ? (
        <path className="full" d={seen ? 'M5 1a4 4 0 0 0 0 8z' : 'M5 2.5a2.5 2.5 0 0 0 0 5z'} />
      ) : null}
    </svg>
  );
}
