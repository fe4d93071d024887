import type { DateSpan } from './partial-date';
import { quarterOf } from './partial-date';

/** How far records reach, and how thick they lie at their end. */
export type HowComplete = {
  records: number;
  /** Records whose date no source gives. */
  undated: number;
  /** The newest month of a record that is dated to a day or a month, as YYYY-MM; null where none is. */
  newest: string | null;
  /** The quarter of that month, the records that lie wholly in it, and how many lie in one of the four before on average. */
  last: { quarter: string; records: number; before: number } | null;
};

/** What can be said of records with these dates; null is a record without one. */
export function howComplete(dates: readonly (DateSpan | null)[]): HowComplete {
  const known = dates.filter((date) => date !== null);
  const newest = known
    .filter(({ precision }) => precision === 'day' || precision === 'month')
    .reduce<string | null>((last, { to }) => (last === null || to > last ? to : last), null);
  const inQuarter = new Map<string, number>();
  for (const { from, to } of known) {
    const quarter = quarterOf(from);
    if (quarter === quarterOf(to)) inQuarter.set(quarter, (inQuarter.get(quarter) ?? 0) + 1);
  }
  return {
    records: dates.length,
    undated: dates.length - known.length,
    newest: newest === null ? null : newest.slice(0, 7),
    last: newest === null ? null : endOf([...quartersBefore(quarterOf(newest))], inQuarter),
  };
}

/** The same of what was counted by quarter, the last one last. */
export function howCompleteOf({
  quarters,
  ...rest
}: Omit<HowComplete, 'last'> & { quarters: readonly { quarter: string; records: number }[] }): HowComplete {
  const last = quarters.at(-1);
  const counted = new Map(quarters.map(({ quarter, records }) => [quarter, records]));
  return { ...rest, last: last ? endOf(quartersBefore(last.quarter), counted) : null };
}

const quartersCompared = 4;

/** A quarter, and the four before it, newest first. */
function quartersBefore(quarter: string): string[] {
  const [year, number] = quarter.split('-Q').map(Number) as [number, number];
  return Array.from({ length: quartersCompared + 1 }, (_, back) => {
    const at = year * 4 + number - 1 - back;
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  });
}

function endOf([quarter = '', ...before]: readonly string[], counted: ReadonlyMap<string, number>) {
  const sum = before.reduce((all, each) => all + (counted.get(each) ?? 0), 0);
  return { quarter, records: counted.get(quarter) ?? 0, before: sum / quartersCompared };
}
