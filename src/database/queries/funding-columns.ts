import type { Bilingual } from '@/domain/bilingual';
import type { FundingType } from '@/domain/funding-type';
import type { SumSpan } from '@/domain/sum-spans';
import { type ParticipationRole, participationRoles } from '@/records/funding-event/schema';
import { changedBetween, keptCurrent } from '../kept-current';
import { joined, joinedLists, none, type Stretch, sizeFor, unpackFloats, unpackInts } from '../packed';
import type { Facts } from '../reading';
import { bilingual } from '../sql-fragments';
import { formerSlugs } from './former-slugs';

/** An organization by name; `formerSlugs` are those of records that were merged into it. */
export interface NamedOrganization {
  slug: string;
  name: Bilingual;
  formerSlugs: string[];
  /** Slug, names and aliases in small letters, for finding a part of them. */
  words: string;
}

/** What decides how an event counts. There are few of them, however many events. */
export interface EventSort {
  type: FundingType;
  /** The round as its source labels it. */
  round: string | null;
  family: string;
  /** Is it money that the company raised, and if not, why? */
  raised: boolean;
  leftOut: Bilingual | null;
}

/** A number for every event. */
interface Numbers {
  id: Int32Array;
  /** Record id of whose it is. */
  organization: Int32Array;
  /** Place in `sorts`. */
  sort: Int32Array;
  /** First and last day of the announcement, counted from 1970; `none` where no source dates it. */
  from: Int32Array;
  to: Int32Array;
  /** Place in `currencies`; `none` where no amount is known. */
  currency: Int32Array;
  /** The range as stated, and converted. NaN: an open bound, or none. */
  min: Float64Array;
  max: Float64Array;
  cnyMin: Float64Array;
  cnyMax: Float64Array;
  usdMin: Float64Array;
  usdMax: Float64Array;
}

interface Lists {
  /** The slugs one after the other, in bytes: that of row n from `slugStart[n]` to `slugStart[n + 1]`. */
  slugStart: Int32Array;
  slugBytes: Uint8Array;
  /** Who took part, in the order of the source, by record id; the role is a place in `participationRoles`, or -1. */
  tookPartStart: Int32Array;
  investor: Int32Array;
  role: Int32Array;
}

/** Every funding event, oldest first (those without a date last, then by slug), a column for each thing known of it. */
export interface FundingColumns extends Numbers, Lists {
  size: number;
  sorts: readonly EventSort[];
  organizations: ReadonlyMap<number, NamedOrganization>;
  /** What each sum over several rounds spans, by its record id; events in it by theirs. There are few. */
  sums: ReadonlyMap<number, SumSpan>;
}

/** Currencies that matter for totals. */
export const currencies = ['CNY', 'USD', 'other'] as const;

/** One event, for making columns of few. */
export interface EventRow {
  id: number;
  slug: string;
  organization: number;
  sort: EventSort;
  from: number | null;
  to: number | null;
  currency: string | null;
  min: number | null;
  max: number | null;
  cnyMin: number | null;
  cnyMax: number | null;
  usdMin: number | null;
  usdMax: number | null;
  tookPart: { investor: number; role: ParticipationRole | null }[];
  /** What it spans, of a sum over several rounds. */
  sum: SumSpan | null;
}

