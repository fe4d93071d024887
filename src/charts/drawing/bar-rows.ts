import { labelLines } from './row-label';
import { textWidth, wrapText } from './text-width';
import { lineHeight, type } from './type';

/** A run of a bar, end to end with the one before it. `column` and `value` are those of the table. */
export type BarPiece<Colour> = { column: string; value: number; colour: Colour };

/** One bar: what is sure, and, hatched, what is possible. */
export type Bar<Colour> = {
  pieces: readonly BarPiece<Colour>[];
  /** Up to where it may go; null where the pieces are all. */
  ceiling: { column: string; value: number } | null;
  /** Nothing says where it ends: an arrow. */
  open: boolean;
  /** The figure in words. */
  text: string;
};

/** One row: its label, a bar for every panel, and all figures in one line for where there is one panel only. */
export type BarRow<Colour> = {
  key: string;
  label: string;
  bars: readonly Bar<Colour>[];
  caption: string;
  tip: readonly { label: string; text: string; colour?: Colour }[];
};

/** A column of bars on one scale. */
export type BarPanel = {
  title: string;
  ticks: readonly number[];
  tick: (value: number) => string;
  /** Its share of the width beside other panels. */
  share: number;
};

export type BarContent<Colour> = { panels: readonly BarPanel[]; rows: readonly BarRow<Colour>[] };

/** Where everything stands. All in pixels; `rows[n].height` includes the space between rows. */
export type BarLayout = {
  label: number;
  head: number;
  panels: { x: number; width: number; scale: number; beside: boolean }[];
  /** `bar` is the top of the bar and `middle` of the label, from `y`. */
  rows: { y: number; height: number; bar: number; middle: number; lines: string[][] }[];
  height: number;
};

const gap = 8;
/** The height of a bar. */
export const barHeight = 15;
/** The room that the arrow of an open bar takes. */
export const arrowWidth = 18;
const captionHeight = 15;
const panelGap = 26;
/** From this width on, panels stand side by side; below it the first one stands alone and the caption tells the others. */
const roomForPanels = 600;

/** Lays rows out at a width. */
export function layBars<Colour>({ panels, rows }: BarContent<Colour>, width: number): BarLayout {
  const narrow = width < roomForPanels;
  const longest = Math.max(0, ...rows.map((row) => textWidth(row.label, type.label)));
  const label = Math.min(longest, Math.round(width * (narrow ? 0.34 : 0.26))) + 10;
  const shown = narrow ? panels.slice(0, 1) : panels;
  const shares = shown.reduce((sum, panel) => sum + panel.share, 0);
  const room = width - label - panelGap * (shown.length - 1) - 6;
  const words = (row: BarRow<Colour>, panel: number) =>
    narrow ? row.caption : (row.bars[panel]?.text ?? '');
  let x = label;
  const placed = shown.map((panel, at) => {
    const own = (room * panel.share) / shares;
    const most = Math.max(
      0,
      ...rows.map((row) => textWidth(words(row, at), type.number) + (row.bars[at]?.open ? arrowWidth : 0)),
    );
    const beside = most + 10 <= own * (narrow ? 0.4 : 0.55);
    const result = { x, width: own, scale: beside ? own - most - 10 : own - arrowWidth, beside };
    x += own + panelGap;
    return result;
  });
  const titled = panels.length > 1;
  const head = titled ? 40 : 22;
  let y = head;
  const laid = rows.map((row) => {
    const lines = placed.map((panel, at) =>
      panel.beside ? [words(row, at)] : wrapText(words(row, at), type.number, panel.width),
    );
    const below = Math.max(0, ...lines.map((each, at) => (placed[at]?.beside ? 0 : each.length)));
    const labelHeight = labelLines(row.label, label - 10).length * type.label * lineHeight;
    const block = barHeight + below * captionHeight + (below > 0 ? 2 : 0);
    const content = Math.max(block, labelHeight);
    const bar = Math.max(0, (labelHeight - block) / 2);
    const middle = below > 0 ? Math.max(labelHeight, barHeight) / 2 : content / 2;
    const height = content + gap + 4;
    const result = { y, height, bar, middle, lines };
    y += height;
    return result;
  });
  return { label, head, panels: placed, rows: laid, height: y + 4 };
}
