import { textWidth } from '@/pictures/text-width';
import { labelLines } from './row-label';
import { lineHeight, type } from './type';

/** A node of a column. Its size comes from the rows that pass through it. */
export type FlowNode = { key: string; label: string };

/** One row of the table as a ribbon through one node of every column. `weight` is its width, at least 1 where `value` is 0. */
export type FlowRow<Colour> = {
  index: number;
  path: readonly string[];
  weight: number;
  data: { column: string; value: number };
  colour: Colour;
  /** Drawn as an outline: said to be there, and nothing on record. */
  hollow: boolean;
  title: string;
};

/** A flow through columns of nodes, in the order in which they stand. */
export type FlowContent<Colour> = {
  columns: readonly { title: string; nodes: readonly FlowNode[] }[];
  rows: readonly FlowRow<Colour>[];
};

export type PlacedNode = {
  key: string;
  x: number;
  y: number;
  height: number;
  /** `y` is the middle of the first line. */
  label: { lines: string[]; whole: string; x: number; y: number; anchor: 'start' | 'end' };
};

/** Where everything stands, in pixels; `ribbons[n]` belongs to `rows[n]`, one stretch between each two columns. */
export type FlowLayout = {
  nodes: PlacedNode[][];
  ribbons: { x1: number; y1: number; x2: number; y2: number; thickness: number }[][];
  height: number;
};

export const nodeWidth = 8;
export const flowHead = 30;
const mostLines = 4;
const labelGap = 6;
const slotGap = 7;
const usualPlot = 380;
const narrowBelow = 480;

/** Lays a flow out at a width; taller than it needs where `height` says so. Labels get the room that they need. */
export function layFlow<Colour>(content: FlowContent<Colour>, width: number, height = 0): FlowLayout {
  const { columns, rows } = content;
  const { x, labelRoom, above } = columnsAt(content, width);
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  const unit = Math.min(14, Math.max(1.6, usualPlot / Math.max(1, total)));
  const slots = columns.map(({ nodes }, column) =>
    nodes.map((node) => {
      const weight = rows.reduce((sum, row) => sum + (row.path[column] === node.key ? row.weight : 0), 0);
      const lines = labelLines(node.label, labelRoom(column), type.label, mostLines);
      const text = lines.length * type.label * lineHeight;
      const slot =
        (above(column) ? text + labelGap + weight * unit : Math.max(weight * unit, text)) + slotGap;
      return { node, size: weight * unit, lines, slot };
    }),
  );
  const needed = Math.max(0, ...slots.map((column) => column.reduce((sum, { slot }) => sum + slot, 0)));
  const plot = Math.max(needed, height - flowHead);
  const nodes = slots.map((column, at) => {
    const free = plot - column.reduce((sum, { slot }) => sum + slot, 0);
    const extra = free / Math.max(1, column.length);
    let y = flowHead + extra / 2;
    return column.map(({ node, size, lines, slot }): PlacedNode => {
      const top = y;
      y += slot + extra;
      const line = type.label * lineHeight;
      const start = above(at) ? top + lines.length * line + labelGap : top + (slot - slotGap - size) / 2;
      const labelY = above(at) ? top + line / 2 : start + size / 2 - ((lines.length - 1) / 2) * line;
      const label = { lines, whole: node.label, y: labelY };
      const last = at === columns.length - 1;
      return {
        key: node.key,
        x: x(at),
        y: start,
        height: size,
        label: above(at)
          ? { ...label, x: last ? x(at) + nodeWidth : x(at), anchor: last ? 'end' : 'start' }
          : {
              ...label,
              x: at === 0 ? x(at) - labelGap : x(at) + nodeWidth + labelGap,
              anchor: at === 0 ? 'end' : 'start',
            },
      };
    });
  });
  return { nodes, ribbons: ribbonsOf(rows, nodes, unit), height: flowHead + needed };
}

/**
 * Where columns stand and how wide their labels may be. Where there is little room, the labels of the outer columns
 * stand above their nodes.
 */
function columnsAt<Colour>({ columns }: FlowContent<Colour>, width: number) {
  const last = columns.length - 1;
  if (width < narrowBelow) {
    const end = width - nodeWidth;
    return {
      x: (at: number) => (at === 0 ? 0 : at === last ? end : width * 0.3),
      labelRoom: (at: number) => (at === 0 || at === last ? width * 0.33 : width * 0.4) - labelGap,
      above: (at: number) => at === 0 || at === last,
    };
  }
  const room = (at: number) =>
    Math.min(
      Math.max(24, ...(columns[at]?.nodes ?? []).map(({ label }) => textWidth(label, type.label))) + 1,
      width * 0.19,
    );
  const start = room(0) + labelGap;
  const end = width - room(last) - labelGap - nodeWidth;
  // Labels in the middle stand right of their nodes, so the room to their right is the larger one.
  const x = (at: number) =>
    at === 0 ? start : at === last ? end : start + (end - start) * (at / last) * (last === 2 ? 0.8 : 1);
  return {
    x,
    labelRoom: (at: number) =>
      at === 0 || at === last ? room(at) : x(at + 1) - x(at) - nodeWidth - 3 * labelGap,
    above: () => false,
  };
}

/** At each side of a node ribbons are stacked in the order of the nodes that they go to. */
function ribbonsOf<Colour>(
  rows: readonly FlowRow<Colour>[],
  nodes: readonly PlacedNode[][],
  unit: number,
): FlowLayout['ribbons'] {
  const rank = (column: number, row: FlowRow<Colour>) =>
    (nodes[column] ?? []).findIndex(({ key }) => key === row.path[column]);
  const offsets = (column: number, towards: number) => {
    const order = rows
      .map((row, at) => ({ row, at }))
      .sort((a, b) => {
        for (const each of [column, towards]) {
          const difference = rank(each, a.row) - rank(each, b.row);
          if (difference !== 0) return difference;
        }
        return a.at - b.at;
      });
    const used = new Map<string, number>();
    const starts = new Array<number>(rows.length).fill(0);
    for (const { row, at } of order) {
      const key = row.path[column] ?? '';
      const node = (nodes[column] ?? []).find((each) => each.key === key);
      const from = used.get(key) ?? node?.y ?? 0;
      starts[at] = from;
      used.set(key, from + row.weight * unit);
    }
    return starts;
  };
  const gaps = nodes.slice(1).map((_, gap) => ({
    left: offsets(gap, gap + 1),
    right: offsets(gap + 1, gap),
  }));
  return rows.map((row, at) =>
    gaps.map(({ left, right }, gap) => {
      const thickness = row.weight * unit;
      return {
        x1: (nodes[gap]?.[0]?.x ?? 0) + nodeWidth,
        y1: (left[at] ?? 0) + thickness / 2,
        x2: nodes[gap + 1]?.[0]?.x ?? 0,
        y2: (right[at] ?? 0) + thickness / 2,
        thickness,
      };
    }),
  );
}
