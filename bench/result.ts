/** One line of a bench: what was measured, its figure, and the ratios that count. */
export interface BenchLine {
  what: string;
  /** In the column's order; numbers are written with three significant digits. */
  values: (string | number)[];
}

/** What a bench found. Everything in it was measured in one run. */
export interface BenchResult {
  title: string;
  /** What was done, in one or two sentences. */
  how: string;
  columns: string[];
  lines: BenchLine[];
  /** One sentence for each figure that was to be reached: the figure, the bar, whether it holds. */
  reached: string[];
}

/** A bench: `npm run bench -- name`. */
export type Bench = () => Promise<BenchResult>;

/** The value below which the given share of the values lies: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds that each of `times` runs took; the runs follow each other. */
export async function timesOf(
  times: number,
  run: (at: number) => Promise<unknown> | unknown,
): Promise<number[]> {
  const taken: number[] = [];
  for (let at = 0; at < times; at++) {
    const start = performance.now();
    await run(at);
    taken.push(performance.now() - start);
  }
  return taken;
}

/** 'cold SVG 2.1× of ECharts (at most 4×): reached' */
export function verdict(
  what: string,
  value: number,
  bar: number,
  holds: boolean,
  wanted: 'at most' | 'at least',
): string {
  return `${what}: ${value.toFixed(2)}× (${wanted} ${bar}×): ${holds ? 'reached' : 'NOT reached'}`;
}
