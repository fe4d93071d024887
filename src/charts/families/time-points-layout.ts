import { textWidth } from '@/pictures/text-width';
import { niceTicks } from './ticks';
import { type } from './type';

/** One point in time: a span of days, and a value or a range. A missing bound is open. */
export type TimePoint<Colour> = {
  key: string;
  /** Stands beside the point where there is room. */
  label: string;
  /** First and last day, ISO. */
  from: string;
  to: string;
  floor: number | null;
  ceiling: number | null;
  /** Column of the table that holds the floor, and the one of the ceiling. */
  columns: { floor: string; ceiling: string };
  colour: Colour;
  /** Not observed: drawn hollow. */
  projected: boolean;
  title: string;
};

export type TimePointContent<Colour> = {
  points: readonly TimePoint<Colour>[];
  /** Points, by number, that a line joins in this order; dashed where it leads to what is forecast. */
  lines: readonly { points: readonly number[]; dashed: boolean; colour: Colour }[];
  scale: 'log' | 'linear';
  /** Shares of a whole: the axis ends at 1, whatever is reached. */
  whole?: boolean;
  /** Ranks: the first is on top. */
  ranks?: boolean;
  tick: (value: number) => string;
};

/** Where one point stands, in pixels. `y1` is the floor's, `y2` the ceiling's; null where that end is open. */
export type PlacedPoint = {
  x: number;
  x1: number;
  x2: number;
  y1: number | null;
  y2: number | null;
  /** Where its label goes; null where there is no room. */
  label: { x: number; y: number; anchor: 'start' | 'end' | 'middle' } | null;
};

export type TimeLayout = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  years: { x: number; text: string }[];
  ticks: { y: number; text: string }[];
  points: PlacedPoint[];
};

const dayLength = 86_400_000;
const dayOf = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / dayLength;
const top = 20;
const foot = 24;
const radius = 5;

/** The height that suits a width. */
export function timePointsHeight(width: number): number {
  return top + foot + Math.round(Math.min(380, Math.max(260, width * 0.46)));
}

/** Round values for the axis: powers of ten on a logarithmic scale. */
function valueTicks(values: readonly number[], scale: 'log' | 'linear'): number[] {
  const positive = values.filter((value) => value > 0);
  const most = Math.max(1, ...positive);
  if (scale === 'linear') return niceTicks(most, 5);
  const first = Math.floor(Math.log10(Math.min(most, ...positive)) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(most) - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at));
}

/** Every rank from the first to the last, or every second and so on where there are many. */
function rankTicks(values: readonly number[]): number[] {
  const last = Math.max(1, ...values);
  const every = Math.ceil(last / 10);
  return Array.from({ length: last }, (_, at) => at + 1).filter(
    (rank) => (rank - 1) % every === 0 || rank === last,
  );
}

