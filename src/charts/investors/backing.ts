import { none, sizeFor } from '@/database/packed';
import { type FundingColumns, type NamedOrganization, startsOf } from '@/database/queries/funding-columns';
import { numberOf } from '@/linking/parameters';
import { participationRoles } from '@/records/funding-event/schema';
import {
  EventsBehind,
  type EventsLeftOut,
  fundingReasons,
  idsOf,
  matching,
  outside,
  placing,
  unclear,
} from '../facts/funding-events';
import { type BackingRow, type InvestorRole, investorRoles, type PairRow, type State } from './rows';
import { investorsWords } from './words';

/** A row with the events behind it; `rows` are all of them. */
export type Counting<Row> = { row: Row; events: EventsBehind; rows: number[] };

/** Organizations of a pair that are named; the number of all decides the order. */
const mostNamed = 40;

/**
 * Is a role that of an investor? By its place in `participationRoles` and one, from the role that no source states on;
 * an adviser and an acquirer are none.
 */
const invests = [true, ...participationRoles.map((role) => investorRoles.some((own) => own === role))];

/**
 * The events that count, by row, and whether a place among those who took part is an investor that counts; the other
 * events go to `left` with their reasons.
 */
export function countedEvents(columns: FundingColumns, state: State, left: EventsLeftOut): number[] {
  const both = (key: 'reported' | 'noInvestor' | 'onlyOthers' | 'cumulative') => ({
    zh: investorsWords.zh[key],
    en: investorsWords.en[key],
  });
  const [reported, noInvestor, onlyOthers, cumulative] = [
    both('reported'),
    both('noInvestor'),
    both('onlyOthers'),
    both('cumulative'),
  ];
  const matches = matching(columns, state.organizations, state.rounds);
  const place = placing(columns, state);
  const wanted = idsOf(columns, state.investors);
  const { tookPartStart, investor, role, sorts, sort, from } = columns;
  const counted: number[] = [];
  for (let row = 0; row < columns.size; row++) {
    if (!matches(row)) continue;
    const where = place(row);
    if (where === outside) continue;
    const [first, last] = [tookPartStart[row] as number, tookPartStart[row + 1] as number];
    let [some, someone] = [false, wanted === null];
    for (let at = first; at < last; at++) {
      if (!invests[(role[at] as number) + 1]) continue;
      some = true;
      // Who is asked for by name may be missing from an event for no reason worth telling.
      someone ||= wanted?.has(investor[at] as number) === true;
    }
    if (!some) {
      if (wanted === null) left.for(first === last ? noInvestor : onlyOthers).add(row);
      continue;
    }
    if (!someone) continue;
    const type = sorts[sort[row] as number]?.type;
    if (type === 'reported') left.for(reported).add(row);
    else if (where === unclear)
      left.for(from[row] === none ? fundingReasons.undated : fundingReasons.unclear).add(row);
    else if (state.show === 'pairs' && type === 'cumulative') left.for(cumulative).add(row);
    else counted.push(row);
  }
  return counted;
}

/** The investors of an event, one visit each, also where it names one twice: id and weightiest role. */
function eachInvestor(
  { tookPartStart, investor, role }: FundingColumns,
  row: number,
  visit: (id: number, role: number) => void,
): void {
  const [first, last] = [tookPartStart[row] as number, tookPartStart[row + 1] as number];
  next: for (let at = first; at < last; at++) {
    let own = role[at] as number;
    if (!invests[own + 1]) continue;
    const id = investor[at] as number;
    for (let other = first; other < last; other++) {
      if (other === at || investor[other] !== id || !invests[(role[other] as number) + 1]) continue;
      if (other < at) continue next;
      own = weightier(own, role[other] as number);
    }
    visit(id, own);
  }
}

const weights = investorRoles.map((role) => participationRoles.indexOf(role));

function weightier(a: number, b: number): number {
  return weights.find((role) => role === a || role === b) ?? -1;
}

function roleAt(place: number): InvestorRole | null {
  return investorRoles.find((role) => participationRoles.indexOf(role) === place) ?? null;
}

/** One more round in a role; the weightiest role first, what no source states last. */
function withRole(roles: NonNullable<BackingRow['roles']>, role: InvestorRole | null) {
  const weight = (each: InvestorRole | null) =>
    each === null ? investorRoles.length : investorRoles.indexOf(each);
  const events = (roles.find((each) => each.role === role)?.events ?? 0) + 1;
  return [...roles.filter((each) => each.role !== role), { role, events }].sort(
    (a, b) => weight(a.role) - weight(b.role),
  );
}

const nobody: NamedOrganization = { slug: '', name: { zh: '', en: '' }, formerSlugs: [], words: '' };