/** The day on which 1970 days are counted, as text: 0 is '1970-01-01'. */
export function dayOf(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** The number of an ISO day. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

const decoder = new TextDecoder();

/** The slug of the event in that row. */
export function slugAt({ slugStart, slugBytes }: Lists, row: number): string {
  return decoder.decode(slugBytes.subarray(slugStart[row], slugStart[row + 1]));
}

function before(a: { from: number; slug: string }, b: { from: number; slug: string }): boolean {
  // `none` is the lowest number, and comes last.
  const [x, y] = [a.from === none ? Infinity : a.from, b.from === none ? Infinity : b.from];
  return x === y ? a.slug < b.slug : x < y;
}

const keyOfSort = (sort: EventSort) =>
  JSON.stringify([sort.type, sort.round, sort.family, sort.raised, sort.leftOut?.zh, sort.leftOut?.en]);

/** Columns of these events; what they are counted as is added to `known`. */
export function columnsOf(
  given: readonly EventRow[],
  organizations: FundingColumns['organizations'],
  known: readonly EventSort[] = [],
): FundingColumns {
  const rows = [...given].sort((a, b) =>
    before({ from: a.from ?? none, slug: a.slug }, { from: b.from ?? none, slug: b.slug }) ? -1 : 1,
  );
  const sorts = [...known];
  const places = new Map(sorts.map((sort, at) => [keyOfSort(sort), at]));
  const placeOf = (sort: EventSort) => {
    const key = keyOfSort(sort);
    const place = places.get(key) ?? sorts.push(sort) - 1;
    places.set(key, place);
    return place;
  };
  const ints = (of: (row: EventRow) => number) => Int32Array.from(rows, of);
  const floats = (of: (row: EventRow) => number | null) => Float64Array.from(rows, (row) => of(row) ?? NaN);
  const slugs = rows.map(({ slug }) => slug);
  const parts = rows.flatMap(({ tookPart }) => tookPart);
  return {
    size: rows.length,
    id: ints(({ id }) => id),
    organization: ints(({ organization }) => organization),
    sort: ints(({ sort }) => placeOf(sort)),
    from: ints(({ from }) => from ?? none),
    to: ints(({ to }) => to ?? none),
    currency: ints(({ currency }) =>
      currency === null ? none : currency === 'CNY' ? 0 : currency === 'USD' ? 1 : 2,
    ),
    min: floats(({ min }) => min),
    max: floats(({ max }) => max),
    cnyMin: floats(({ cnyMin }) => cnyMin),
    cnyMax: floats(({ cnyMax }) => cnyMax),
    usdMin: floats(({ usdMin }) => usdMin),
    usdMax: floats(({ usdMax }) => usdMax),
    slugStart: startsOf(slugs.map(({ length }) => length)),
    slugBytes: new TextEncoder().encode(slugs.join('')),
    tookPartStart: startsOf(rows.map(({ tookPart }) => tookPart.length)),
    investor: Int32Array.from(parts, ({ investor }) => investor),
    role: Int32Array.from(parts, ({ role }) => (role === null ? -1 : participationRoles.indexOf(role))),
    sorts,
    organizations,
    sums: new Map(rows.flatMap(({ id, sum }) => (sum ? [[id, sum] as const] : []))),
  };
}

/** Where each of some lists begins that stand one after the other, and where the last one ends. */
export function startsOf(lengths: ArrayLike<number>): Int32Array {
  const start = new Int32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at++) start[at + 1] = (start[at] as number) + (lengths[at] as number);
  return start;
}

/** Columns without some events, and with others; `added` counts sorts as `old` does, and perhaps more. */
function replaced(old: FundingColumns, gone: ReadonlySet<number>, added: FundingColumns): FundingColumns {
  const key = (columns: FundingColumns, row: number) => ({
    from: columns.from[row] as number,
    slug: slugAt(columns, row),
  });
  const cuts: { at: number; gone: boolean; added: number }[] = [];
  for (const at of rowsOfEvents(old, gone)) cuts.push({ at, gone: true, added: -1 });
  for (let row = 0; row < added.size; row++) {
    const own = key(added, row);
    let [low, high] = [0, old.size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(key(old, middle), own)) low = middle + 1;
      else high = middle;
    }
    cuts.push({ at: low, gone: false, added: row });
  }
  // At one place what is added comes before what goes.
  cuts.sort((a, b) => a.at - b.at || Number(a.gone) - Number(b.gone) || a.added - b.added);
  const stretches: Stretch[] = [];
  let done = 0;
  for (const cut of cuts) {
    if (cut.at > done) stretches.push({ of: 'old', from: done, to: cut.at });
    done = Math.max(done, cut.at);
    if (cut.gone) done = cut.at + 1;
    else stretches.push({ of: 'added', from: cut.added, to: cut.added + 1 });
  }
  if (done < old.size) stretches.push({ of: 'old', from: done, to: old.size });
  const each = <C extends Int32Array | Float64Array>(of: (columns: FundingColumns) => C) =>
    joined(of(old), of(added), stretches);
  const slugs = joinedLists(
    { start: old.slugStart, values: [old.slugBytes] },
    { start: added.slugStart, values: [added.slugBytes] },
    stretches,
  );
  const parts = joinedLists(
    { start: old.tookPartStart, values: [old.investor, old.role] },
    { start: added.tookPartStart, values: [added.investor, added.role] },
    stretches,
  );
  return {
    size: stretches.reduce((sum, { from, to }) => sum + to - from, 0),
    id: each(({ id }) => id),
    organization: each(({ organization }) => organization),
    sort: each(({ sort }) => sort),
    from: each(({ from }) => from),
    to: each(({ to }) => to),
    currency: each(({ currency }) => currency),
    min: each(({ min }) => min),
    max: each(({ max }) => max),
    cnyMin: each(({ cnyMin }) => cnyMin),
    cnyMax: each(({ cnyMax }) => cnyMax),
    usdMin: each(({ usdMin }) => usdMin),
    usdMax: each(({ usdMax }) => usdMax),
    slugStart: slugs.start,
    slugBytes: slugs.values[0] as Uint8Array,
    tookPartStart: parts.start,
    investor: parts.values[0] as Int32Array,
    role: parts.values[1] as Int32Array,
    sorts: added.sorts,
    organizations: added.organizations,
    sums: new Map([...[...old.sums].filter(([id]) => !gone.has(id)), ...added.sums]),
  };
}

