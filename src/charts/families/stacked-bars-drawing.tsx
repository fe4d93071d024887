import { Bar, BarChart, type BarShapeProps, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { surface } from '@/domain/palette';
import type { Canvas } from '../engine/drawing';
import { RowLabel } from './row-label';
import {
  stackedFoot as foot,
  stackedHead as head,
  labelWidth,
  type StackedContent,
} from './stacked-bars-layout';
import { niceTicks } from './ticks';
import { TooltipCard } from './tooltip-card';
import { type } from './type';

export function Draw({ content, width, height, paint, interactive }: Canvas & { content: StackedContent }) {
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
      accessibilityLayer={interactive}
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
      {interactive && (
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: paint(surface.panel), fillOpacity: 0.6 }}
          content={({ active, label: key }) => {
            const row = rows.find((each) => each.key === key);
            if (!active || !row) return null;
            const lines = row.parts.map((part) => ({
              label: part.label,
              text: String(row.values[part.key]),
              colour: paint(part.colour),
            }));
            return (
              <TooltipCard
                title={row.label}
                lines={[...lines, { label: content.total, text: String(row.sum) }]}
              />
            );
          }}
        />
      )}
    </BarChart>
  );
}
