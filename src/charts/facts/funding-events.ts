import { memoizeByObject } from '@/database/memoize-by-object';
import { none, sizeFor } from '@/database/packed';
import {
  type EvidenceColumns,
  evidenceColumns,
  isSeen,
  kindPlace,
} from '@/database/queries/evidence-columns';
import {
  dayNumber,
  dayOf,
  type EventSort,
  type FundingColumns,
  fundingColumns,
  type NamedOrganization,
  rowsById,
  slugAt,
} from '@/database/queries/funding-columns';
import { leftOutAs, type RaisedVisitor, visitRaised } from '@/database/queries/money-raised';
import type { Facts } from '@/database/reading';
import type { Bilingual, Lang } from '@/domain/bilingual';
import { evidenceKinds } from '@/domain/evidence';
import { Adding, type Way } from '@/domain/totals';
import type { Option } from '@/linking/parameters';
import type { BasisRecord, ChartData, LeftOut, SourceUse } from '../engine/definition';
import type { PeriodLength } from './calendar';
import { periodOfDay } from './calendar';
import { currencyOf, type FundingSum } from './funding-sum';
import { optionsFrom } from './options';
import { lastDayOf, type Period } from './period';

/** What the charts of funding read: all events and all evidence, as columns. */
export type FundingRead = { columns: FundingColumns; evidence: EvidenceColumns };

/** Every funding event on record, oldest first, and what sources say. */
export async function readFunding(facts: Facts): Promise<FundingRead> {
  return { columns: await fundingColumns(facts), evidence: await evidenceColumns(facts) };
}

/** Why an event that matches is in no sum. */
export const fundingReasons = {
  undated: { zh: '没有日期', en: 'no date' },
  unclear: {
    zh: '日期不够精确，无法判断是否在所选时段内',
    en: 'the date is not precise enough to tell whether it is in the period',
  },
} as const satisfies Record<string, Bilingual>;

/** What a reader of any sum of funding must know. */
export const fundingNote: Bilingual = {
  zh: '金额按公布日所在月份的汇率折算。“至少”是各笔下限之和，“至多”是各笔上限之和；未披露的不当作零，有未披露的就没有上限，除非合计把它包含在内。合计与它所涵盖的各轮，取较大者。',
  en: 'Amounts are converted at the rate of the month of announcement. “At least” adds up the floors, “at most” the ceilings; undisclosed is never zero, and leaves no upper bound unless a sum over several rounds holds it. Of a sum and the rounds that it spans the larger counts.',
};

/** Records of one figure or one reason that are kept to be listed, and records that one page lists at most. */
const mostKept = 50;
const mostListed = 600;

/** The events behind a figure, by their rows: how many, and the first of them. */
export class EventsBehind {
  count = 0;
  readonly first: number[] = [];
  add(row: number): void {
    this.count += 1;
    if (this.first.length < mostKept) this.first.push(row);
  }
}

/** Amounts that are added up, with the events that they come from. The order of adding does not matter. */
export class MoneyBehind extends EventsBehind {
  private readonly adding = new Adding();

  /** What an event adds, as `visitRaised` tells it. */
  addAmount(row: number, floor: number, ceiling: number, way: Way): this {
    this.add(row);
    this.adding.add(floor, ceiling, way);
    return this;
  }

  sum(): FundingSum {
    const { atLeast, atMost, counted, contained, undisclosed } = this.adding.total();
    return { events: counted + contained + undisclosed, floor: atLeast, ceiling: atMost, undisclosed };
  }
}

/** Events that are left out, by reason; an event counts once for a reason. */
export class EventsLeftOut {
  private readonly reasons = new Map<string, { reason: Bilingual; events: EventsBehind }>();
  /** The same by the object that names the reason: looked up for many rows, and quicker than by text. */
  private readonly byObject = new Map<Bilingual, EventsBehind>();

  /** The events that are left out for a reason; add each once. */
  for(reason: Bilingual): EventsBehind {
    const found = this.byObject.get(reason);
    if (found) return found;
    const known = this.reasons.get(reason.en) ?? { reason, events: new EventsBehind() };
    this.reasons.set(reason.en, known);
    this.byObject.set(reason, known.events);
    return known.events;
  }

  /** Most frequent reason first. */
  list(columns: FundingColumns): LeftOut[] {
    return [...this.reasons.values()]
      .sort((a, b) => b.events.count - a.events.count || (a.reason.en < b.reason.en ? -1 : 1))
      .map(({ reason, events }) => ({
        reason,
        records: events.first.map((row) => basisOfEvent(columns, row)),
        more: events.count - events.first.length,
      }));
  }
}