type Packed = Record<keyof Numbers | 'slugLength', Uint8Array | null> & {
  slugs: string | null;
  sorts: EventSort[] | null;
};

async function wholeColumns(facts: Facts): Promise<FundingColumns> {
  // Sorted in memory rather than on disk, and the few sorts looked up rather than sorted with; it is done once a process.
  await facts.db
    .$executeRaw`SELECT set_config('work_mem', '256MB', true), set_config('enable_mergejoin', 'off', true)`;
  const [packed] = await facts.db.$queryRaw<Packed[]>`
    WITH sorts AS MATERIALIZED (
      SELECT each.*, (row_number() OVER (ORDER BY type, round, round_family, left_out_en) - 1)::int AS place,
        concat_ws(chr(31), type, coalesce(round, chr(30)), round_family, raised, coalesce(left_out_zh, chr(30)), left_out_en) AS key
      FROM (SELECT DISTINCT type, round, round_family, raised, left_out_zh, left_out_en FROM funding_event) AS each
    )
    SELECT (SELECT jsonb_agg(jsonb_build_object('type', type, 'round', round, 'family', round_family, 'raised', raised,
        'leftOut', CASE WHEN left_out_zh IS NOT NULL AND left_out_en IS NOT NULL THEN ${bilingual('left_out')} END) ORDER BY place) FROM sorts) AS sorts,
      string_agg(int4send(id), '') AS id, string_agg(int4send(organization_id), '') AS organization,
      string_agg(int4send(place), '') AS sort,
      string_agg(int4send(coalesce(announced_from - DATE '1970-01-01', ${none}::int)), '') AS "from",
      string_agg(int4send(coalesce(announced_to - DATE '1970-01-01', ${none}::int)), '') AS "to",
      string_agg(int4send(CASE WHEN amount_currency IS NULL THEN ${none}::int WHEN amount_currency = 'CNY' THEN 0
        WHEN amount_currency = 'USD' THEN 1 ELSE 2 END), '') AS currency,
      string_agg(float8send(coalesce(amount_min, 'NaN')), '') AS min, string_agg(float8send(coalesce(amount_max, 'NaN')), '') AS max,
      string_agg(float8send(coalesce(cny_min, 'NaN')), '') AS "cnyMin", string_agg(float8send(coalesce(cny_max, 'NaN')), '') AS "cnyMax",
      string_agg(float8send(coalesce(usd_min, 'NaN')), '') AS "usdMin", string_agg(float8send(coalesce(usd_max, 'NaN')), '') AS "usdMax",
      string_agg(int4send(octet_length(slug)), '') AS "slugLength", string_agg(slug, '') AS slugs
    FROM (
      SELECT f.id, f.organization_id, s.place, f.announced_from, f.announced_to, f.amount_currency, f.amount_min, f.amount_max,
        f.cny_min, f.cny_max, f.usd_min, f.usd_max, f.slug
      FROM funding_event f JOIN sorts s ON s.key =
        concat_ws(chr(31), f.type, coalesce(f.round, chr(30)), f.round_family, f.raised, coalesce(f.left_out_zh, chr(30)), f.left_out_en)
      ORDER BY f.announced_from NULLS LAST, f.slug COLLATE "C"
    ) AS event`;
  await facts.db.$executeRaw`SELECT set_config('enable_mergejoin', 'on', true)`;
  const tookPart = await facts.db.$queryRaw<Record<'record' | 'investor' | 'role', Uint8Array | null>[]>`
    SELECT string_agg(int4send(record_id), '') AS record, string_agg(int4send(investor_id), '') AS investor,
      string_agg(int4send(coalesce(array_position(${[...participationRoles]}::text[], role) - 1, -1)), '') AS role
    FROM (SELECT * FROM participation ORDER BY record_id, position) AS part`;
  const ints = (name: keyof Numbers | 'slugLength') => unpackInts(packed?.[name] ?? null);
  const floats = (name: keyof Numbers) => unpackFloats(packed?.[name] ?? null);
  const id = ints('id');
  return {
    size: id.length,
    id,
    organization: ints('organization'),
    sort: ints('sort'),
    from: ints('from'),
    to: ints('to'),
    currency: ints('currency'),
    min: floats('min'),
    max: floats('max'),
    cnyMin: floats('cnyMin'),
    cnyMax: floats('cnyMax'),
    usdMin: floats('usdMin'),
    usdMax: floats('usdMax'),
    slugStart: startsOf(ints('slugLength')),
    slugBytes: new TextEncoder().encode(packed?.slugs ?? ''),
    ...listsByRow(id, {
      record: unpackInts(tookPart[0]?.record ?? null),
      investor: unpackInts(tookPart[0]?.investor ?? null),
      role: unpackInts(tookPart[0]?.role ?? null),
    }),
    sorts: packed?.sorts ?? [],
    organizations: new Map(await namedOrganizations(facts, null)),
    sums: await sumSpans(facts, null),
  };
}

