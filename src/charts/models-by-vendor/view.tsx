import { Bar, BarChart, type BarShapeProps, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { surface, tierColours } from '@/domain/palette';
import { chartWords } from '@/i18n/charts';
import { textWidth } from '@/pictures/text-width';
import { tierNames } from '@/records/model/book';
import type { ChartView, ViewProps } from '../engine/definition';
import { labelLines, RowLabel } from '../families/row-label';
import { niceTicks } from '../families/ticks';
import { TooltipCard } from '../families/tooltip-card';
import { type } from '../families/type';
import { type StackedTier, type State, stackedTiers, type VendorRow } from './rows';

const head = 22;
const foot = 4;

export const view: ChartView<State, VendorRow> = {
  height: (rows, _state, width) => head + foot + rows.length * rowHeight(rows, width),
  Draw,
};

function labelWidth(rows: readonly VendorRow[], width: number): number {
  const longest = Math.max(
    0,
    ...rows.flatMap((row) => [textWidth(row.name.zh, type.label), textWidth(row.name.en, type.label)]),
  );
  return Math.min(longest, Math.round(width * (width < 480 ? 0.36 : 0.28))) + 10;
}

function rowHeight(rows: readonly VendorRow[], width: number): number {
  const room = labelWidth(rows, width) - 10;
  const broken = rows.some(
    (row) => labelLines(row.name.zh, room).length > 1 || labelLines(row.name.en, room).length > 1,
  );
  return broken ? 36 : 28;
}

function Draw({ rows, lang, width, height, paint, interactive }: ViewProps<State, VendorRow>) {
  const left = labelWidth(rows, width);
  const right = 30;
  const most = Math.max(1, ...rows.map((row) => row.total));
  const ticks = niceTicks(most, width < 480 ? 4 : 6, true);
  const words = chartWords[lang];
  const inWords = (row: VendorRow, tier: StackedTier) =>
    `${row.name[lang]} · ${tierNames[tier][lang]} ${row[tier]}`;
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={[...rows]}
      margin={{ top: 0, right, bottom: foot, left: 0 }}
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
        dataKey="vendor"
        width={left}
        interval={0}
        axisLine={{ stroke: paint(surface.edge) }}
        tickLine={false}
        tick={({ x, y, index }) => (
          <RowLabel
            text={rows[index]?.name[lang] ?? ''}
            x={Number(x)}
            y={Number(y)}
            width={left - 10}
            fill={paint(surface.ink)}
          />
        )}
      />
      {stackedTiers.map((tier) => (
        <Bar
          key={tier}
          dataKey={tier}
          name={tierNames[tier][lang]}
          stackId="models"
          isAnimationActive={false}
          shape={(bar: BarShapeProps) => {
            const row = rows[bar.index];
            if (!row || row[tier] === 0) return <g />;
            const last = stackedTiers.findLast((each) => row[each] > 0) === tier;
            return (
              <g data-row={bar.index} data-key={tier} data-value={row[tier]}>
                <title>{inWords(row, tier)}</title>
                <rect
                  x={bar.x}
                  y={bar.y}
                  width={bar.width}
                  height={bar.height}
                  fill={paint(tierColours[tier])}
                  stroke={paint(surface.paper)}
                  strokeWidth={1}
                />
                {last && (
                  <text
                    x={bar.x + bar.width + 6}
                    y={bar.y + bar.height / 2}
                    dy="0.35em"
                    fontSize={type.label}
                    fontWeight={600}
                    fill={paint(surface.ink)}
                  >
                    {row.total}
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
          content={({ active, label }) => {
            const row = rows.find((each) => each.vendor === label);
            if (!active || !row) return null;
            const lines = stackedTiers
              .filter((tier) => row[tier] > 0)
              .map((tier) => ({
                label: tierNames[tier][lang],
                text: String(row[tier]),
                colour: paint(tierColours[tier]),
              }));
            return (
              <TooltipCard
                title={row.name[lang]}
                lines={[...lines, { label: words.total, text: String(row.total) }]}
              />
            );
          }}
        />
      )}
    </BarChart>
  );
}
