import { Bar, BarChart, type BarShapeProps, CartesianGrid, XAxis, YAxis } from 'recharts';
import { type Colour, surface } from '@/domain/palette';
import { textWidth } from '@/pictures/text-width';
import { type Canvas, family } from '../engine/drawing';
import { labelLines, RowLabel } from './row-label';
import { niceTicks } from './ticks';
import { type } from './type';

/** Rows of counts, each the sum of its series; `key` of a series is the column of the table. */
type StackedContent = {
  series: readonly { key: string; label: string; colour: Colour }[];
  rows: readonly { key: string; label: string; values: Readonly<Record<string, number>> }[];
};

const head = 22;
const foot = 4;

/** The room for the labels, in pixels. */
function labelWidth({ rows }: StackedContent, width: number): number {
  const longest = Math.max(0, ...rows.map(({ label }) => textWidth(label, type.label)));
  return Math.min(longest, Math.round(width * (width < 480 ? 0.36 : 0.28))) + 10;
}

/** The height of a row, in pixels: that of two lines where a label needs them. */
function rowHeight(content: StackedContent, width: number): number {
  const room = labelWidth(content, width) - 10;
  return content.rows.some(({ label }) => labelLines(label, room).length > 1) ? 36 : 28;
}

/** Bars that are the sum of parts, one below the other, with the sum at their end. */
export const stackedBars = family<StackedContent>(
  (content, width) => head + foot + content.rows.length * rowHeight(content, width),
  Draw,
  { length: 'width', needsWindow: true },
);

function Draw({ content, width, height, paint }: Canvas & { content: StackedContent }) {
  const { series } = content;
  const left = labelWidth(content, width);
  const rows = content.rows.map((row) => ({
    ...row,
    parts: series.filter(({ key }) => (row.values[key] ?? 0) > 0),
    sum: series.reduce((sum, { key }) => sum + (row.values[key] ?? 0), 0),
  }));
  const most = Math.max(1, ...rows.map(({ sum }) => sum));
  const ticks = niceTicks(most, width < 480 ? 4 : 6, true);
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={rows}
      margin={{ top: 0, right: 30, bottom: foot, left: 0 }}
      barCategoryGap="24%"
    >
      <CartesianGrid horizontal={false} stroke={paint(surface.rule)} strokeWidth={1} />
      <XAxis
        type="number"
        orientation="top"
        height={head}
        domain={[0, ticks.at(-1) ?? most]}
        ticks={ticks}
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={({ x, y, payload }) => (
          <text x={x} y={y} dy={-2} textAnchor="middle" fontSize={type.axis} fill={paint(surface.muted)}>
            {payload.value}
          </text>
        )}
      />
      <YAxis
        type="category"
        dataKey="key"
        width={left}
        interval={0}
        axisLine={{ stroke: paint(surface.edge) }}
        tickLine={false}
        tick={({ x, y, index }) => (
          <RowLabel
            text={rows[index]?.label ?? ''}
            x={Number(x)}
            y={Number(y)}
            width={left - 10}
            fill={paint(surface.ink)}
          />
        )}
      />
      {series.map(({ key, label, colour }) => (
        <Bar
          key={key}
          dataKey={`values.${key}`}
          name={label}
          stackId="sum"
          isAnimationActive={false}
          shape={(bar: BarShapeProps) => {
            const row = rows[bar.index];
            const value = row?.values[key] ?? 0;
            if (!row || value === 0) return <g />;
            return (
              <g data-row={bar.index} data-key={key} data-value={value}>
                <title>{`${row.label} · ${label} ${value}`}</title>
                <rect
                  x={bar.x}
                  y={bar.y}
                  width={bar.width}
                  height={bar.height}
                  fill={paint(colour)}
                  stroke={paint(surface.paper)}
                  strokeWidth={1}
                />
                {row.parts.at(-1)?.key === key && (
                  <text
                    x={bar.x + bar.width + 6}
                    y={bar.y + bar.height / 2}
                    dy="0.35em"
                    fontSize={type.label}
                    fontWeight={600}
                    fill={paint(surface.ink)}
                  >
                    {row.sum}
                  </text>
                )}
              </g>
            );
          }}
        />
      ))}
    </BarChart>
  );
}
