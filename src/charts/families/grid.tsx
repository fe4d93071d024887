import { type Colour, surface } from '@/domain/palette';
import { textWidth } from '@/pictures/text-width';
import { type Canvas, family } from '../engine/drawing';
import { labelLines, RowLabel } from './row-label';
import { lineHeight, type } from './type';

/** One cell; `index` is the row of the table that it shows, `column` and `value` are those of the table. */
export type GridCell = {
  index: number;
  row: number;
  column: number;
  data: { column: string; value: number };
  /** null: paper. */
  fill: Colour | null;
  outline: Colour | null;
  ink: Colour;
  text: string;
  title: string;
};

/** A grid: rows with a total, columns with their heads standing upright. */
export type GridContent = {
  total: string;
  rows: readonly { key: string; label: string; total: string }[];
  columns: readonly { key: string; label: string }[];
  cells: readonly GridCell[];
};

const cellHeight = 26;
const deepestHead = 140;
const widestColumn = 110;
const totalWidth = 44;
const smallestHead = 9.5;
/** From this width on, the head of a column may take two lines. */
const twoLineColumn = 34;
const mostLabelLines = 4;

function headHeight(content: GridContent): number {
  const longest = content.columns.map(({ label }) => textWidth(label, type.label));
  return Math.min(deepestHead, Math.max(40, ...longest) + 12);
}

function labelWidth(content: GridContent, width: number): number {
  const longest = Math.max(40, ...content.rows.map(({ label }) => textWidth(label, type.label)));
  return Math.min(longest + 1, width * 0.32);
}

function rowHeights(content: GridContent, width: number): number[] {
  const room = labelWidth(content, width);
  return content.rows.map(({ label }) => {
    const lines = labelLines(label, room, type.label, mostLabelLines).length;
    return Math.max(cellHeight, lines * type.label * lineHeight + 6);
  });
}

/** The height that a grid needs at a width. */
function gridHeight(content: GridContent, width: number): number {
  return headHeight(content) + rowHeights(content, width).reduce((sum, each) => sum + each, 0) + 2;
}

type Props = Canvas & { content: GridContent };

/** Draws a grid. Names that do not fit are cut and whole in their title. */
export const grid = family<GridContent>(gridHeight, Draw);

function Draw({ content, width, height, paint }: Props) {
  const head = headHeight(content);
  const left = labelWidth(content, width) + 8;
  const columnWidth = Math.min(
    widestColumn,
    (width - left - totalWidth - 2) / Math.max(1, content.columns.length),
  );
  const heights = rowHeights(content, width);
  const stretch =
    (height - head - 2) /
    Math.max(
      1,
      heights.reduce((sum, each) => sum + each, 0),
    );
  // Narrow columns need smaller heads, or these run into each other.
  const headSize = Math.max(smallestHead, Math.min(type.label, columnWidth * 0.78));
  // Where even those do, every second or third column has one: names upon each other are none.
  const everyHead = Math.ceil((headSize * 0.95) / columnWidth);
  const columnX = (column: number) => left + totalWidth + column * columnWidth;
  const rowHeight = (row: number) => (heights[row] ?? cellHeight) * stretch;
  const tops = heights.map((_, row) =>
    heights.slice(0, row).reduce((sum, each) => sum + each * stretch, head),
  );
  const rowY = (row: number) => tops[row] ?? head;
  const right = columnX(content.columns.length);
  const muted = paint(surface.muted);
  const rule = paint(surface.rule);
  return (
    <>
      <text x={left + totalWidth / 2} y={head - 8} textAnchor="middle" fontSize={type.axis} fill={muted}>
        {content.total}
      </text>
      {content.columns.map(({ key, label }, column) => {
        if (column % everyHead !== 0) return null;
        const lines = labelLines(label, head - 12, headSize, columnWidth >= twoLineColumn ? 2 : 1);
        const middle = columnX(column) + columnWidth / 2;
        return (
          <g key={key}>
            {lines.map((line, number) => {
              const x = middle + (number - (lines.length - 1) / 2) * headSize * lineHeight;
              return (
                <text
                  key={line}
                  transform={`translate(${x} ${head - 8}) rotate(-90)`}
                  dy="0.35em"
                  fontSize={headSize}
                  fill={paint(surface.ink)}
                >
                  {line.endsWith('…') && <title>{label}</title>}
                  {line}
                </text>
              );
            })}
          </g>
        );
      })}
      {content.rows.map(({ key, label, total }, row) => (
        <g key={key}>
          <path d={`M0 ${rowY(row)}H${right}`} stroke={rule} strokeWidth={row === 0 ? 1 : 0.6} fill="none" />
          <RowLabel
            text={label}
            x={left - 8}
            y={rowY(row) + rowHeight(row) / 2}
            width={left - 8}
            most={mostLabelLines}
            fill={paint(surface.ink)}
          />
          <text
            x={left + totalWidth / 2}
            y={rowY(row) + rowHeight(row) / 2}
            dy="0.35em"
            textAnchor="middle"
            fontSize={type.number}
            fill={muted}
          >
            {total}
          </text>
        </g>
      ))}
      {content.columns.map(({ key }, column) => (
        <path
          key={key}
          d={`M${columnX(column)} ${head}V${height - 2}`}
          stroke={rule}
          strokeWidth={0.6}
          fill="none"
        />
      ))}
      <path
        d={`M0 ${height - 2}H${right}M${right} ${head}V${height - 2}`}
        stroke={rule}
        strokeWidth={0.6}
        fill="none"
      />
      {content.cells.map((cell) => {
        const x = columnX(cell.column);
        const y = rowY(cell.row);
        const cellSize = rowHeight(cell.row);
        return (
          <g
            key={`${cell.row} ${cell.column}`}
            data-row={cell.index}
            data-key={cell.data.column}
            data-value={cell.data.value}
          >
            <title>{cell.title}</title>
            <rect
              x={x + 1}
              y={y + 1}
              width={columnWidth - 2}
              height={cellSize - 2}
              fill={cell.fill ? paint(cell.fill) : 'transparent'}
              stroke={cell.fill ? rule : 'none'}
            />
            {cell.outline && (
              <rect
                x={x + 2}
                y={y + 2}
                width={columnWidth - 4}
                height={cellSize - 4}
                fill="none"
                stroke={paint(cell.outline)}
                strokeWidth={1.5}
              />
            )}
            {cell.text !== '' && textWidth(cell.text, type.number) <= columnWidth + 3 && (
              <text
                x={x + columnWidth / 2}
                y={y + cellSize / 2}
                dy="0.35em"
                textAnchor="middle"
                fontSize={type.number}
                fill={paint(cell.ink)}
              >
                {cell.text}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