/** The event in a row as the basis of a figure; its evidence is read when it is shown. */
export function basisOfEvent(columns: FundingColumns, row: number): BasisRecord {
  const company = organizationAt(columns, row);
  const { round } = columns.sorts[columns.sort[row] as number] as EventSort;
  const name = (lang: Lang) => `${company.name[lang]} ${round ?? ''}`.trim();
  return {
    id: columns.id[row],
    name: { zh: name('zh'), en: name('en') },
    path: `/funding/${slugAt(columns, row)}`,
    evidence: [],
  };
}

const unnamed: NamedOrganization = { slug: '', name: { zh: '', en: '' }, formerSlugs: [], words: '' };

export function organizationAt({ organization, organizations }: FundingColumns, row: number) {
  return organizations.get(organization[row] as number) ?? unnamed;
}

/** The record ids of these slugs; null where none is given, which means all. */
export function idsOf({ organizations }: FundingColumns, slugs: readonly string[]): Set<number> | null {
  if (slugs.length === 0) return null;
  const wanted = new Set(slugs);
  return new Set([...organizations].flatMap(([id, { slug }]) => (wanted.has(slug) ? [id] : [])));
}

/** Where a row can stand to a period. */
export const [inside, outside, unclear] = [0, 1, 2];

/** Where a row stands to a period, as `placeInPeriod` says of dates. */
export function placing({ from, to }: FundingColumns, period: Period): (row: number) => number {
  if (period.from === null && period.to === null) return () => inside;
  const quarterStart = (quarter: string) =>
    dayNumber(`${quarter.slice(0, 4)}-${String(Number(quarter[5]) * 3 - 2).padStart(2, '0')}-01`);
  const first = period.from === null ? -Infinity : quarterStart(period.from);
  const last = period.to === null ? Infinity : dayNumber(lastDayOf(period.to));
  return (row) => {
    const [start, end] = [from[row] as number, to[row] as number];
    if (start === none) return unclear;
    if (end < first || start > last) return outside;
    return start >= first && end <= last ? inside : unclear;
  };
}

/** The period that a row falls into: its place among `names`, or -1 where the date is not precise enough. */
export function periodOfRows(
  columns: FundingColumns,
  by: PeriodLength,
): { names: string[]; of: (row: number) => number } {
  const { from, to } = columns;
  const { first, last } = numberedDays(columns);
  const names: string[] = [];
  const places = new Int32Array(first <= last ? last - first + 1 : 0);
  for (let day = first; day <= last; day++) {
    const name = periodOfDay(dayOf(day), by);
    if (names.at(-1) !== name) names.push(name);
    places[day - first] = names.length - 1;
  }
  return {
    names,
    of(row) {
      const [start, end] = [from[row] as number, to[row] as number];
      if (start === none) return -1;
      const place = places[start - first] as number;
      return place === places[end - first] ? place : -1;
    },
  };
}

/** The first and the last day that any event may have been on, by number; none is dated: the first after the last. */
const numberedDays = memoizeByObject(({ from, to, size }: FundingColumns) => {
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < size; row++) {
    if (from[row] === none) continue;
    first = Math.min(first, from[row] as number);
    last = Math.max(last, to[row] as number);
  }
  return { first, last };
});

/**
 * The day up to which events are on record, as ISO: the newest that is dated to a day or a month. One of which only the year is
 * known says nothing of its last quarter. Null where none is.
 */
export const newestDay = memoizeByObject(({ from, to, size }: FundingColumns): { day: string | null } => {
  let newest = -Infinity;
  for (let row = 0; row < size; row++)
    if (from[row] !== none && (to[row] as number) - (from[row] as number) <= 31)
      newest = Math.max(newest, to[row] as number);
  return { day: newest === -Infinity ? null : dayOf(newest) };
});

/** The first and the last day as ISO days; null where none is dated. */
export function daysOf(columns: FundingColumns): { from: string; to: string } | null {
  const { first, last } = numberedDays(columns);
  return first <= last ? { from: dayOf(first), to: dayOf(last) } : null;
}

/**
 * Goes through the events that match, counts them as money raised, and puts those that cannot be added where they are left
 * out. `whole`: also sums over several rounds, which belong to no time and no round.
 */
export function countEvents(
  columns: FundingColumns,
  state: Period & { readonly currency: 'cny' | 'usd' },
  matches: (row: number) => boolean,
  left: EventsLeftOut,
  count: RaisedVisitor['count'],
  whole = true,
): void {
  const { size, sort, from, id, sums } = columns;
  const place = placing(columns, state);
  const reasons = columns.sorts.map(leftOutAs);
  const rows: number[] = [];
  for (let row = 0; row < size; row++) {
    if (!matches(row)) continue;
    const where = place(row);
    if (where === outside) continue;
    // What is no round stands there with its own reason, whatever its date.
    const noRound = reasons[sort[row] as number] || sums.has(id[row] as number);
    if (where === unclear && !noRound)
      left.for(from[row] === none ? fundingReasons.undated : fundingReasons.unclear).add(row);
    else rows.push(row);
  }
  visitRaised(columns, { currency: currencyOf(state), whole: whole && isUnbounded(state) }, rows, {
    count,
    leave: (row, why) => left.for(why).add(row),
  });
}

