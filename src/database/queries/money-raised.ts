import type { Bilingual } from '@/domain/bilingual';
import { belowParts, moneyRaised, moneyReasons, type Standing } from '@/domain/money-raised';
import type { MoneyEvent } from '@/domain/sum-spans';
import { Adding, type Total, type Way } from '@/domain/totals';
import { memoizeByObject } from '../memoize-by-object';
import { none } from '../packed';
import type { Facts } from '../reading';
import { type EventSort, type FundingColumns, fundingColumns, slugAt } from './funding-columns';

type Currency = 'CNY' | 'USD';

/**
 * The range of a row in a currency; both NaN where the amount is undisclosed or cannot be converted. A sum needs no
 * rate in its own currency, also where it has no date to find one for.
 */
export function boundsIn(columns: FundingColumns, currency: Currency) {
  const [lows, highs] =
    currency === 'USD' ? [columns.usdMin, columns.usdMax] : [columns.cnyMin, columns.cnyMax];
  const own = currency === 'USD' ? 1 : 0;
  const of = (converted: Float64Array, stated: Float64Array) => (row: number) => {
    const value = converted[row] as number;
    return Number.isNaN(value) && columns.currency[row] === own ? (stated[row] as number) : value;
  };
  const [min, max] = [of(lows, columns.min), of(highs, columns.max)];
  /** An amount is stated that cannot be converted. */
  const lacksRate = (row: number) =>
    Number.isNaN(min(row)) &&
    Number.isNaN(max(row)) &&
    !(Number.isNaN(columns.min[row]) && Number.isNaN(columns.max[row]));
  return { min, max, lacksRate };
}

const noReason: Bilingual = { zh: '不是公司募得的钱', en: 'not money that the company raised' };

/** Why events of this sort are no round that brought money; null where they are. */
export function leftOutAs({ raised, leftOut }: EventSort): Bilingual | null {
  return raised ? null : (leftOut ?? noReason);
}

/** What is told of the events that are asked for, each by its row. */
export interface RaisedVisitor {
  /**
   * It is in the figure, and adds this much to the floor and to the ceiling: NaN for both is an undisclosed amount, NaN for the
   * ceiling an open one.
   */
  count(row: number, floor: number, ceiling: number, way: Way): void;
  /** It is not, for a reason; `holders` are the record ids of events that hold its money. */
  leave(row: number, why: Bilingual, holders: readonly number[]): void;
}

/** Organizations that have a sum over several rounds on record: there it takes a look at all their events. */
const withSums = memoizeByObject(({ organization, sums, id, size }: FundingColumns): ReadonlySet<number> => {
  const owners = new Set<number>();
  if (sums.size > 0)
    for (let row = 0; row < size; row++)
      if (sums.has(id[row] as number)) owners.add(organization[row] as number);
  return owners;
});

function moneyEvents(columns: FundingColumns, rows: readonly number[], currency: Currency): MoneyEvent[] {
  const { min, max, lacksRate } = boundsIn(columns, currency);
  const day = (value: number) => (value === none ? Number.NaN : value);
  return rows.map((row) => ({
    key: columns.id[row] as number,
    min: min(row),
    max: max(row),
    from: day(columns.from[row] as number),
    to: day(columns.to[row] as number),
    leftOut: leftOutAs(columns.sorts[columns.sort[row] as number] as EventSort),
    sum: columns.sums.get(columns.id[row] as number) ?? null,
    lacksRate: lacksRate(row),
  }));
}

function tell(row: number, isSum: boolean, standing: Standing, to: RaisedVisitor): void {
  if (standing.as === 'left-out') to.leave(row, standing.why, []);
  else if (standing.as === 'counted')
    to.count(row, standing.floor, standing.ceiling, !isSum || standing.floor > 0 ? 'counted' : 'bound');
  else if (isSum) to.leave(row, standing.why, standing.holders);
  // Its money is in the figure, by way of the sum that holds it.
  else to.count(row, 0, 0, 'contained');
}

/**
 * Money raised, as everything that shows any counts it: tells of each of these rows what it adds, or why it adds nothing.
 * `whole` says that they were not chosen by time or round; sums over several rounds count only then.
 */
export function visitRaised(
  columns: FundingColumns,
  { currency, whole }: { currency: Currency; whole: boolean },
  rows: Iterable<number>,
  to: RaisedVisitor,
): void {
  const { organization, sort, id, sums } = columns;
  const { min, max, lacksRate } = boundsIn(columns, currency);
  const reasons = columns.sorts.map(leftOutAs);
  const owners = withSums(columns);
  const apart = new Map<number, number[]>();
  for (const row of rows) {
    const owner = organization[row] as number;
    if (owners.size > 0 && owners.has(owner)) {
      const own = apart.get(owner);
      if (own) own.push(row);
      else apart.set(owner, [row]);
      continue;
    }
    const why = reasons[sort[row] as number];
    if (why) to.leave(row, why, []);
    else if (lacksRate(row)) to.leave(row, moneyReasons.noRate, []);
    else to.count(row, min(row), max(row), 'counted');
  }
  for (const own of apart.values()) {
    const standings = moneyRaised(moneyEvents(columns, own, currency), whole);
    for (const row of own) {
      const key = id[row] as number;
      tell(row, sums.has(key), standings.get(key) as Standing, to);
    }
  }
}

