import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  ReferenceArea,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { type Colour, surface } from '@/domain/palette';
import { textWidth } from '@/pictures/text-width';
import type { Canvas } from '../engine/drawing';
import {
  type ColumnPart,
  type ColumnsContent,
  columnsHead,
  columnsFoot as foot,
} from './columns-over-time-layout';
import { Hatch } from './hatch';
import { PeriodTick } from './period-tick';
import { TooltipCard } from './tooltip-card';
import { type } from './type';

const axisWidth = 50;
/** Parts that are lower hold no text. */
const roomForText = 15;

export function Draw({
  content,
  width,
  height,
  paint,
  id,
  interactive,
}: Canvas & { content: ColumnsContent }) {
  const { columns, ticks, tick, topTick } = content;
  const data = columns.map(({ period, parts }) => ({
    period,
    reach: parts.reduce((sum, { length }) => sum + length, 0),
  }));
  const shaded = columns.filter((column) => column.shaded);
  const hatched = [
    ...new Map(
      columns.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.hatched ? [[part.colour.variable, part.colour]] : [])),
      ) as [string, Colour][],
    ).values(),
  ];
  const hatchOf = (colour: Colour) => `${id}-hatch-${hatched.indexOf(colour)}`;
  const muted = paint(surface.muted);
  return (
    <BarChart
      width={width}
      height={height}
      data={data}
      margin={{ top: columnsHead(content), right: 14, bottom: 0, left: 0 }}
      barCategoryGap="18%"
      maxBarSize={64}
      accessibilityLayer={interactive}
    >
      <defs>
        {hatched.map((colour) => (
          <Hatch key={colour.variable} id={hatchOf(colour)} colour={paint(colour)} />
        ))}
      </defs>
      {shaded.length > 0 && (
        <ReferenceArea
          x1={shaded[0]?.period}
          x2={shaded.at(-1)?.period}
          fill={paint(surface.rule)}
          fillOpacity={0.55}
          stroke="none"
          ifOverflow="visible"
        />
      )}
      <CartesianGrid vertical={false} stroke={paint(surface.rule)} strokeWidth={1} />
      <XAxis
        dataKey="period"
        height={foot}
        interval={0}
        axisLine={{ stroke: paint(surface.edge) }}
        tickLine={false}
        tick={({ x, y, payload, index }) => (
          <PeriodTick
            x={Number(x)}
            y={Number(y)}
            period={String(payload.value)}
            first={index === 0}
            roomy={(width - axisWidth) / columns.length >= 30}
            fill={muted}
            strong={paint(surface.ink)}
          />
        )}
      />
      <YAxis
        width={axisWidth}
        domain={[0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={({ x, y, payload }) => {
          const value = Number(payload.value);
          const top = topTick !== undefined && value === ticks.at(-1);
          return (
            <text
              x={top ? 0 : Number(x) + 2}
              y={Number(y)}
              dy={top ? -7 : '0.35em'}
              textAnchor={top ? 'start' : 'end'}
              fontSize={type.axis}
              fill={muted}
            >
              {top ? topTick : tick(value)}
            </text>
          );
        }}
      />
      {/* One bar a period, drawn as its parts: a series for each group and bound makes Recharts ten times slower. */}
      <Bar
        isAnimationActive={false}
        name="reach"
        dataKey="reach"
        minPointSize={0}
        shape={(bar: BarShapeProps) => {
          const column = columns[bar.index];
          if (!column) return <g />;
          return (
            <g>
              <Parts
                parts={column.parts}
                bar={bar}
                reach={data[bar.index]?.reach ?? 0}
                paint={paint}
                hatchOf={hatchOf}
              />
              {column.rings && <Rings {...column.rings} x={bar.x + bar.width / 2} y={bar.y} stroke={muted} />}
            </g>
          );
        }}
      />
      {interactive && (
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: paint(surface.panel), fillOpacity: 0.7 }}
          content={({ active, label }) => {
            const tip = columns.find(({ period }) => period === label)?.tip;
            if (!active || !tip) return null;
            const lines = tip.lines.map((line) => ({ ...line, colour: line.colour && paint(line.colour) }));
            return <TooltipCard title={tip.title} lines={lines} />;
          }}
        />
      )}
    </BarChart>
  );
}

type PartsProps = {
  parts: readonly ColumnPart[];
  bar: BarShapeProps;
  reach: number;
  paint: Canvas['paint'];
  hatchOf: (colour: Colour) => string;
};

function Parts({ parts, bar, reach, paint, hatchOf }: PartsProps) {
  const pixels = reach > 0 ? bar.height / reach : 0;
  let top = bar.y + bar.height;
  return parts.map((part) => {
    const height = part.length * pixels;
    top -= height;
    const colour = paint(part.colour);
    return (
      <g
        key={`${part.column} ${part.index}`}
        data-row={part.index}
        data-key={part.column}
        data-value={part.value}
      >
        <title>{part.title}</title>
        <rect
          x={bar.x + (part.hatched ? 0.5 : 0)}
          y={top}
          width={Math.max(1, bar.width - (part.hatched ? 1 : 0))}
          height={height}
          fill={part.hatched ? `url(#${hatchOf(part.colour)})` : colour}
          stroke={part.hatched ? colour : paint(surface.paper)}
          strokeWidth={part.hatched ? 1 : 0.6}
        />
        {part.text && height >= roomForText && textWidth(part.text, type.number) <= bar.width - 2 && (
          <text
            x={bar.x + bar.width / 2}
            y={top + height / 2}
            dy="0.35em"
            textAnchor="middle"
            fontSize={type.number}
            fill={paint(part.colour.variable === surface.rule.variable ? surface.ink : surface.paper)}
          >
            {part.text}
          </text>
        )}
      </g>
    );
  });
}

function Rings(props: { x: number; y: number; count: number; stroke: string; title: string }) {
  const rings = props.count > 3 ? 1 : props.count;
  return (
    <g data-key="undisclosed" data-value={props.count}>
      <title>{props.title}</title>
      {Array.from({ length: rings }, (_, at) => (
        <circle
          key={`ring ${at + 1}`}
          cx={props.x}
          cy={props.y - 8 - at * 10}
          r={3.4}
          fill="none"
          stroke={props.stroke}
          strokeWidth={1.4}
        />
      ))}
      {props.count > 3 && (
        <text x={props.x} y={props.y - 16} textAnchor="middle" fontSize={type.axis} fill={props.stroke}>
          {props.count}
        </text>
      )}
    </g>
  );
}
