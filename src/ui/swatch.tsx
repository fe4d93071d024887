import type { CSSProperties } from 'react';
import { type Colour, cssColour } from '@/domain/palette';

type Variables = CSSProperties & { '--swatch': string };

/** A small field of colour beside a name. Decorative: the name says the same. `bar` draws it flat, `hollow` its edge alone. */
export function Swatch({
  colour,
  bar = false,
  hollow = false,
}: {
  colour: Colour;
  bar?: boolean;
  hollow?: boolean;
}) {
  const style: Variables = { '--swatch': cssColour(colour) };
  const names = ['swatch', ...(bar ? ['swatch-layer'] : []), ...(hollow ? ['swatch-hollow'] : [])];
  return <span className={names.join(' ')} style={style} aria-hidden="true" />;
}