/** What these rows come to. */
export function totalRaised(
  columns: FundingColumns,
  how: { currency: Currency; whole: boolean },
  rows: Iterable<number>,
): Total {
  const adding = new Adding();
  visitRaised(columns, how, rows, {
    count: (_, floor, ceiling, way) => adding.add(floor, ceiling, way),
    leave: (_, why) => adding.leave(why),
  });
  return adding.total();
}

/** What an event does in what its organization raised, with the slugs of the events that hold its money. */
export type ToldStanding =
  | { as: 'counted'; floor: number | null; ceiling: number | null; disclosed: boolean; holders: string[] }
  | { as: 'contained'; why: Bilingual; holders: string[] }
  | { as: 'left-out'; why: Bilingual };

/** What one organization raised, and what each of its events does in it, by record id. */
export interface RaisedInFull {
  total: Total;
  standings: ReadonlyMap<number, ToldStanding>;
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value);

/** What has each of these organizations raised, by record id, and on which of its events does that rest? */
export async function moneyOfOrganizations(
  facts: Facts,
  ids: readonly number[],
  currency: Currency,
): Promise<Map<number, RaisedInFull>> {
  const columns = await fundingColumns(facts);
  const rows = rowsOfOrganizations(columns, new Set(ids));
  return new Map(
    ids.map((organization) => {
      const own = rows.get(organization) ?? [];
      const slugs = new Map(own.map((row) => [columns.id[row] as number, slugAt(columns, row)]));
      const named = (keys: readonly number[]) => keys.flatMap((key) => slugs.get(key) ?? []).sort();
      const standings = moneyRaised(moneyEvents(columns, own, currency));
      return [
        organization,
        {
          total: totalRaised(columns, { currency, whole: true }, own),
          standings: new Map(
            [...standings].map(([key, standing]): [number, ToldStanding] => [
              key,
              standing.as === 'left-out'
                ? standing
                : standing.as === 'contained'
                  ? { ...standing, holders: named(standing.holders) }
                  : {
                      as: 'counted',
                      floor: orNull(standing.floor),
                      ceiling: orNull(standing.ceiling),
                      disclosed: !(Number.isNaN(standing.floor) && Number.isNaN(standing.ceiling)),
                      holders: named(standing.holders),
                    },
            ]),
          ),
        },
      ];
    }),
  );
}

/** The same for one. */
export async function moneyOfOrganization(
  facts: Facts,
  id: number,
  currency: Currency,
): Promise<RaisedInFull> {
  return (await moneyOfOrganizations(facts, [id], currency)).get(id) as RaisedInFull;
}

/** The rows of each of these organizations, or of all, in their order. */
export function rowsOfOrganizations(
  { organization, size }: FundingColumns,
  ids: ReadonlySet<number> | null,
): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < size; row++) {
    const id = organization[row] as number;
    if (ids !== null && !ids.has(id)) continue;
    const own = rows.get(id);
    if (own) own.push(row);
    else rows.set(id, [row]);
  }
  return rows;
}

/** A sum over several rounds that is less than what it is said to hold: one of them is wrong. */
export interface SumBelowParts {
  /** Record id and slug of the sum. */
  id: number;
  slug: string;
  organization: { slug: string; name: Bilingual };
  /** The currency that both are compared in: that of the sum, where that is one of the two. */
  currency: Currency;
  /** The most that the sum can be, and the least that comes together of what is surely in it. */
  most: number;
  least: number;
  /** Slugs of the rounds that are surely in it. */
  rounds: string[];
}

/** Which sums over several rounds are smaller than their parts? They are kept, and stand among the doubts. */
export async function sumsBelowTheirParts(facts: Facts): Promise<SumBelowParts[]> {
  const columns = await fundingColumns(facts);
  const found: SumBelowParts[] = [];
  for (const own of rowsOfOrganizations(columns, withSums(columns)).values())
    for (const currency of ['CNY', 'USD'] as const) {
      // In the sum's own currency, so that no rate makes it smaller than it was stated.
      const stated = (row: number) => (columns.currency[row] === 0 ? 'CNY' : 'USD');
      const sums = own.filter(
        (row) => columns.sums.has(columns.id[row] as number) && stated(row) === currency,
      );
      if (sums.length === 0) continue;
      const events = moneyEvents(columns, own, currency);
      const slugs = new Map(own.map((row) => [columns.id[row] as number, slugAt(columns, row)]));
      for (const row of sums) {
        const below = belowParts(events, columns.id[row] as number);
        const organization = columns.organizations.get(columns.organization[row] as number);
        if (below && organization)
          found.push({
            id: columns.id[row] as number,
            slug: slugAt(columns, row),
            organization: { slug: organization.slug, name: organization.name },
            currency,
            most: below.most,
            least: below.least,
            rounds: below.rounds.flatMap((key) => slugs.get(key) ?? []).sort(),
          });
      }
    }
  return found.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
