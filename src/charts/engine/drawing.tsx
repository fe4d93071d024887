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
  /** Draw tooltips and react to the pointer? Only in the browser. */
  interactive: boolean;
}

/** A family with the content that a chart gave it. */
export interface Drawing {
  /** The height that the content needs at a width, in pixels. */
  height(width: number): number;
  /** The side of its marks that is as long as their value; null where a value is told by place, colour or thickness. */
  length: 'width' | 'height' | null;
  /** Is nothing drawn without a window (Recharts)? */
  needsWindow: boolean;
  /** What `draw` needs: to be awaited before. */
  load(): Promise<void>;
  draw(canvas: Canvas): ReactNode;
}

/** The drawing of a chart: names its family and gives its content. Pure, the same in worker threads and in browsers. */
export type ChartDrawing<State extends ChartState, Row> = (scene: Scene<State, Row>) => Drawing;

/** A drawing whose state and rows are not known to the type checker. */
export type AnyDrawing = ChartDrawing<ChartState, unknown>;

type Draw<Content> = ComponentType<Canvas & { content: Content }>;

/** A family of drawings: what is drawn alike, whatever it is about. */
export function family<Content>(
  height: (content: Content, width: number) => number,
  Draw: Draw<Content>,
  length: Drawing['length'] = null,
): (content: Content) => Drawing {
  return (content) => ({
    height: (width) => height(content, width),
    length,
    needsWindow: false,
    load: () => Promise.resolve(),
    draw: (canvas) => <Draw {...canvas} content={content} />,
  });
}

/** A family whose code weighs much (Recharts): it is loaded when a chart is drawn by it. */
export function lazyFamily<Content>(made: {
  height: (content: Content, width: number) => number;
  load: () => Promise<{ Draw: Draw<Content> }>;
  length: Drawing['length'];
}): (content: Content) => Drawing {
  let Draw: Draw<Content> | undefined;
  return (content) => ({
    height: (width) => made.height(content, width),
    length: made.length,
    needsWindow: true,
    load: async () => {
      Draw ??= (await made.load()).Draw;
    },
    draw: (canvas) => Draw && <Draw {...canvas} content={content} />,
  });
}

/** The height that the rows need at a width, in whichever language they need more. */
export function heightOf(
  drawing: AnyDrawing,
  { rows, state, width }: Omit<Scene<ChartState, unknown>, 'lang'>,
): number {
  return Math.max(...languages.map((lang) => drawing({ rows, state, lang, width }).height(width)));
}
