import type { ComponentType, ReactNode } from 'react';
import { type Lang, languages } from '@/domain/bilingual';
import type { Colour } from '@/domain/palette';
import type { ChartState } from '@/linking/parameters';

/** What a chart's drawing is made from; `width` in pixels. */
export interface Scene<State extends ChartState, Row> {
  rows: readonly Row[];
  state: State;
  lang: Lang;
  width: number;
}

/** What a family draws on. Size in pixels; `paint` turns a palette colour into what the rendering needs. */
export interface Canvas {
  width: number;
  height: number;
  paint: (colour: Colour) => string;
  /** Prefix for ids inside the picture; unique on its page. */
  id: string;
}

/** A family with the content that a chart gave it. */
export interface Drawing {
  /** The height that the content needs at a width, in pixels. */
  height(width: number): number;
  /** The side of its marks that is as long as their value; null where a value is told by place, colour or thickness. */
  length: 'width' | 'height' | null;
  /** Is nothing drawn without a window (Recharts)? */
  needsWindow: boolean;
  draw(canvas: Canvas): ReactNode;
}

/** The drawing of a chart: names its family and gives its content. Pure. */
export type ChartDrawing<State extends ChartState, Row> = (scene: Scene<State, Row>) => Drawing;

/** A drawing whose state and rows are not known to the type checker. */
export type AnyDrawing = ChartDrawing<ChartState, unknown>;

/**
 * A family of drawings: what is drawn alike, whatever it is about. It draws the content of an `svg`, or, where it needs a
 * window, something that holds one.
 */
export function family<Content>(
  height: (content: Content, width: number) => number,
  Draw: ComponentType<Canvas & { content: Content }>,
  { length = null, needsWindow = false }: Partial<Pick<Drawing, 'length' | 'needsWindow'>> = {},
): (content: Content) => Drawing {
  return (content) => ({
    height: (width) => height(content, width),
    length,
    needsWindow,
    draw: (canvas) => {
      const drawn = <Draw {...canvas} content={content} />;
      return needsWindow ? drawn : <svg aria-hidden="true">{drawn}</svg>;
    },
  });
}

/** The height that the rows need at a width, in whichever language they need more. */
export function heightOf(
  drawing: AnyDrawing,
  { rows, state, width }: Omit<Scene<ChartState, unknown>, 'lang'>,
): number {
  return Math.max(...languages.map((lang) => drawing({ rows, state, lang, width }).height(width)));
}
