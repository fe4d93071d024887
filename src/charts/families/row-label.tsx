import { balanceText, fitText } from '@/pictures/text-width';
import { lineHeight, type } from './type';

/** The lines of a label that stands left of its row: `most` of them, then '…'. */
export function labelLines(text: string, width: number, size: number = type.label, most = 2): string[] {
  const lines = balanceText(text, size, width);
  const blank = /[a-z]/i.test(text) ? ' ' : '';
  const shown = [...lines.slice(0, most - 1), lines.slice(most - 1).join(blank)];
  return shown.filter((line, at) => at === 0 || line !== '').map((line) => fitText(line, size, width));
}

/** A label right-aligned at `x`, centred on `y`; the whole text is its title where it had to be cut. */
export function RowLabel(props: {
  text: string;
  x: number;
  y: number;
  width: number;
  fill: string;
  weight?: number;
  /** Lines at most (2). */
  most?: number;
}) {
  const lines = labelLines(props.text, props.width, type.label, props.most);
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
