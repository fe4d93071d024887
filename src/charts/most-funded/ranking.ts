import { memoizeByObject } from '@/database/memoize-by-object';
import { sizeFor } from '@/database/packed';
import type { FundingColumns } from '@/database/queries/funding-columns';
import type { Way } from '@/domain/totals';
import { MoneyBehind } from '../facts/funding-events';

/** The events that count, with what each adds; NaN for both: not disclosed. */
export class EventsThatCount {
  count = 0;
  private readonly rows: Int32Array;
  private readonly floors: Float64Array;
  private readonly ceilings: Float64Array;
  private readonly ways: Way[] = [];

  /** At most so many. */
  constructor(most: number) {
    this.rows = new Int32Array(most);
    this.floors = new Float64Array(most);
    this.ceilings = new Float64Array(most);
  }

  readonly add = (row: number, min: number, max: number, way: Way): void => {
    this.rows[this.count] = row;
    this.floors[this.count] = min;
    this.ceilings[this.count] = max;
    this.ways.push(way);
    this.count += 1;
  };

  each(visit: (row: number, min: number, max: number, way: Way) => void): void {
    for (let at = 0; at < this.count; at++)
      visit(
        this.rows[at] as number,
        this.floors[at] as number,
        this.ceilings[at] as number,
        this.ways[at] as Way,
      );
  }
}

/** Organizations that have events that count, by record id. */
export interface Owners {
  count: number;
  /** The sum of their floors, as floating point adds them up in this order: near the sum that is shown. NaN: no event. */
  floor: Float64Array;
}

const sizeForOwners = memoizeByObject(({ organization }: FundingColumns) => sizeFor(organization));

export function ownersOf(columns: FundingColumns, events: EventsThatCount): Owners {
  const floor = new Float64Array(sizeForOwners(columns)).fill(Number.NaN);
  let count = 0;
  events.each((row, min) => {
    const id = columns.organization[row] as number;
    const known = floor[id] as number;
    if (Number.isNaN(known)) count += 1;
    floor[id] = (Number.isNaN(known) ? 0 : known) + (Number.isNaN(min) ? 0 : min);
  });
  return { count, floor };
}

/** Far more than adding a million floors in another order can change, as a share. */
const doubt = 1e-6;

/**
 * Which organizations may be among the first so many by their floor: all that are as high as the last of them, or so near
 * below that the order of adding decides. Only their money has to be added up exactly and put in full order.
 */
export function mayBeAmong({ count, floor }: Owners, first: number): (id: number) => boolean {
  if (first >= count) return () => true;
  // A typed array sorts NaN to its end.
  const least = floor.toSorted()[count - first] as number;
  return (id) => (floor[id] as number) >= least * (1 - doubt);
}

/** What those organizations raised, in the order in which they come first. */
export function moneyOf(
  { organization }: FundingColumns,
  events: EventsThatCount,
  wanted: (id: number) => boolean,
): Map<number, MoneyBehind> {
  const money = new Map<number, MoneyBehind>();
  events.each((row, min, max, way) => {
    const id = organization[row] as number;
    if (!wanted(id)) return;
    const own = money.get(id) ?? new MoneyBehind();
    money.set(id, own.addAmount(row, min, max, way));
  });
  return money;
}
