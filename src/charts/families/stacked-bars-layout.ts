import type { Colour } from '@/domain/palette';
import { textWidth } from '@/pictures/text-width';
import { labelLines } from './row-label';
import { type } from './type';

/** Rows of counts, each the sum of its series; `key` of a series is the column of the table. */
export type StackedContent = {
  series: readonly { key: string; label: string; colour: Colour }[];
  rows: readonly { key: string; label: string; values: Readonly<Record<string, number>> }[];
  /** The word for the sum of a row. */
  total: string;
};

export const stackedHead = 22;
export const stackedFoot = 4;

/** The room for the labels, in pixels. */
export function labelWidth({ rows }: StackedContent, width: number): number {
  const longest = Math.max(0, ...rows.map(({ label }) => textWidth(label, type.label)));
  return Math.min(longest, Math.round(width * (width < 480 ? 0.36 : 0.28))) + 10;
}

/** The height of a row, in pixels: that of two lines where a label needs them. */
export function rowHeight(content: StackedContent, width: number): number {
  const room = labelWidth(content, width) - 10;
  return content.rows.some(({ label }) => labelLines(label, room).length > 1) ? 36 : 28;
}
