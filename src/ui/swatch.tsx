import type { CSSProperties } from 'react';
import { type Colour, cssColour } from '@/domain/palette';

type Variables = CSSProperties & { '--swatch': string };

/** A small field of colour beside a name. Decorative: the name says the same. `bar` draws it flat. */
export function Swatch({ colour, bar = false }: { colour: Colour; bar?: boolean }) {
  const style: Variables = { '--swatch': cssColour(colour) };
  return <span className={bar ? 'swatch swatch-layer' : 'swatch'} style={style} aria-hidden="true" />;
}
