import { type Colour, surface } from '@/domain/palette';
import { type Canvas, family } from '../engine/drawing';
import { Explorable } from './explorable';
import { type FlowContent, layFlow, nodeWidth } from './flow-layout';
import { lineHeight, type } from './type';

type Props = Canvas & { content: FlowContent<Colour> };

/** Ribbons through columns of nodes. Names stand whole beside their nodes, broken over lines where they are long. */
export const flow = family<FlowContent<Colour>>((content, width) => layFlow(content, width).height, Draw);

function Draw({ content, width, height, paint, interactive }: Props) {
  const layout = layFlow(content, width, height);
  const ink = paint(surface.ink);
  const last = content.columns.length - 1;
  const tips = content.rows.map((row, at) => {
    const ribbon = layout.ribbons[at]?.at(-1);
    return {
      title: row.title,
      lines: row.tip,
      x: ((ribbon?.x1 ?? 0) + (ribbon?.x2 ?? 0)) / 2 - 60,
      y: ((ribbon?.y1 ?? 0) + (ribbon?.y2 ?? 0)) / 2 + (ribbon?.thickness ?? 0) / 2,
    };
  });
  return (
    <Explorable width={width} height={height} interactive={interactive} label={content.keys} tips={tips}>
      {(active, point) => (
        <>
          {content.columns.map(({ title }, at) => {
            const x = layout.nodes[at]?.[0]?.x ?? 0;
            return (
              <text
                key={title}
                x={at === 0 ? 0 : at === last ? width : x}
                y={12}
                textAnchor={at === last ? 'end' : 'start'}
                fontSize={type.axis}
                fill={paint(surface.muted)}
              >
                {title}
              </text>
            );
          })}
          {content.rows.map((row, at) => (
            <g
              key={row.path.join(' ')}
              data-row={row.index}
              data-key={row.data.column}
              data-value={row.data.value}
              {...point(at)}
            >
              <title>
                {[row.title, ...row.tip.map(({ label, text }) => `${label} ${text}`.trim())].join(' · ')}
              </title>
              {(layout.ribbons[at] ?? []).map((ribbon) => (
                <path
                  key={ribbon.x1}
                  d={ribbonPath(ribbon)}
                  fill={paint(row.colour)}
                  fillOpacity={opacityOf(row.hollow, active === null ? null : active === at)}
                  stroke={paint(row.colour)}
                  strokeWidth={row.hollow ? 1 : 0.5}
                  strokeDasharray={row.hollow ? '3 3' : undefined}
                  strokeOpacity={row.hollow ? 0.8 : 0.35}
                />
              ))}
            </g>
          ))}
          {layout.nodes.flat().map((node) => (
            <g key={`${node.x} ${node.key}`} pointerEvents="none">
              <rect x={node.x} y={node.y} width={nodeWidth} height={Math.max(1.5, node.height)} fill={ink} />
              <text
                textAnchor={node.label.anchor}
                fontSize={type.label}
                fill={ink}
                stroke={paint(surface.paper)}
                strokeWidth={3}
                strokeLinejoin="round"
                paintOrder="stroke"
              >
                {node.label.lines.some((line) => line.endsWith('…')) && <title>{node.label.whole}</title>}
                {node.label.lines.map((line, number) => (
                  <tspan
                    key={line}
                    x={node.label.x}
                    y={node.label.y + number * type.label * lineHeight}
                    dy="0.35em"
                  >
                    {line}
                  </tspan>
                ))}
              </text>
            </g>
          ))}
        </>
      )}
    </Explorable>
  );
}

/** `chosen`: null while nothing is. */
function opacityOf(hollow: boolean, chosen: boolean | null): number {
  if (hollow) return chosen ? 0.4 : 0.06;
  return chosen === null ? 0.45 : chosen ? 0.85 : 0.2;
}

function ribbonPath({
  x1,
  y1,
  x2,
  y2,
  thickness,
}: {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  thickness: number;
}) {
  const half = thickness / 2;
  const bend = (x1 + x2) / 2;
  return [
    `M${x1} ${y1 - half}`,
    `C${bend} ${y1 - half} ${bend} ${y2 - half} ${x2} ${y2 - half}`,
    `V${y2 + half}`,
    `C${bend} ${y2 + half} ${bend} ${y1 + half} ${x1} ${y1 + half}Z`,
  ].join('');
}
