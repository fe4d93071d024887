import { type Colour, cssColour, type Theme } from '@/domain/palette';

/** Colours for a rendering: CSS variables in pages, so that they follow the reader's theme, hex values in files. */
export function paintFor(theme: Theme | 'page'): (colour: Colour) => string {
  return theme === 'page' ? cssColour : (colour) => colour[theme];
}
