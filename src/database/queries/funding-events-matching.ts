import { LimitedCache } from '@/domain/limited-cache';
import { type SourceVia, viaDistance } from '@/domain/source-via';
import { memoizeByObject } from '../memoize-by-object';
import { none } from '../packed';
import type { Facts } from '../reading';
import { dayNumber, type FundingColumns, fundingColumns, slugAt } from './funding-columns';
import { boundsIn } from './money-raised';
import { secondHandRecords } from './nearest-vias';

export type FundingOrder = 'newest' | 'oldest' | 'amount' | 'organization';

/** What is wanted of funding events. Empty lists and nulls want everything. */
export interface FundingFilter {
  /** Part of a name of the organization or of an investor, or of the round's label. */
  text: string;
  organizations: readonly string[];
  families: readonly string[];
  types: readonly string[];
  /** How near to who said it the nearest of an event's sources was read. */
  vias: readonly SourceVia[];
  /** Events that may have been announced on or after, and on or before, these ISO days. */
  from: string | null;
  to: string | null;
  currency: 'CNY' | 'USD';
  /** The least floor, in units of `currency`. */
  min: number | null;
  order: FundingOrder;
}

/** The events that match, as rows of the columns. */
export interface FundingMatches {
  columns: FundingColumns;
  /** Rows in the order that was asked for. */
  rows: Int32Array;
  /** How many more may match but have no date to tell by. */
  undated: number;
  currency: 'CNY' | 'USD';
  /** Not chosen by time or round. */
  whole: boolean;
}

/** Bytes of matches that are kept of an edition: the pages of a list ask for the same ones. */
const mostBytes = 32_000_000;
const keptMatches = memoizeByObject(
  (_: FundingColumns) => new LimitedCache<FundingMatches>(mostBytes, ({ rows }) => rows.byteLength + 1000),
);

/** Which funding events match, in order, and how many more may match but have no date to tell by? */
export async function fundingEventsMatching(facts: Facts, filter: FundingFilter): Promise<FundingMatches> {
  const columns = await fundingColumns(facts);
  if (filter.vias.length > 0) {
    // What a source says of itself is no part of the columns, so nothing that is kept with them may hold it.
    const far = await secondHandRecords(facts);
    const wanted = new Set(filter.vias.map(viaDistance));
    return matchesIn(columns, filter, (row) => wanted.has(far.get(columns.id[row] as number) ?? 0));
  }
  return keptMatches(columns).get(JSON.stringify(filter), async () => matchesIn(columns, filter));
}

function matchesIn(
  columns: FundingColumns,
  filter: FundingFilter,
  chosen: (row: number) => boolean = () => true,
): FundingMatches {
  const { from, to, sort, sorts, organization, organizations } = columns;
  const wanted = new Set(filter.organizations);
  const owners =
    wanted.size === 0
      ? null
      : new Set([...organizations].flatMap(([id, { slug }]) => (wanted.has(slug) ? [id] : [])));
  const counts = sorts.map(
    ({ family, type }) =>
      (filter.families.length === 0 || filter.families.includes(family)) &&
      (filter.types.length === 0 || filter.types.includes(type)),
  );
  const said = saying(columns, filter.text.toLowerCase());
  const { min } = boundsIn(columns, filter.currency);
  const first = filter.from === null ? -Infinity : dayNumber(filter.from);
  const last = filter.to === null ? Infinity : dayNumber(filter.to);
  const limited = filter.from !== null || filter.to !== null;
  const rows = new Int32Array(columns.size);
  let [found, undated] = [0, 0];
  for (let row = 0; row < columns.size; row++) {
    if (!counts[sort[row] as number]) continue;
    if (owners !== null && !owners.has(organization[row] as number)) continue;
    if (said !== null && !said(row)) continue;
    if (filter.min !== null && !(min(row) >= filter.min)) continue;
    if (!chosen(row)) continue;
    if (limited && from[row] === none) undated += 1;
    else if (!limited || ((to[row] as number) >= first && (from[row] as number) <= last)) rows[found++] = row;
  }
  return {
    columns,
    rows: inOrder(columns, rows.subarray(0, found), filter),
    undated,
    currency: filter.currency,
    whole: !limited && filter.families.length === 0,
  };
}

