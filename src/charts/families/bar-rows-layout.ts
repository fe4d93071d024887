import { textWidth, wrapText } from '@/pictures/text-width';
import { labelLines } from './row-label';
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
};

/** A column of bars on one scale. */
export type BarPanel = {
  /** Stands above it where there are several. */
  title?: string;
  ticks: readonly number[];
  tick: (value: number) => string;
  /** Its share of the width beside other panels. */
  share: number;
};

export type BarContent<Colour> = {
  panels: readonly BarPanel[];
  rows: readonly BarRow<Colour>[];
};

/** The words of a bar: beside it on one line, or below it. */
export type BarWords = { beside: boolean; lines: string[] };

/** Where everything stands. All in pixels; `rows[n].height` includes the space between rows. */
export type BarLayout = {
  label: number;
  head: number;
  /** `scale` is the length of the axis. */
  panels: { x: number; width: number; scale: number }[];
  /** `bar` is the top of the bar and `middle` of the label, from `y`. */
  rows: { y: number; height: number; bar: number; middle: number; words: BarWords[] }[];
  height: number;
};

/** Lines that a label may take. */
export const mostLabelLines = 3;
const gap = 8;
/** The height of a bar. */
export const barHeight = 15;
/** The room that the arrow of an open bar takes. */
export const arrowWidth = 18;
const captionHeight = 15;
const panelGap = 26;
/** An axis is at least this share of its panel; else long words go below their bars. */
const shortestAxis = 0.45;
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
  const fraction = (row: BarRow<Colour>, panel: number) =>
    endOf(row.bars[panel]) / (shown[panel]?.ticks.at(-1) ?? 1);
  const besideWidth = (row: BarRow<Colour>, panel: number) =>
    textWidth(words(row, panel), type.number) + 10 + (row.bars[panel]?.open ? arrowWidth : 0);
  let x = label;
  const placed = shown.map((panel, at) => {
    const own = (room * panel.share) / shares;
    // The longest axis at which the words of every bar still fit beside it.
    const fitting = Math.min(
      own - 4,
      ...rows
        .filter((row) => fraction(row, at) > 0)
        .map((row) => (own - besideWidth(row, at)) / fraction(row, at)),
    );
    const result = { x, width: own, scale: fitting >= own * shortestAxis ? fitting : own - arrowWidth };
    x += own + panelGap;
    return result;
  });
  const titled = panels.length > 1;
  const head = titled ? 40 : 22;
  let y = head;
  const laid = rows.map((row) => {
    const own = placed.map((panel, at): BarWords => {
      const text = words(row, at);
      const beside = panel.scale * fraction(row, at) + besideWidth(row, at) <= panel.width + 0.01;
      return { beside, lines: beside ? [text] : wrapText(text, type.number, panel.width - 4) };
    });
    const below = Math.max(0, ...own.map(({ beside, lines }) => (beside ? 0 : lines.length)));
    const labelHeight =
      labelLines(row.label, label - 10, type.label, mostLabelLines).length * type.label * lineHeight;
    const block = barHeight + below * captionHeight + (below > 0 ? 2 : 0);
    const content = Math.max(block, labelHeight);
    const bar = Math.max(0, (labelHeight - block) / 2);
    const middle = below > 0 ? Math.max(labelHeight, barHeight) / 2 : content / 2;
    const height = content + gap + 4;
    const result = { y, height, bar, middle, words: own };
    y += height;
    return result;
  });
  return { label, head, panels: placed, rows: laid, height: y + 4 };
}

function endOf<Colour>(bar: Bar<Colour> | undefined): number {
  if (!bar) return 0;
  return Math.max(
    bar.pieces.reduce((sum, piece) => sum + piece.value, 0),
    bar.ceiling?.value ?? 0,
  );
}

/** The ticks of an axis; those that would run into the one to their right have no text. */
export function placeTicks(
  panel: BarPanel,
  place: BarLayout['panels'][number],
): { x: number; text: string; anchor: 'start' | 'middle' | 'end' }[] {
  const most = panel.ticks.at(-1) ?? 1;
  let free = Number.POSITIVE_INFINITY;
  return [...panel.ticks]
    .reverse()
    .map((tick) => {
      const x = place.x + (tick / most) * place.scale;
      const text = panel.tick(tick);
      const width = textWidth(text, type.axis);
      const anchor = tick === 0 ? 'start' : x + width / 2 > place.x + place.width ? 'end' : 'middle';
      const start = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      const fits = start + width + 4 <= free;
      if (fits) free = start;
      return { x, text: fits ? text : '', anchor } as const;
    })
    .reverse();
}
