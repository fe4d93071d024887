import { type Colour, surface } from '@/domain/palette';
import { type Canvas, family } from '../engine/drawing';
import {
  layTimePoints,
  type PlacedPoint,
  type TimePoint,
  type TimePointContent,
  timePointsHeight,
} from './time-points-layout';
import { type } from './type';

type Props = Canvas & { content: TimePointContent<Colour> };

/** Points over time, with the span of an unsure date and the range of an unsure value; projections hollow and dashed. */
export const timePoints = family<TimePointContent<Colour>>(
  (_content, width) => timePointsHeight(width),
  Draw,
);

function Draw({ content, width, height, paint }: Props) {
  const layout = layTimePoints(content, width, height);
  const muted = paint(surface.muted);
  const corners = (points: readonly number[]) =>
    points.flatMap((at) => {
      const place = layout.points[at];
      const y = place?.y1 ?? place?.y2;
      return place && y !== null && y !== undefined ? [`${place.x} ${y}`] : [];
    });
  return (
    <>
      {layout.ticks.map(({ y, text }) => (
        <g key={y}>
          <path d={`M${layout.left} ${y}H${layout.right}`} stroke={paint(surface.rule)} fill="none" />
          <text x={layout.left - 8} y={y} dy="0.35em" textAnchor="end" fontSize={type.axis} fill={muted}>
            {text}
          </text>
        </g>
      ))}
      {layout.years.map(({ x, text }, at) => (
        <g key={x}>
          {at > 0 && (
            <path
              d={`M${x} ${layout.top - 6}V${layout.bottom + 6}`}
              stroke={paint(surface.rule)}
              strokeWidth={0.8}
              fill="none"
            />
          )}
          {text !== '' && (
            <text x={x + 4} y={layout.bottom + 17} fontSize={type.axis} fill={paint(surface.ink)}>
              {text}
            </text>
          )}
        </g>
      ))}
      <path d={`M${layout.left} ${layout.bottom}H${layout.right}`} stroke={paint(surface.edge)} fill="none" />
      {content.lines.map(({ points, dashed, colour }) => (
        <path
          key={points.join(' ')}
          d={`M${corners(points).join('L')}`}
          stroke={paint(colour)}
          strokeWidth={1.5}
          strokeDasharray={dashed ? '5 4' : undefined}
          strokeLinejoin="round"
          fill="none"
        />
      ))}
      {content.points.map((each, at) => {
        const place = layout.points[at];
        return place ? (
          <g key={each.key}>
            <Mark row={at} point={each} place={place} paint={paint} />
          </g>
        ) : null;
      })}
    </>
  );
}

function Mark(props: { row: number; point: TimePoint<Colour>; place: PlacedPoint; paint: Props['paint'] }) {
  const { row, point, place, paint } = props;
  const colour = paint(point.colour);
  const main = place.y1 ?? place.y2;
  if (main === null) return null;
  const spread = place.y1 !== null && place.y2 !== null && place.y1 !== place.y2;
  const fill = point.projected || place.y1 === null ? paint(surface.paper) : colour;
  const dot = (y: number) => (
    <circle cx={place.x} cy={y} r={5} fill={fill} stroke={colour} strokeWidth={1.6} />
  );
  return (
    <>
      {place.x2 - place.x1 > 14 && (
        <path
          d={`M${place.x1} ${main}H${place.x2}`}
          stroke={colour}
          strokeWidth={1}
          strokeOpacity={0.55}
          fill="none"
        />
      )}
      {spread && (
        <path d={`M${place.x} ${place.y1}V${place.y2}`} stroke={colour} strokeWidth={3} fill="none" />
      )}
      {place.y1 !== null && place.y2 === null && <Arrow x={place.x} y={place.y1} up colour={colour} />}
      {place.y1 === null && place.y2 !== null && <Arrow x={place.x} y={place.y2} colour={colour} />}
      {place.y1 !== null && (
        <g data-row={row} data-key={point.columns.floor} data-value={point.floor}>
          <title>{point.title}</title>
          {dot(place.y1)}
        </g>
      )}
      {place.y2 !== null && (place.y1 === null || spread) && (
        <g data-row={row} data-key={point.columns.ceiling} data-value={point.ceiling}>
          <title>{point.title}</title>
          {dot(place.y2)}
        </g>
      )}
      {place.label && (
        <text
          x={place.label.x}
          y={place.label.y}
          dy="0.35em"
          textAnchor={place.label.anchor}
          fontSize={type.number}
          fill={paint(point.projected ? surface.muted : surface.ink)}
          stroke={paint(surface.paper)}
          strokeWidth={3}
          paintOrder="stroke"
        >
          {point.label}
        </text>
      )}
    </>
  );
}

/** Where one end is open: the value is at least, or at most, this. */
function Arrow({ x, y, up = false, colour }: { x: number; y: number; up?: boolean; colour: string }) {
  const by = up ? -1 : 1;
  return (
    <path
      d={`M${x} ${y + by * 6}v${by * 12}m-4 ${by * -4}l4 ${by * 4}l4 ${by * -4}`}
      stroke={colour}
      strokeWidth={1.5}
      fill="none"
    />
  );
}
