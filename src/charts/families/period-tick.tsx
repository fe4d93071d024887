import { type } from './type';

/** Quarters as numbers where there is room, the year below its first quarter. */
export function PeriodTick(props: {
  x: number;
  y: number;
  period: string;
  first: boolean;
  /** Is there room for a text under each quarter? */
  roomy: boolean;
  fill: string;
  strong: string;
}) {
  const [year = '', part] = props.period.split('Q');
  const yearly = part === undefined;
  if (yearly) {
    // Years that would run into each other: every second one.
    if (!props.roomy && Number(year) % 2 !== 0) return null;
    return (
      <text x={props.x} y={props.y + 6} textAnchor="middle" fontSize={type.axis} fill={props.strong}>
        {year}
      </text>
    );
  }
  // A first year that starts late would run into the next year's label.
  const showYear = part === '1' || (props.first && Number(part) <= 2);
  return (
    <g>
      {props.roomy && (
        <text x={props.x} y={props.y + 4} textAnchor="middle" fontSize={type.axis} fill={props.fill}>
          {`Q${part}`}
        </text>
      )}
      {part === '1' && !props.roomy && (
        <path d={`M${props.x} ${props.y - 8}v5`} stroke={props.fill} fill="none" />
      )}
      {showYear && (
        <text
          x={props.x}
          y={props.y + (props.roomy ? 20 : 8)}
          textAnchor="middle"
          fontSize={type.axis}
          fill={props.strong}
        >
          {year}
        </text>
      )}
    </g>
  );
}
