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
import { formatMoney } from '@/domain/amount';
import { surface } from '@/domain/palette';
import { formatCount } from '@/i18n/numbers';
import type { ChartView, ViewProps } from '../engine/definition';
import { currencyOf, sumInWords } from '../facts/funding-sum';
import { fundingWords } from '../facts/funding-words';
import { Hatch } from '../families/hatch';
import { PeriodTick } from '../families/period-tick';
import { niceTicks } from '../families/ticks';
import { TooltipCard } from '../families/tooltip-card';
import { type } from '../families/type';
import { groupColour, groupsOf } from './groups';
import { type FundingRow, periodsOf, type State } from './rows';

const head = 36;
const foot = 34;

export const view: ChartView<State, FundingRow> = {
  height: (_rows, _state, width) => head + foot + Math.round(Math.min(300, Math.max(220, width * 0.42))),
  Draw,
};

type Period = {
  period: string;
  rows: (FundingRow & { index: number })[];
  floor: number;
  ceiling: number;
  undisclosed: number;
  settled: boolean;
};

function periodsWithRows(rows: readonly FundingRow[]): Period[] {
  const indexed = rows.map((row, index) => ({ ...row, index }));
  return periodsOf(rows).map((period) => {
    const own = indexed.filter((row) => row.period === period);
    const sum = (value: (row: FundingRow) => number) => own.reduce((total, row) => total + value(row), 0);
    return {
      period,
      rows: own,
      floor: sum((row) => row.floor),
      ceiling: sum((row) => row.ceiling ?? row.floor),
      undisclosed: sum((row) => row.undisclosed),
      settled: own.every((row) => row.settled),
    };
  });
}

function Draw({ rows, state, lang, width, height, paint, id, interactive }: ViewProps<State, FundingRow>) {
  const words = fundingWords[lang];
  const periods = periodsWithRows(rows);
  const groups = groupsOf(rows, state);
  const most = Math.max(0, ...periods.map((period) => period.ceiling));
  const ticks = niceTicks(most, width < 480 ? 4 : 5);
  const filling = periods.filter((period) => !period.settled);
  const money = (value: number) => formatMoney(value, currencyOf(state), lang);
  const ink = paint(surface.ink);
  const muted = paint(surface.muted);
  return (
    <BarChart
      width={width}
      height={height}
      data={periods}
      margin={{ top: head, right: 14, bottom: 0, left: 0 }}
      barCategoryGap={periods.length > 12 ? '18%' : '32%'}
      maxBarSize={64}
      accessibilityLayer={interactive}
    >
      <defs>
        {groups.map((group, at) => (
          <Hatch key={group} id={`${id}-hatch-${at}`} colour={paint(groupColour(group, state))} />
        ))}
      </defs>
      {filling.length > 0 && (
        <ReferenceArea
          x1={filling[0]?.period}
          x2={filling.at(-1)?.period}
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
            roomy={(width - 50) / periods.length >= 30}
            fill={muted}
            strong={ink}
          />
        )}
      />
      <YAxis
        width={50}
        domain={[0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={({ x, y, payload }) => {
          const value = Number(payload.value);
          const top = value === ticks.at(-1);
          return (
            <text
              x={top ? 0 : Number(x) + 2}
              y={Number(y)}
              dy={top ? -7 : '0.35em'}
              textAnchor={top ? 'start' : 'end'}
              fontSize={type.axis}
              fill={muted}
            >
              {top ? money(value) : value === 0 ? '0' : formatCount(lang, value)}
            </text>
          );
        }}
      />
      {/* One bar a period, drawn as its parts: a series for each group and bound makes Recharts ten times slower. */}
      <Bar
        isAnimationActive={false}
        name="money"
        dataKey="ceiling"
        minPointSize={0}
        shape={(bar: BarShapeProps) => {
          const period = periods[bar.index];
          if (!period) return <g />;
          return (
            <g>
              {partsOf(period, groups, bar).map(({ row, bound, at, y, height: own }) => {
                const colour = paint(groupColour(row.group, state));
                const solid = bound === 'floor';
                return (
                  <g
                    key={`${bound} ${row.group}`}
                    data-row={row.index}
                    data-key={bound}
                    data-value={solid ? row.floor : (row.ceiling ?? '')}
                  >
                    <title>{`${row.period} · ${row.groupName[lang]} · ${sumInWords(row, currencyOf(state), lang)}`}</title>
                    <rect
                      x={bar.x + (solid ? 0 : 0.5)}
                      y={y}
                      width={Math.max(1, bar.width - (solid ? 0 : 1))}
                      height={own}
                      fill={solid ? colour : `url(#${id}-hatch-${at})`}
                      stroke={solid ? paint(surface.paper) : colour}
                      strokeWidth={solid ? 0.6 : 1}
                    />
                  </g>
                );
              })}
              {period.undisclosed > 0 && (
                <Rings
                  x={bar.x + bar.width / 2}
                  y={bar.y}
                  count={period.undisclosed}
                  stroke={muted}
                  title={`${period.period} · ${words.undisclosedCount(period.undisclosed)}`}
                />
              )}
            </g>
          );
        }}
      />
      {interactive && (
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: paint(surface.panel), fillOpacity: 0.7 }}
          content={({ active, label }) => {
            const period = periods.find((each) => each.period === label);
            if (!active || !period) return null;
            const lines = period.rows
              .filter((row) => row.events > 0)
              .map((row) => ({
                label: row.groupName[lang],
                text: sumInWords(row, currencyOf(state), lang),
                colour: paint(groupColour(row.group, state)),
              }));
            return (
              <TooltipCard
                title={words.period(period.period)}
                lines={lines.length > 0 ? lines : [{ label: words.noEvents, text: '' }]}
              />
            );
          }}
        />
      )}
    </BarChart>
  );
}

type Part = {
  row: Period['rows'][number];
  bound: 'floor' | 'ceiling';
  /** The number of its group. */
  at: number;
  y: number;
  height: number;
};

/** The parts of a period's bar from the bottom up: what is sure of every group, then what is possible of every group. */
function partsOf(period: Period, groups: readonly string[], bar: BarShapeProps): Part[] {
  const pixels = period.ceiling > 0 ? bar.height / period.ceiling : 0;
  let y = bar.y + bar.height;
  return (['floor', 'ceiling'] as const).flatMap((bound) =>
    groups.flatMap((group, at) => {
      const row = period.rows.find((each) => each.group === group);
      if (!row) return [];
      const value = bound === 'floor' ? row.floor : (row.ceiling ?? row.floor) - row.floor;
      if (value <= 0) return [];
      y -= value * pixels;
      return [{ row, bound, at, y, height: value * pixels }];
    }),
  );
}

/** One ring an event whose amount is undisclosed; from the fourth on, a ring and the number. */
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