/** Does a row say a text: in the words of its organization, its own slug or round, or those of an investor? */
function saying(columns: FundingColumns, text: string): ((row: number) => boolean) | null {
  if (text === '') return null;
  const named = new Set(
    [...columns.organizations].flatMap(([id, { words }]) => (words.includes(text) ? [id] : [])),
  );
  const { organization, organizations, tookPartStart, investor, sort, sorts, slugStart, slugBytes } = columns;
  const rounds = sorts.map(({ round }) => (round ?? '').toLowerCase().includes(text));
  // One look through all slugs at once; a hit over the end of one is none.
  const hits = new Uint8Array(columns.size);
  const bytes = Buffer.from(slugBytes.buffer, slugBytes.byteOffset, slugBytes.length);
  for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) {
    let [low, high] = [0, columns.size];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((slugStart[middle] as number) <= at) low = middle;
      else high = middle;
    }
    if (at + text.length <= (slugStart[low + 1] as number)) hits[low] = 1;
  }
  // A text with a space may begin in one name and end in the next.
  const together = text.includes(' ')
    ? (row: number) => {
        const words = organizations.get(organization[row] as number)?.words ?? '';
        const round = sorts[sort[row] as number]?.round?.toLowerCase() ?? '';
        return `${words} ${slugAt(columns, row)} ${round}`.includes(text);
      }
    : () => false;
  return (row) => {
    if (hits[row] === 1 || rounds[sort[row] as number] || named.has(organization[row] as number)) return true;
    for (let at = tookPartStart[row] as number; at < (tookPartStart[row + 1] as number); at++)
      if (named.has(investor[at] as number)) return true;
    return together(row);
  };
}

/** Rows stand oldest first, then by slug; each order is made from that. */
function inOrder(columns: FundingColumns, rows: Int32Array, { order, currency }: FundingFilter): Int32Array {
  const { from, to, organization, organizations } = columns;
  const newest = () =>
    sameDaySorted(newestDayFirst(rows, from), from, (a, b) => (to[b] as number) - (to[a] as number) || a - b);
  if (order === 'oldest')
    return sameDaySorted(rows.slice(), from, (a, b) => (to[a] as number) - (to[b] as number) || a - b);
  if (order === 'newest') return newest();
  if (order === 'organization') {
    const rank = placesOfOrganizations(organizations);
    return byKey(newestDayFirst(rows, from), (row) => rank.get(organization[row] as number) ?? 0);
  }
  const { min, max } = boundsIn(columns, currency);
  const known = (value: number) => (Number.isNaN(value) ? Infinity : -value);
  return byKey(
    byKey(newestDayFirst(rows, from), (row) => known(max(row))),
    (row) => known(min(row)),
  );
}

/** The place of each organization by its English name; the same for those of the same name. */
const placesOfOrganizations = memoizeByObject((organizations: FundingColumns['organizations']) => {
  const names = [...organizations].map(([id, { name }]) => ({ id, name: name.en.toLowerCase() }));
  names.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const places = new Map<number, number>();
  let place = -1;
  names.forEach(({ id, name }, at) => {
    if (at === 0 || names[at - 1]?.name !== name) place += 1;
    places.set(id, place);
  });
  return places;
});

/** The days from the last to the first, the rows of one day as they were; those without a date last. */
function newestDayFirst(rows: Int32Array, from: Int32Array): Int32Array {
  const result = new Int32Array(rows.length);
  let dated = rows.length;
  while (dated > 0 && from[rows[dated - 1] as number] === none) dated -= 1;
  let at = 0;
  for (let end = dated; end > 0; ) {
    let start = end - 1;
    while (start > 0 && from[rows[start - 1] as number] === from[rows[end - 1] as number]) start -= 1;
    result.set(rows.subarray(start, end), at);
    at += end - start;
    end = start;
  }
  result.set(rows.subarray(dated), dated);
  return result;
}

/** Sorts the rows of each day. */
function sameDaySorted(rows: Int32Array, from: Int32Array, compare: (a: number, b: number) => number) {
  for (let start = 0; start < rows.length; ) {
    let end = start + 1;
    while (end < rows.length && from[rows[end] as number] === from[rows[start] as number]) end += 1;
    if (end - start > 1) rows.subarray(start, end).sort(compare);
    start = end;
  }
  return rows;
}

/** Rows by a number, the lowest first; rows with the same stay in their order. */
function byKey(rows: Int32Array, key: (row: number) => number): Int32Array {
  const keys = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) keys[at] = key(rows[at] as number);
  const places = new Map<number, number>();
  for (const each of keys) places.set(each, (places.get(each) ?? 0) + 1);
  let at = 0;
  for (const each of Float64Array.from(places.keys()).sort()) {
    const count = places.get(each) ?? 0;
    places.set(each, at);
    at += count;
  }
  const result = new Int32Array(rows.length);
  keys.forEach((each, row) => {
    const place = places.get(each) ?? 0;
    result[place] = rows[row] as number;
    places.set(each, place + 1);
  });
  return result;
}

/** The record ids of these rows. */
export function idsAt({ columns }: FundingMatches, rows: Int32Array): number[] {
  return Array.from(rows, (row) => columns.id[row] as number);
}
