import { type Colour, surface } from '@/domain/palette';
import { type Canvas, family } from '../engine/drawing';
import { type FlowContent, layFlow, nodeWidth } from './flow-layout';
import { lineHeight, type } from './type';

type Props = Canvas & { content: FlowContent<Colour> };

/** Ribbons through columns of nodes. Names stand whole beside their nodes, broken over lines where they are long. */
export const flow = family<FlowContent<Colour>>((content, width) => layFlow(content, width).height, Draw);

function Draw({ content, width, height, paint }: Props) {
  const layout = layFlow(content, width, height);
  const ink = paint(surface.ink);
  const last = content.columns.length - 1;
  return (
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
        >
          <title>{row.title}</title>
          {(layout.ribbons[at] ?? []).map((ribbon) => (
            <path
              key={ribbon.x1}
              d={ribbonPath(ribbon)}
              fill={paint(row.colour)}
              fillOpacity={row.hollow ? 0.06 : 0.45}
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
  );
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