/** Is no time chosen? */
function isUnbounded({ from, to }: Period): boolean {
  return from === null && to === null;
}

/** Does the row belong to one of these organizations and rounds? Empty lists are all. */
export function matching(
  columns: FundingColumns,
  organizations: readonly string[],
  rounds: readonly string[],
): (row: number) => boolean {
  const owners = idsOf(columns, organizations);
  const families = rounds.length === 0 ? null : columns.sorts.map(({ family }) => rounds.includes(family));
  return (row) =>
    (families === null || families[columns.sort[row] as number] === true) &&
    (owners === null || owners.has(columns.organization[row] as number));
}

const registerOf = memoizeByObject(rowsById);

/** The sources of the events that `counts` says yes to, and of other records: how many each is behind, how surely. */
export function sourceUses(
  { columns, evidence }: FundingRead,
  counts: (row: number) => boolean,
  others: ReadonlySet<number> = new Set(),
): SourceUse[] {
  const rows = registerOf(columns.id);
  const { record, source, marks } = evidence;
  const size = sizeForSources(evidence);
  const [records, surest, last] = [new Int32Array(size), new Int32Array(size), new Int32Array(size).fill(-1)];
  const seen = new Uint8Array(size);
  for (let at = 0; at < record.length; at++) {
    const of = record[at] as number;
    const row = rows[of] ?? -1;
    if (row === -1 ? !others.has(of) : !counts(row)) continue;
    const id = source[at] as number;
    const said = marks[at] as number;
    if (last[id] === -1 || kindPlace(said) < (surest[id] as number)) surest[id] = kindPlace(said);
    // The statements on one record stand together.
    if (last[id] !== of) records[id] = (records[id] as number) + 1;
    last[id] = of;
    if (isSeen(said)) seen[id] = 1;
  }
  const uses: SourceUse[] = [];
  for (let id = 0; id < size; id++)
    if (last[id] !== -1)
      uses.push({
        source: id,
        records: records[id] as number,
        kind: evidenceKinds[surest[id] as number] ?? 'estimated',
        seen: seen[id] === 1,
      });
  return uses;
}

const sizeForSources = memoizeByObject(({ source }: EvidenceColumns) => sizeFor(source));

/** Rows of an answer with the events behind them, of which a page lists a share. */
export function answered<Row>(
  read: FundingRead,
  rows: readonly { row: Row; events: EventsBehind }[],
  left: EventsLeftOut,
  notes: Bilingual[],
  counts: (row: number) => boolean,
): ChartData<Row> {
  const each = Math.max(1, Math.floor(mostListed / Math.max(1, rows.length)));
  return {
    rows: rows.map(({ row }) => row),
    basis: rows.map(({ events }) =>
      events.first.slice(0, each).map((row) => basisOfEvent(read.columns, row)),
    ),
    more: rows.map(({ events }) => events.count - Math.min(each, events.first.length)),
    leftOut: left.list(read.columns),
    notes,
    sources: sourceUses(read, counts),
  };
}

const optionsByRead = new WeakMap<FundingColumns['id'], Map<string, Option[]>>();

/** Organizations that raised money, invested, were backed or are on record at all, as options; worked out once an edition. */
export function organizationOptions(
  columns: FundingColumns,
  name: 'organizations' | 'investors' | 'backed' | 'all',
): Option[] {
  const known = optionsByRead.get(columns.id) ?? new Map<string, Option[]>();
  optionsByRead.set(columns.id, known);
  const made = known.get(name);
  if (made) return made;
  const ids = new Set<number>(name === 'all' ? columns.organizations.keys() : []);
  if (name === 'investors') for (const id of columns.investor) ids.add(id);
  else if (name !== 'all')
    for (let row = 0; row < columns.size; row++)
      if (name === 'organizations' || columns.tookPartStart[row] !== columns.tookPartStart[row + 1])
        ids.add(columns.organization[row] as number);
  const named = new Map(
    [...ids].flatMap((id) => {
      const organization = columns.organizations.get(id);
      return organization ? [[organization.slug, organization] as const] : [];
    }),
  );
  const options = optionsFrom([...named.values()]);
  known.set(name, options);
  return options;
}
