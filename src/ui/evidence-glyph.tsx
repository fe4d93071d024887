import type { EvidenceKind } from '@/domain/evidence';

export type GlyphProps = {
  kind: EvidenceKind;
  /** False draws the outline dashed: the source was not read. */
  seen?: boolean;
  /** True takes the accent colour. */
  doubt?: boolean;
};

/** What evidence.css draws a glyph from: on a glyph of its own, or on the button of a mark. */
export function glyphData({ kind, seen = true, doubt = false }: GlyphProps) {
  return {
    'data-sure': kind,
    'data-unseen': seen ? undefined : '',
    'data-doubt': doubt ? '' : undefined,
  };
}

/** ● measured, ◐ claimed, ○ estimated. Decorative: the words stand beside it. */
export function EvidenceGlyph(props: GlyphProps) {
  return <span className="evidence-glyph" aria-hidden="true" {...glyphData(props)} />;
}