type SpanRow = [
  id: number,
  from: number | null,
  to: number | null,
  some: boolean | null,
  events: number[] | null,
];

/** What the sums over several rounds among these events span, by record id; of these ids or all. */
async function sumSpans(facts: Facts, ids: readonly number[] | null): Promise<Map<number, SumSpan>> {
  const [row] = await facts.db.$queryRaw<{ list: SpanRow[] | null }[]>`
    SELECT jsonb_agg(jsonb_build_array(f.id, f.spans_from_from - DATE '1970-01-01', f.spans_to_to - DATE '1970-01-01',
      f.of_some_investors, held.events)) AS list
    FROM funding_event f LEFT JOIN (
      SELECT record_id, jsonb_agg(event_id ORDER BY event_id) AS events FROM funding_span GROUP BY record_id
    ) AS held ON held.record_id = f.id
    WHERE f.type = 'cumulative' AND (${ids}::int[] IS NULL OR f.id = ANY(${ids}::int[]))`;
  return new Map(
    (row?.list ?? []).map(([id, from, to, some, events]) => [
      id,
      { events: events ?? [], from, to, ofSomeInvestors: some === true },
    ]),
  );
}

/** The row of every record id that is one of these. */
export function rowsById(ids: Int32Array): Int32Array {
  const rows = new Int32Array(sizeFor(ids)).fill(-1);
  for (let row = 0; row < ids.length; row++) rows[ids[row] as number] = row;
  return rows;
}

/** The rows of these events, of those that have one. */
export function rowsOfEvents({ id }: Pick<FundingColumns, 'id'>, events: Iterable<number>): number[] {
  const wanted = [...events];
  // To look for a few is quicker than to make the register of all.
  const rows = wanted.length > 20 ? rowsById(id) : null;
  return wanted.map((event) => (rows ? (rows[event] ?? -1) : id.indexOf(event))).filter((row) => row !== -1);
}

/** Participations, which come by record, in the order of the rows. */
function listsByRow(
  ids: Int32Array,
  { record, investor, role }: Record<'record' | 'investor' | 'role', Int32Array>,
): Pick<FundingColumns, 'tookPartStart' | 'investor' | 'role'> {
  const rows = rowsById(ids);
  const lengths = new Int32Array(ids.length);
  for (const id of record) {
    const row = rows[id] ?? -1;
    if (row !== -1) lengths[row] = (lengths[row] as number) + 1;
  }
  const start = startsOf(lengths);
  const next = start.slice();
  const placed = { investor: new Int32Array(record.length), role: new Int32Array(record.length) };
  for (let at = 0; at < record.length; at++) {
    const row = rows[record[at] as number] ?? -1;
    if (row === -1) continue;
    const place = next[row] as number;
    next[row] = place + 1;
    placed.investor[place] = investor[at] as number;
    placed.role[place] = role[at] as number;
  }
  return { tookPartStart: start, ...placed };
}

