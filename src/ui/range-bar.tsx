import { useId } from 'react';
import type { Lang } from '@/domain/bilingual';
import { type Colour, cssColour, data } from '@/domain/palette';
import { evidenceWords } from '@/i18n/evidence';

type Props = {
  lang: Lang;
  /** Floor, and ceiling or null where it is open, in the unit of `full` and `format`. */
  min: number;
  max: number | null;
  /** The value at the right end of the bar, the same for every bar of a table. */
  full: number;
  format: (value: number) => string;
  colour?: Colour;
  /** In pixels. */
  width?: number;
};

const height = 10;

/** A small bar: solid to the floor, hatched to the ceiling, and fading stripes where the ceiling is open. */
export function RangeBar({ lang, min, max, full, format, colour = data.blue, width = 120 }: Props) {
  const pattern = useId();
  const words = evidenceWords[lang];
  const place = (value: number) => (full > 0 ? Math.min(width, Math.max(0, (value / full) * width)) : 0);
  const floor = place(min);
  const ceiling = max === null ? Math.min(width, floor + 24) : place(max);
  const label = max === null ? words.rangeBarOpen(format(min)) : words.rangeBar(format(min), format(max));
  const fill = cssColour(colour);
  return (
    <svg
      className="range-bar"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <defs>
        <pattern
          id={pattern}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="1.5" height="4" fill={fill} />
        </pattern>
      </defs>
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--color-rule)" />
      {ceiling > floor ? (
        <rect x={floor} width={ceiling - floor} height={height} fill={`url(#${pattern})`} />
      ) : null}
      {max !== null && ceiling > floor ? (
        <path d={`M${floor} .5H${ceiling - 0.5}V${height}`} fill="none" stroke={fill} />
      ) : null}
      <rect width={Math.max(min > 0 ? 1 : 0, floor)} height={height} fill={fill} />
    </svg>
  );
}
