import { none } from '@/database/packed';
import type { FundingColumns, NamedOrganization } from '@/database/queries/funding-columns';
import { participationRoles } from '@/domain/records/funding-event';
import { investorsWords } from '@/i18n/funding-charts';
import {
  EventsBehind,
  type EventsLeftOut,
  fundingReasons,
  idsOf,
  matching,
  placing,
} from '../funding-events';
import { type BackingRow, type InvestorRole, investorRoles, type PairRow, type State } from './rows';

/** A row with the events behind it; `rows` are all of them. */
export type Counting<Row> = { row: Row; events: EventsBehind; rows: number[] };

/** Organizations of a pair that are named; the number of all decides the order. */
const mostNamed = 40;

/** The roles of an investor as places in `participationRoles`; an adviser and an acquirer are none. */
const investing = new Set<number>([-1, ...investorRoles.map((role) => participationRoles.indexOf(role))]);

/**
 * The events that count, by row, and whether a place among those who took part is an investor that counts; the other
 * events go to `left` with their reasons.
 */
export function countedEvents(columns: FundingColumns, state: State, left: EventsLeftOut): number[] {
  const both = (key: 'reported' | 'noInvestor' | 'onlyOthers' | 'cumulative') => ({
    zh: investorsWords.zh[key],
    en: investorsWords.en[key],
  });
  const matches = matching(columns, state.organizations, state.rounds);
  const place = placing(columns, state);
  const wanted = idsOf(columns, state.investors);
  const { tookPartStart, investor, role, sorts, sort, from } = columns;
  const counted: number[] = [];
  for (let row = 0; row < columns.size; row++) {
    if (!matches(row)) continue;
    const where = place(row);
    if (where === 'outside') continue;
    const [first, last] = [tookPartStart[row] as number, tookPartStart[row + 1] as number];
    let [some, someone] = [false, wanted === null];
    for (let at = first; at < last; at++) {
      if (!investing.has(role[at] as number)) continue;
      some = true;
      // Who is asked for by name may be missing from an event for no reason worth telling.
      someone ||= wanted?.has(investor[at] as number) === true;
    }
    if (!some) {
      if (wanted === null) left.for(both(first === last ? 'noInvestor' : 'onlyOthers')).add(row);
      continue;
    }
    if (!someone) continue;
    const type = sorts[sort[row] as number]?.type;
    if (type === 'reported') left.for(both('reported')).add(row);
    else if (where === 'unclear')
      left.for(from[row] === none ? fundingReasons.undated : fundingReasons.unclear).add(row);
    else if (state.show === 'pairs' && type === 'cumulative') left.for(both('cumulative')).add(row);
    else counted.push(row);
  }
  return counted;
}

/** The investors of an event, one entry each, also where it names one twice: id and weightiest role. */
function investorsAt({ tookPartStart, investor, role }: FundingColumns, row: number): [number, number][] {
  const once = new Map<number, number>();
  for (let at = tookPartStart[row] as number; at < (tookPartStart[row + 1] as number); at++) {
    const own = role[at] as number;
    if (!investing.has(own)) continue;
    const id = investor[at] as number;
    const known = once.get(id);
    once.set(id, known === undefined ? own : weightier(known, own));
  }
  return [...once];
}

const weights = investorRoles.map((role) => participationRoles.indexOf(role));

function weightier(a: number, b: number): number {
  return weights.find((role) => role === a || role === b) ?? -1;
}

function roleAt(place: number): InvestorRole | null {
  return investorRoles.find((role) => participationRoles.indexOf(role) === place) ?? null;
}

const nobody: NamedOrganization = { slug: '', name: { zh: '', en: '' }, formerSlugs: [], words: '' };

/** Investors and the organizations that they back; those with most organizations first. */
export function backingOf(
  columns: FundingColumns,
  counted: readonly number[],
  state: State,
): { investor: number; backed: number; events: number; slug: string }[] {
  const wanted = idsOf(columns, state.investors);
  // Only counted here: what is shown of them is few.
  const pairs = new Set<number>();
  const byInvestor = new Map<number, { investor: number; backed: number; events: number; slug: string }>();
  for (const row of counted) {
    const organization = columns.organization[row] as number;
    for (const [investor] of investorsAt(columns, row)) {
      if (wanted !== null && !wanted.has(investor)) continue;
      const own = byInvestor.get(investor) ?? {
        investor,
        backed: 0,
        events: 0,
        slug: columns.organizations.get(investor)?.slug ?? '',
      };
      byInvestor.set(investor, own);
      own.events += 1;
      const key = investor * 2 ** 26 + organization;
      if (!pairs.has(key)) {
        pairs.add(key);
        own.backed += 1;
      }
    }
  }
  return [...byInvestor.values()].sort(
    (a, b) => b.backed - a.backed || b.events - a.events || (a.slug < b.slug ? -1 : 1),
  );
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
    for (const [investor, role] of investorsAt(columns, row)) {
      const own = cells.get(investor);
      if (!own) continue;
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
      cell.row.events += 1;
      cell.events.add(row);
      cell.rows.push(row);
    }
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
    const present = investorsAt(columns, row)
      .map(([id]) => id)
      .sort((a, b) => (slug(a) < slug(b) ? -1 : 1));
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
  const least = all[Math.min(state.top, all.length) - 1]?.rows.length ?? 0;
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
  const shown = ranked.slice(0, state.top).map(({ first, second, rows, organizations }) => {
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
  for (const { rows } of ranked.slice(state.top)) for (const row of rows) beyond.add(row);
  for (const { rows } of all) if (rows.length < least) for (const row of rows) beyond.add(row);
  return {
    shown,
    beyond: { count: all.length - shown.length, rows: [...beyond].sort((a, b) => a - b) },
  };
}