/** Investors and the organizations that they back; those with most organizations first. */
export function backingOf(
  columns: FundingColumns,
  counted: readonly number[],
  state: State,
): { investor: number; backed: number; events: number; slug: string }[] {
  const wanted = idsOf(columns, state.investors);
  const size = sizeFor(columns.investor);
  const events = new Int32Array(size);
  const each = (visit: (investor: number, organization: number) => void) => {
    for (const row of counted)
      eachInvestor(columns, row, (id) => {
        if (wanted === null || wanted.has(id)) visit(id, columns.organization[row] as number);
      });
  };
  each((investor) => {
    events[investor] = (events[investor] as number) + 1;
  });
  // The organizations of each investor beside each other, so that counting each once takes no register of all pairs.
  const start = startsOf(events);
  const next = start.slice();
  const organizations = new Int32Array(start[size] as number);
  each((investor, organization) => {
    const place = next[investor] as number;
    organizations[place] = organization;
    next[investor] = place + 1;
  });
  const byInvestor: { investor: number; backed: number; events: number; slug: string }[] = [];
  const countedFor = new Int32Array(sizeFor(organizations)).fill(-1);
  for (let investor = 0; investor < size; investor++) {
    if (events[investor] === 0) continue;
    let backed = 0;
    for (let at = start[investor] as number; at < (start[investor + 1] as number); at++) {
      const organization = organizations[at] as number;
      if (countedFor[organization] !== investor) backed += 1;
      countedFor[organization] = investor;
    }
    const slug = columns.organizations.get(investor)?.slug ?? '';
    byInvestor.push({ investor, backed, events: events[investor] as number, slug });
  }
  return byInvestor.sort((a, b) => b.backed - a.backed || b.events - a.events || (a.slug < b.slug ? -1 : 1));
}

/** The cells of these investors, in their order and that of the organizations. */
export function cellsOf(
  columns: FundingColumns,
  counted: readonly number[],
  shown: readonly { investor: number; backed: number }[],
): Counting<BackingRow>[] {
  const cells = new Map(shown.map(({ investor }) => [investor, new Map<number, Counting<BackingRow>>()]));
  const named = (id: number) => columns.organizations.get(id) ?? nobody;
  const backed = new Map(shown.map((each) => [each.investor, each.backed]));
  for (const row of counted) {
    eachInvestor(columns, row, (investor, role) => {
      const own = cells.get(investor);
      if (!own) return;
      const company = columns.organization[row] as number;
      const cell = own.get(company) ?? {
        row: {
          kind: 'backing' as const,
          investor: named(investor).slug,
          investorName: named(investor).name,
          organization: named(company).slug,
          organizationName: named(company).name,
          role: null,
          events: 0,
          backed: backed.get(investor) ?? 0,
        },
        events: new EventsBehind(),
        rows: [],
      };
      own.set(company, cell);
      const known = cell.row.role === null ? -1 : participationRoles.indexOf(cell.row.role);
      cell.row.role = roleAt(weightier(known, role));
      cell.row.roles = withRole(cell.row.roles ?? [], roleAt(role));
      cell.row.events += 1;
      cell.events.add(row);
      cell.rows.push(row);
    });
  }
  return [...cells.values()].flatMap((own) =>
    [...own.values()].sort((a, b) => (a.row.organization < b.row.organization ? -1 : 1)),
  );
}

/** Pairs of investors in the same event; those with most events together first, then those with most organizations. */
export function pairsOf(
  columns: FundingColumns,
  counted: readonly number[],
  state: State,
): { shown: Counting<PairRow>[]; beyond: { count: number; rows: number[] } } {
  const wanted = idsOf(columns, state.investors);
  const slug = (id: number) => columns.organizations.get(id)?.slug ?? '';
  const pairs = new Map<number, { rows: number[] }>();
  for (const row of counted) {
    const present: number[] = [];
    eachInvestor(columns, row, (id) => present.push(id));
    present.sort((a, b) => (slug(a) < slug(b) ? -1 : 1));
    for (const [at, first] of present.entries()) {
      for (const second of present.slice(at + 1)) {
        if (wanted !== null && !wanted.has(first) && !wanted.has(second)) continue;
        const key = first * 2 ** 26 + second;
        const pair = pairs.get(key);
        if (pair) pair.rows.push(row);
        else pairs.set(key, { rows: [row] });
      }
    }
  }
  const all = [...pairs].map(([key, { rows }]) => ({
    first: Math.floor(key / 2 ** 26),
    second: key % 2 ** 26,
    rows,
  }));
  // Only the pairs that may be shown are put in full order.
  all.sort((a, b) => b.rows.length - a.rows.length);
  const least = all[Math.min(numberOf(state.top), all.length) - 1]?.rows.length ?? 0;
  const likely = all.filter(({ rows }) => rows.length >= least);
  const ranked = likely
    .map((pair) => ({
      ...pair,
      organizations: new Set(pair.rows.map((row) => columns.organization[row] as number)),
      key: `${slug(pair.first)} ${slug(pair.second)}`,
    }))
    .sort(
      (a, b) =>
        b.rows.length - a.rows.length ||
        b.organizations.size - a.organizations.size ||
        (a.key < b.key ? -1 : 1),
    );
  const shown = ranked.slice(0, numberOf(state.top)).map(({ first, second, rows, organizations }) => {
    const named = (id: number) => columns.organizations.get(id) ?? nobody;
    const events = new EventsBehind();
    for (const row of rows) events.add(row);
    return {
      row: {
        kind: 'pair' as const,
        first: named(first).slug,
        firstName: named(first).name,
        second: named(second).slug,
        secondName: named(second).name,
        events: rows.length,
        organizations: [...organizations].slice(0, mostNamed).map((id) => {
          const { slug: own, name } = named(id);
          return { slug: own, name };
        }),
        moreOrganizations: Math.max(0, organizations.size - mostNamed),
      },
      events,
      rows,
    };
  });
  const beyond = new Set<number>();
  for (const { rows } of ranked.slice(numberOf(state.top))) for (const row of rows) beyond.add(row);
  for (const { rows } of all) if (rows.length < least) for (const row of rows) beyond.add(row);
  return {
    shown,
    beyond: { count: all.length - shown.length, rows: [...beyond].sort((a, b) => a - b) },
  };
}
