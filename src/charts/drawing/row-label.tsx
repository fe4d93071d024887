import { balanceText, fitText } from './text-width';
import { lineHeight, type } from './type';

/** The lines of a label that stands left of its row: two at most, then '…'. */
export function labelLines(text: string, width: number, size: number = type.label): string[] {
  const [first = '', ...rest] = balanceText(text, size, width);
  if (rest.length === 0) return [fitText(first, size, width)];
  return [fitText(first, size, width), fitText(rest.join(/[a-z]/i.test(text) ? ' ' : ''), size, width)];
}

/** A label right-aligned at `x`, centred on `y`; the whole text is its title where it had to be cut. */
export function RowLabel(props: {
  text: string;
  x: number;
  y: number;
  width: number;
  fill: string;
  weight?: number;
}) {
  const lines = labelLines(props.text, props.width);
  const top = props.y - ((lines.length - 1) * type.label * lineHeight) / 2;
  const cut = lines.some((line) => line.endsWith('…'));
  return (
    <text textAnchor="end" fontSize={type.label} fill={props.fill} fontWeight={props.weight}>
      {cut && <title>{props.text}</title>}
      {lines.map((line, at) => (
        <tspan key={line} x={props.x} y={top + at * type.label * lineHeight} dy="0.35em">
          {line}
        </tspan>
      ))}
    </text>
  );
}
