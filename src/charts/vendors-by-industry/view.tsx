import { type KeyboardEvent, useState } from 'react';
import { heat, surface } from '@/domain/palette';
import { heatWords } from '@/i18n/charts';
import type { ChartView, ViewProps } from '../definition';
import { RowLabel } from '../drawing/row-label';
import { fitText, textWidth } from '../drawing/text-width';
import { TooltipCard } from '../drawing/tooltip-card';
import { type } from '../drawing/type';
import { type CellRow, type Grid, gridOf, type State } from './rows';

const cellHeight = 26;
const deepestHead = 140;

export const view: ChartView<State, CellRow> = {
  height: (rows) => headHeight(gridOf(rows)) + gridOf(rows).industries.length * cellHeight + 2,
  Draw,
};

/** Vendor names stand upright over their columns; the tallest decides. */
function headHeight(grid: Grid): number {
  const longest = grid.vendors.flatMap(({ name }) => [
    textWidth(name.zh, type.label),
    textWidth(name.en, type.label),
  ]);
  return Math.min(deepestHead, Math.max(40, ...longest) + 12);
}

function labelWidth(grid: Grid, width: number): number {
  const longest = grid.industries.flatMap(({ name }) => [
    textWidth(name.zh, type.label),
    textWidth(name.en, type.label),
  ]);
  return Math.min(Math.max(40, ...longest), width * 0.34) + 8;
}

/** The step of the scale for a number of models: one step a model up to four, then wider. */
function stepOf(models: number) {
  const at = models <= 4 ? models - 1 : models <= 7 ? 4 : 5;
  return heat[at];
}

function Draw({ rows, lang, width, height, paint, interactive }: ViewProps<State, CellRow>) {
  const [active, setActive] = useState<CellRow | null>(null);
  const words = heatWords[lang];
  const grid = gridOf(rows);
  const head = headHeight(grid);
  const left = labelWidth(grid, width);
  const totalWidth = 44;
  const columnWidth = Math.min(110, (width - left - totalWidth - 2) / Math.max(1, grid.vendors.length));
  const rowHeight = (height - head - 2) / Math.max(1, grid.industries.length);
  const columnX = (column: number) => left + totalWidth + column * columnWidth;
  const rowY = (row: number) => head + row * rowHeight;
  const right = columnX(grid.vendors.length);
  const place = (row: CellRow) => ({
    x: columnX(grid.vendors.findIndex(({ slug }) => slug === row.vendor)),
    y: rowY(grid.industries.findIndex(({ slug }) => slug === row.industry)),
  });
  const inWords = (row: CellRow) =>
    `${row.vendorName[lang]} · ${row.industryName[lang]} · ${words.models(row.models)}${row.stated ? ` · ${words.stated}` : ''}`;
  const muted = paint(surface.muted);
  // Arrow keys go from cell to cell in the order of the table.
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = active ? rows.indexOf(active) + by : by > 0 ? 0 : rows.length - 1;
    setActive(rows[Math.min(rows.length - 1, Math.max(0, at))] ?? null);
  };
  return (
    <div style={{ position: 'relative', width, height }}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onPointerLeave={() => setActive(null)}
        onKeyDown={interactive ? step : undefined}
        onBlur={() => setActive(null)}
        tabIndex={interactive ? 0 : undefined}
        role={interactive ? 'application' : undefined}
        aria-label={interactive ? words.keys : undefined}
      >
        <text x={left + totalWidth / 2} y={head - 8} textAnchor="middle" fontSize={type.axis} fill={muted}>
          {words.all}
        </text>
        {grid.vendors.map(({ slug, name }, column) => {
          const text = fitText(name[lang], type.label, head - 12);
          return (
            <text
              key={slug}
              transform={`translate(${columnX(column) + columnWidth / 2} ${head - 8}) rotate(-90)`}
              dy="0.35em"
              fontSize={type.label}
              fill={paint(surface.ink)}
            >
              {text !== name[lang] && <title>{name[lang]}</title>}
              {text}
            </text>
          );
        })}
        {grid.industries.map(({ slug, name, allVendors }, row) => (
          <g key={slug}>
            <path
              d={`M0 ${rowY(row)}H${right}`}
              stroke={paint(surface.rule)}
              strokeWidth={row === 0 ? 1 : 0.6}
              fill="none"
            />
            <RowLabel
              text={name[lang]}
              x={left - 8}
              y={rowY(row) + rowHeight / 2}
              width={left - 8}
              fill={paint(surface.ink)}
            />
            <text
              x={left + totalWidth / 2}
              y={rowY(row) + rowHeight / 2}
              dy="0.35em"
              textAnchor="middle"
              fontSize={type.number}
              fill={muted}
            >
              {allVendors}
            </text>
          </g>
        ))}
        {grid.vendors.map(({ slug }, column) => (
          <path
            key={slug}
            d={`M${columnX(column)} ${head}V${height - 2}`}
            stroke={paint(surface.rule)}
            strokeWidth={0.6}
            fill="none"
          />
        ))}
        <path
          d={`M0 ${height - 2}H${right}M${right} ${head}V${height - 2}`}
          stroke={paint(surface.rule)}
          strokeWidth={0.6}
          fill="none"
        />
        {rows.map((row, at) => {
          const { x, y } = place(row);
          const shade = stepOf(row.models);
          const middle = { x: x + columnWidth / 2, y: y + rowHeight / 2 };
          return (
            <g
              key={`${row.industry} ${row.vendor}`}
              data-row={at}
              data-key="models"
              data-value={row.models}
              onPointerEnter={interactive ? () => setActive(row) : undefined}
            >
              <title>{inWords(row)}</title>
              {shade && (
                <rect
                  x={x + 1}
                  y={y + 1}
                  width={columnWidth - 2}
                  height={rowHeight - 2}
                  fill={paint(shade.fill)}
                  stroke={paint(surface.rule)}
                />
              )}
              {row.stated && (
                <rect
                  x={x + 2}
                  y={y + 2}
                  width={columnWidth - 4}
                  height={rowHeight - 4}
                  fill="transparent"
                  stroke={paint(shade ? surface.ink : surface.edge)}
                  strokeWidth={1.5}
                />
              )}
              {shade && (
                <text
                  x={middle.x}
                  y={middle.y}
                  dy="0.35em"
                  textAnchor="middle"
                  fontSize={type.number}
                  fill={paint(shade.text)}
                >
                  {row.models}
                </text>
              )}
              {active === row && (
                <rect
                  x={x}
                  y={y}
                  width={columnWidth}
                  height={rowHeight}
                  fill="none"
                  stroke={paint(surface.ink)}
                  strokeWidth={2}
                />
              )}
            </g>
          );
        })}
      </svg>
      {interactive && (
        <p className="visually-hidden" aria-live="polite">
          {active ? inWords(active) : ''}
        </p>
      )}
      {interactive && active && (
        <div
          style={{
            position: 'absolute',
            left: Math.min(place(active).x, width - 200),
            top: place(active).y + rowHeight + 4,
            pointerEvents: 'none',
          }}
        >
          <TooltipCard
            title={`${active.vendorName[lang]} · ${active.industryName[lang]}`}
            lines={[
              { label: words.modelsLabel, text: String(active.models) },
              { label: words.statedLabel, text: active.stated ? words.yes : words.no },
              { label: words.allLabel, text: String(active.allVendors) },
            ]}
          />
        </div>
      )}
    </div>
  );
}
