import { type Colour, surface } from '@/domain/palette';
import { type Canvas, family } from '../engine/drawing';
import {
  arrowWidth,
  type BarContent,
  barHeight,
  layBars,
  mostLabelLines,
  placeTicks,
} from './bar-rows-layout';
import { Hatch } from './hatch';
import { RowLabel } from './row-label';
import { type } from './type';

type Props = Canvas & { content: BarContent<Colour> };

/** Rows of bars: solid for what is sure, hatched up to what is possible, figures in words beside or below. */
export const barRows = family<BarContent<Colour>>((content, width) => layBars(content, width).height, Draw, {
  length: 'width',
});

function Draw({ content, width, height, paint, id }: Props) {
  const { panels, rows } = content;
  const layout = layBars(content, width);
  // A picture of a given height may leave more room than the rows need.
  const stretch = Math.max(1, (height - layout.head - 4) / Math.max(1, layout.height - layout.head - 4));
  const rowTop = (row: number) => layout.head + ((layout.rows[row]?.y ?? 0) - layout.head) * stretch;
  const top = (row: number) => rowTop(row) + (layout.rows[row]?.bar ?? 0);
  const thickness = Math.min(22, barHeight * stretch);
  const ink = paint(surface.ink);
  const muted = paint(surface.muted);
  const colours = [
    ...new Map(
      rows
        .flatMap((row) => row.bars.flatMap((bar) => bar.pieces.map((piece) => piece.colour)))
        .map((colour) => [colour.variable, colour]),
    ).values(),
  ];
  const hatch = (colour: Colour | undefined) =>
    `${id}-hatch-${Math.max(
      0,
      colours.findIndex((each) => each.variable === colour?.variable),
    )}`;
  return (
    <>
      <defs>
        {(colours.length > 0 ? colours : [surface.muted]).map((colour, at) => (
          <Hatch key={colour.variable} id={`${id}-hatch-${at}`} colour={paint(colour)} />
        ))}
      </defs>
      {layout.panels.map((place, at) => {
        const panel = panels[at];
        return (
          <g key={place.x}>
            {panels.length > 1 && (
              <text x={place.x} y={12} fontSize={type.label} fontWeight={600} fill={ink}>
                {panel?.title}
              </text>
            )}
            {panel &&
              placeTicks(panel, place).map((tick) => (
                <g key={tick.x}>
                  <path
                    d={`M${tick.x} ${layout.head - 4}V${height - 4}`}
                    stroke={paint(tick.x === place.x ? surface.edge : surface.rule)}
                    fill="none"
                  />
                  {tick.text !== '' && (
                    <text
                      x={tick.x}
                      y={layout.head - 9}
                      textAnchor={tick.anchor}
                      fontSize={type.axis}
                      fill={muted}
                    >
                      {tick.text}
                    </text>
                  )}
                </g>
              ))}
          </g>
        );
      })}
      {rows.map((row, at) => (
        <g key={row.key}>
          <RowLabel
            text={row.label}
            x={layout.label - 10}
            y={rowTop(at) + (layout.rows[at]?.middle ?? 0) + (thickness - barHeight) / 2}
            width={layout.label - 10}
            most={mostLabelLines}
            fill={ink}
          />
          {layout.panels.map((place, panel) => {
            const bar = row.bars[panel];
            const most = panels[panel]?.ticks.at(-1) ?? 1;
            if (!bar) return null;
            const pixels = (value: number) => (value / most) * place.scale;
            const solid = bar.pieces.reduce((sum, piece) => sum + piece.value, 0);
            const end = Math.max(solid, bar.ceiling?.value ?? 0);
            const colour = bar.pieces[0]?.colour;
            let x = place.x;
            const words = layout.rows[at]?.words[panel] ?? { beside: true, lines: [] };
            const after = place.x + pixels(end) + (bar.open ? arrowWidth : 0) + (end > 0 ? 7 : 3);
            return (
              <g key={place.x}>
                {bar.pieces.map((piece) => {
                  const start = x;
                  x += pixels(piece.value);
                  return piece.value > 0 ? (
                    <g
                      key={`${piece.column} ${piece.colour.variable}`}
                      data-row={at}
                      data-key={piece.column}
                      data-value={piece.value}
                      data-scale={panel}
                    >
                      <title>{`${row.label} · ${bar.text}`}</title>
                      <rect
                        x={start}
                        y={top(at)}
                        width={pixels(piece.value)}
                        height={thickness}
                        fill={paint(piece.colour)}
                        stroke={bar.pieces.length > 1 ? paint(surface.paper) : undefined}
                        strokeWidth={bar.pieces.length > 1 ? 0.6 : undefined}
                      />
                    </g>
                  ) : null;
                })}
                {bar.ceiling && bar.ceiling.value > solid && (
                  <g
                    data-row={at}
                    data-key={bar.ceiling.column}
                    data-value={bar.ceiling.value}
                    data-scale={panel}
                  >
                    <title>{`${row.label} · ${bar.text}`}</title>
                    <rect
                      x={place.x + pixels(solid)}
                      y={top(at) + 0.5}
                      width={pixels(bar.ceiling.value - solid)}
                      height={thickness - 1}
                      fill={`url(#${hatch(colour)})`}
                      stroke={paint(colour ?? surface.muted)}
                    />
                  </g>
                )}
                {bar.open && (
                  <path
                    d={`M${place.x + pixels(end) + 3} ${top(at) + thickness / 2}h12m-4 -4l4 4l-4 4`}
                    stroke={paint(colour ?? surface.muted)}
                    strokeWidth={1.5}
                    fill="none"
                  />
                )}
                {words.lines.map((line, number) => (
                  <text
                    key={`${number} ${line}`}
                    x={words.beside ? after : place.x + 4}
                    y={words.beside ? top(at) + thickness / 2 : top(at) + thickness + 13 + number * 15}
                    dy={words.beside ? '0.35em' : undefined}
                    fontSize={type.number}
                    fill={words.beside ? ink : muted}
                    stroke={paint(surface.paper)}
                    strokeWidth={3}
                    paintOrder="stroke"
                  >
                    {line}
                  </text>
                ))}
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}
