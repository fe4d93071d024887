import type { Colour } from '@/domain/palette';

/** A run of a column. `column` and `value` are those of the table, `length` is in units of the axis. */
export type ColumnPart = {
  /** The row of the table. */
  index: number;
  column: string;
  value: number | string;
  length: number;
  colour: Colour;
  /** Possible, not certain. */
  hatched: boolean;
  title: string;
  /** Stands inside where there is room. */
  text?: string;
};

/** What is stacked in one period, from the bottom up. */
export type PeriodColumn = {
  /** '2023Q1' or '2023'. */
  period: string;
  parts: readonly ColumnPart[];
  /** Events without a figure: a ring each; from the fourth on, a ring and the number. */
  rings?: { count: number; title: string };
  /** Entries of this period are still arriving. */
  shaded?: boolean;
  tip: { title: string; lines: readonly { label: string; text: string; colour?: Colour }[] };
};

export type ColumnsContent = {
  /** Every period from the first to the last. */
  columns: readonly PeriodColumn[];
  ticks: readonly number[];
  tick: (value: number) => string;
  /** The text of the last tick, with its unit: it stands above its line. Left out, it stands beside it as the others do. */
  topTick?: string;
};

/** Room above the plot, in pixels: more where the last tick and rings stand there. */
export function columnsHead({ topTick }: ColumnsContent): number {
  return topTick === undefined ? 16 : 36;
}

/** Room below it, for the names of periods. */
export const columnsFoot = 34;
