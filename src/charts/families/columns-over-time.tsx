import { Bar, BarChart, type BarShapeProps, CartesianGrid, ReferenceArea, XAxis, YAxis } from 'recharts';
import { type Colour, surface } from '@/domain/palette';
import { textWidth } from '@/pictures/text-width';
import { type Canvas, family } from '../engine/drawing';
import { Hatch } from './hatch';
import { PeriodTick } from './period-tick';
import { type } from './type';

/** A run of a column. `column` and `value` are those of the table, `length` is in units of the axis. */
export type ColumnPart = {
  /** The row of the table. */
  index: number;
  column: string;
  value: number | string;
  length: number;
  colour: Colour;
  /** Possible, not certain. */
  hatched: boolean;
  title: string;
  /** Stands inside where there is room. */
  text?: string;
};

/** What is stacked in one period, from the bottom up. */
type PeriodColumn = {
  /** '2023Q1' or '2023'. */
  period: string;
  parts: readonly ColumnPart[];
  /** Events without a figure: a ring each; from the fourth on, a ring and the number. */
  rings?: { count: number; title: string };
  /** Entries of this period are still arriving. */
  shaded?: boolean;
};

type ColumnsContent = {
  /** Every period from the first to the last. */
  columns: readonly PeriodColumn[];
  ticks: readonly number[];
  tick: (value: number) => string;
  /** The text of the last tick, with its unit: it stands above its line. Left out, it stands beside it as the others do. */
  topTick?: string;
};

/** Room above the plot, in pixels: more where the last tick and rings stand there. */
function headOf({ topTick }: ColumnsContent): number {
  return topTick === undefined ? 16 : 36;
}

/** Room below it, for the names of periods. */
const foot = 34;

const axisWidth = 50;
/** Parts that are lower hold no text. */
const roomForText = 15;

/** Stacked columns over time: solid for what is sure, hatched for what is possible, rings for what is undisclosed. */
export const columnsOverTime = family<ColumnsContent>(
  (content, width) => headOf(content) + foot + Math.round(Math.min(300, Math.max(220, width * 0.42))),
  Draw,
  { length: 'height', needsWindow: true },
);

function Draw({ content, width, height, paint, id }: Canvas & { content: ColumnsContent }) {
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
      margin={{ top: headOf(content), right: 14, bottom: 0, left: 0 }}
      barCategoryGap="18%"
      maxBarSize={64}
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