/** Lays points out: time to the right, values up, labels where they cover nothing. */
export function layTimePoints<Colour>(
  content: TimePointContent<Colour>,
  width: number,
  height: number,
): TimeLayout {
  const { points, scale, tick } = content;
  const values = points.flatMap(({ floor, ceiling }) => [floor, ceiling]).filter((each) => each !== null);
  const ticks = content.ranks
    ? rankTicks(values)
    : valueTicks(content.whole ? [...values, 1] : values, scale);
  // Digits of an axis are all of one width in many fonts, the narrow 1 as well.
  const tickWidth = (value: number) => textWidth(tick(value).replaceAll('1', '0'), type.axis);
  const left = Math.max(24, ...ticks.map(tickWidth)) + 10;
  const right = width - 12;
  const bottom = height - foot;
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  const share = (value: number) =>
    content.ranks
      ? (high + 0.5 - value) / (high - low + 1)
      : scale === 'log'
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  const y = (value: number) => bottom - Math.max(0, Math.min(1, share(value))) * (bottom - top);
  const firstDay = Math.min(...points.map(({ from }) => dayOf(from)));
  const lastDay = Math.max(...points.map(({ to }) => dayOf(to)));
  // A margin at both ends keeps the outermost dots off the frame; one day alone gets a year around it.
  const margin = Math.max(45, (lastDay - firstDay) * 0.04);
  const start = firstDay - margin;
  const end = lastDay + margin;
  const x = (day: number) => left + ((day - start) / (end - start)) * (right - left);
  const placed = points.map((point): PlacedPoint => {
    const [from, to] = [dayOf(point.from), dayOf(point.to)];
    return {
      x: x((from + to) / 2),
      x1: x(from),
      x2: x(to),
      y1: point.floor === null ? null : y(point.floor),
      y2: point.ceiling === null ? null : y(point.ceiling),
      label: null,
    };
  });
  const boxes = placed.map((each) => boxOfPoint(each));
  placed.forEach((each, at) => {
    const text = points[at]?.label ?? '';
    const found = placeLabel(each, textWidth(text, type.number), boxes, { left, right, bottom });
    if (!found) return;
    each.label = found.label;
    boxes.push(found.box);
  });
  return {
    left,
    right,
    top,
    bottom,
    years: yearTicks(start, end, x),
    ticks: ticks.map((value) => ({ y: y(value), text: tick(value) })),
    points: placed,
  };
}

type Box = { x1: number; x2: number; y1: number; y2: number };

function boxOfPoint({ x, y1, y2 }: PlacedPoint): Box {
  const ends = [y1, y2].filter((each) => each !== null);
  return {
    x1: x - radius - 1,
    x2: x + radius + 1,
    y1: Math.min(...ends) - radius - 1,
    y2: Math.max(...ends) + radius + 1,
  };
}

function placeLabel(
  point: PlacedPoint,
  length: number,
  taken: readonly Box[],
  area: { left: number; right: number; bottom: number },
): { label: NonNullable<PlacedPoint['label']>; box: Box } | null {
  if (length === 0) return null;
  const own = boxOfPoint(point);
  const middle = (own.y1 + own.y2) / 2;
  const half = type.number * 0.6;
  const candidates = [
    { x: own.x2 + 3, y: middle, anchor: 'start' as const, x1: own.x2 + 2, x2: own.x2 + 4 + length },
    { x: own.x1 - 3, y: middle, anchor: 'end' as const, x1: own.x1 - 4 - length, x2: own.x1 - 2 },
    {
      x: point.x,
      y: own.y1 - half - 1,
      anchor: 'middle' as const,
      x1: point.x - length / 2,
      x2: point.x + length / 2,
    },
    {
      x: point.x,
      y: own.y2 + half + 1,
      anchor: 'middle' as const,
      x1: point.x - length / 2,
      x2: point.x + length / 2,
    },
  ];
  for (const { x, y, anchor, x1, x2 } of candidates) {
    const box = { x1, x2, y1: y - half, y2: y + half };
    const inside = x1 >= area.left && x2 <= area.right && box.y1 >= 2 && box.y2 <= area.bottom - 1;
    const free = taken.every(
      (other) => box.x2 < other.x1 || box.x1 > other.x2 || box.y2 < other.y1 || box.y1 > other.y2,
    );
    if (inside && free) return { label: { x, y, anchor }, box };
  }
  return null;
}

/** The first of each January in sight; where years are narrow, every second or third has its number. */
function yearTicks(start: number, end: number, x: (day: number) => number): { x: number; text: string }[] {
  const yearOf = (day: number) => new Date(day * dayLength).getUTCFullYear();
  const width = ((x(end) - x(start)) / (end - start)) * 365;
  const every = Math.max(1, Math.ceil(36 / width));
  const years: { x: number; text: string }[] = [];
  for (let year = yearOf(start); year <= yearOf(end); year++) {
    const january = dayOf(`${year}-01-01`);
    const at = Math.max(x(start), x(january));
    const room = Math.min(x(end), x(dayOf(`${year + every}-01-01`))) - at;
    years.push({ x: at, text: year % every === 0 && room >= 34 ? String(year) : '' });
  }
  return years;
}
