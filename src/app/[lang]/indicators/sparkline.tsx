import { dateSpan } from '@/domain/partial-date';
import type { Seen } from '@/lists/indicators/themes';

const width = 120;
const height = 28;
const edge = 3;

/** The course of a series in small; what it says stands in words beside it. */
export function Sparkline({ series }: { series: readonly Seen[] }) {
  const points = series.flatMap(({ date, floor, ceiling }) => {
    const value = ceiling ?? floor;
    return value === null ? [] : [{ day: Date.parse(dateSpan(date).to), value }];
  });
  const [days, values] = [points.map(({ day }) => day), points.map(({ value }) => value)];
  const at = (value: number, all: readonly number[], size: number) => {
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return most === least ? size / 2 : edge + ((value - least) / (most - least)) * (size - 2 * edge);
  };
  const corners = points.map(({ day, value }) => ({
    x: at(day, days, width).toFixed(1),
    y: (height - at(value, values, height)).toFixed(1),
  }));
  const last = corners.at(-1);
  return (
    // It hangs from the line of text that its row stands on, and makes no row higher.
    <span className="relative block h-5">
      <svg
        className="absolute -top-1"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
      >
        <path
          d={`M${corners.map(({ x, y }) => `${x} ${y}`).join('L')}`}
          fill="none"
          stroke="var(--color-data-blue)"
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
        {last && <circle cx={last.x} cy={last.y} r={2.5} fill="var(--color-data-blue)" />}
      </svg>
    </span>
  );
}
