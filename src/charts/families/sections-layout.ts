import { textWidth, wrapText } from '@/pictures/text-width';
import { labelLines } from './row-label';
import { lineHeight, type } from './type';

/** One bar of a section. A missing bound is open. */
export type SectionRow<Colour> = {
  /** The row of the table. */
  index: number;
  key: string;
  label: string;
  floor: number | null;
  ceiling: number | null;
  /** The figure in words. */
  text: string;
  colour: Colour;
};

/** Bars on one scale under a heading. */
export type BarSection<Colour> = {
  key: string;
  title: string;
  most: number;
  rows: readonly SectionRow<Colour>[];
};

export type SectionContent<Colour> = {
  sections: readonly BarSection<Colour>[];
};

export type SectionLayout = {
  label: number;
  /** Where a value of the section's `most` ends, from the start of its bars. */
  scale: number[];
  titles: { y: number; lines: string[] }[];
  /** `labelMiddle` from the row's start: no line of a label stands above its row. */
  rows: {
    section: number;
    y: number;
    height: number;
    labelMiddle: number;
    lines: string[];
    beside: boolean;
  }[];
  height: number;
};

export const sectionBar = 15;
const titleHeight = 26;
/** How much wider letters of a title are than those that `textWidth` knows. */
const boldness = 1.06;
const gap = 9;
const sectionGap = 14;
const arrow = 18;
export const sectionLabelLines = 3;

function endOf<Colour>(row: SectionRow<Colour>): number {
  return row.ceiling ?? row.floor ?? 0;
}

/** Lays sections out below each other at a width. In pixels; heights include the gap between rows. */
export function laySections<Colour>(sections: readonly BarSection<Colour>[], width: number): SectionLayout {
  const all = sections.flatMap(({ rows }) => rows);
  const longest = Math.max(0, ...all.map(({ label }) => textWidth(label, type.label)));
  const label = Math.min(longest + 1, Math.round(width * (width < 600 ? 0.38 : 0.28))) + 10;
  const room = width - label - 4;
  const wordsWidth = (row: SectionRow<Colour>) =>
    textWidth(row.text, type.number) + 12 + (row.ceiling === null ? arrow : 0);
  const scale = sections.map(({ most, rows }) => {
    // The longest axis at which the words of every bar still fit beside it; but never less than half.
    const fitting = rows
      .filter((row) => endOf(row) > 0)
      .map((row) => (room - wordsWidth(row)) / (endOf(row) / most));
    const best = Math.min(room - arrow, ...fitting);
    return best >= room * 0.4 ? best : room - arrow;
  });
  let y = 0;
  const titles: SectionLayout['titles'] = [];
  const rows = sections.flatMap((section, at) => {
    y += at > 0 ? sectionGap : 0;
    const lines = wrapText(section.title, type.label * boldness, width);
    titles.push({ y, lines });
    y += titleHeight + (lines.length - 1) * type.label * lineHeight;
    return section.rows.map((row) => {
      const end = (endOf(row) / section.most) * (scale[at] ?? 0);
      const beside = end + wordsWidth(row) <= room + 0.01;
      const lines = beside ? [row.text] : wrapText(row.text, type.number, room - 4);
      const labelHeight =
        labelLines(row.label, label - 10, type.label, sectionLabelLines).length * type.label * lineHeight;
      const height = Math.max(labelHeight, sectionBar + (beside ? 0 : lines.length * 15 + 2)) + gap;
      const labelMiddle = Math.max(labelHeight / 2, beside ? (height - gap) / 2 : sectionBar / 2 + 4);
      const placed = { section: at, y, height, labelMiddle, lines, beside };
      y += height;
      return placed;
    });
  });
  return { label, scale, titles, rows, height: y + 2 };
}