type NamedRow = [id: number, slug: string, zh: string, en: string, words: string, former: string[] | null];

/** Organizations by record id, of these ids or all. */
async function namedOrganizations(
  facts: Facts,
  ids: readonly number[] | null,
): Promise<[number, NamedOrganization][]> {
  const [row] = await facts.db.$queryRaw<{ list: NamedRow[] | null }[]>`
    SELECT jsonb_agg(jsonb_build_array(o.id, o.slug, o.name_zh, o.name_en,
      lower(concat_ws(' ', o.slug, o.name_zh, o.name_en, o.aliases::text)), former.slugs)) AS list
    FROM organization o LEFT JOIN ${formerSlugs} former ON former.merged_into = o.id
    WHERE ${ids}::int[] IS NULL OR o.id = ANY(${ids}::int[])`;
  return (row?.list ?? []).map(([id, slug, zh, en, words, former]) => [
    id,
    { slug, name: { zh, en }, formerSlugs: former ?? [], words },
  ]);
}

type ReadRow = Omit<EventRow, 'sort' | 'sum'> & EventSort;

/** These events, one by one. */
async function eventRows(facts: Facts, ids: readonly number[]): Promise<EventRow[]> {
  const rows = await facts.db.$queryRaw<ReadRow[]>`
    SELECT f.id, f.slug, f.organization_id AS organization, f.type, f.round, f.round_family AS family, f.raised,
      CASE WHEN f.left_out_zh IS NOT NULL AND f.left_out_en IS NOT NULL THEN ${bilingual('f.left_out')} END AS "leftOut",
      f.announced_from - DATE '1970-01-01' AS "from", f.announced_to - DATE '1970-01-01' AS "to", f.amount_currency AS currency,
      f.amount_min AS min, f.amount_max AS max, f.cny_min AS "cnyMin", f.cny_max AS "cnyMax", f.usd_min AS "usdMin", f.usd_max AS "usdMax",
      coalesce((SELECT jsonb_agg(jsonb_build_object('investor', p.investor_id, 'role', p.role) ORDER BY p.position)
        FROM participation p WHERE p.record_id = f.id), '[]') AS "tookPart"
    FROM funding_event f WHERE f.id = ANY(${ids}::int[])`;
  const sums = await sumSpans(facts, ids);
  return rows.map(({ type, round, family, raised, leftOut, ...row }) => ({
    ...row,
    sort: { type, round, family, raised, leftOut },
    sum: sums.get(row.id) ?? null,
  }));
}

/** All funding events as columns. Read once a process; after that only what the log says has changed is read. */
export const fundingColumns = keptCurrent<FundingColumns>('funding-columns', {
  whole: wholeColumns,
  async carried(facts, known, from) {
    const changed = await changedBetween(facts, from, [
      'funding_event',
      'funding_span',
      'participation',
      'organization',
      'record',
    ]);
    if (changed === null) return null;
    if (changed.length === 0) return known;
    const named = await namedOrganizations(facts, changed);
    // A record that was merged into another gives its slug to that one.
    const targets = await facts.db.$queryRaw<{ id: number }[]>`
      SELECT DISTINCT (side ->> 'merged_into')::int AS id FROM public.change, unnest(ARRAY[before, after]) AS side
      WHERE record_id = ANY(${changed}::int[]) AND "table" = 'record' AND side ->> 'merged_into' IS NOT NULL`;
    const merged = await namedOrganizations(
      facts,
      targets.map(({ id }) => id),
    );
    const organizations = sameNames(known.organizations, [...named, ...merged])
      ? known.organizations
      : new Map([...known.organizations, ...named, ...merged]);
    const rows = await eventRows(facts, changed);
    const added = columnsOf(rows, organizations, known.sorts);
    return replaced(known, new Set(changed), added);
  },
});

function sameNames(known: FundingColumns['organizations'], named: readonly [number, NamedOrganization][]) {
  return named.every(([id, each]) => JSON.stringify(known.get(id)) === JSON.stringify(each));
}
