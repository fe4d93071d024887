import type { EvidenceKind } from '@/domain/evidence';
import type { SecondHandVia } from '@/domain/source-via';

export type GlyphProps = {
  kind: EvidenceKind;
  /** False draws the outline dashed: the source was not read. */
  seen?: boolean;
  /** True takes the accent colour. */
  doubt?: boolean;
  /** Known only through copies or digests: a diamond in place of the circle. */
  secondHand?: SecondHandVia | null;
};

/** What evidence.css draws a glyph from: on a glyph of its own, or on the button of a mark. */
export function glyphData({ kind, seen = true, doubt = false, secondHand = null }: GlyphProps) {
  return {
    'data-sure': kind,
    'data-unseen': seen ? undefined : '',
    'data-doubt': doubt ? '' : undefined,
    'data-second-hand': secondHand ?? undefined,
  };
}

/** ● measured, ◐ claimed, ○ estimated; ◆, ◈, ◇ where it is known second-hand. Decorative: the words stand beside it. */
export function EvidenceGlyph(props: GlyphProps) {
  return <span className="evidence-glyph" aria-hidden="true" {...glyphData(props)} />;
}
