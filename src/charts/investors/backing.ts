import type { InvestedEvent } from '@/database/queries/investors-of-organizations';
import type { Evidence } from '@/domain/evidence';
import { investorsWords } from '@/i18n/funding-charts';
import type { BasisRecord } from '../definition';
import { basisOfEvent, fundingReasons } from '../funding-events';
import type { leftOutList } from '../left-out';
import { chosen } from '../options';
import { placeInPeriod } from '../period';
import { type BackingRow, type InvestorRole, investorRoles, type PairRow, type State } from './rows';

export type Event = InvestedEvent & { evidence: Evidence[] };
type Investor = { slug: string; name: BackingRow['investorName']; role: InvestorRole | null };
type Counted = { event: Event; investors: Investor[] };
export type Counting<Row> = { row: Row; basis: BasisRecord[] };
type LeftOutCollector = ReturnType<typeof leftOutList>;

/** The events that count, each with the investors that count; the others go to `left` with their reasons. */
export function countedEvents(events: readonly Event[], state: State, left: LeftOutCollector): Counted[] {
  const reason = investorsWords;
  const both = (key: 'reported' | 'noInvestor' | 'onlyOthers' | 'cumulative') => ({
    zh: reason.zh[key],
    en: reason.en[key],
  });
  return events.flatMap((event) => {
    if (!chosen(state.organizations, event.company.slug) || !chosen(state.rounds, event.roundFamily))
      return [];
    const place = placeInPeriod(event.announced, state);
    if (place === 'outside') return [];
    const investing = event.investors.flatMap(({ slug, name, role }): Investor[] => {
      const known = investorRoles.find((each) => each === role) ?? null;
      return role === null || known !== null ? [{ slug, name, role: known }] : [];
    });
    // Who is asked for by name may be missing from an event for no reason worth telling.
    const someone =
      state.investors.length === 0 || investing.some(({ slug }) => state.investors.includes(slug));
    const leave = (why: { zh: string; en: string }) => {
      left.leave(why, basisOfEvent(event));
      return [];
    };
    if (event.investors.length === 0) return state.investors.length === 0 ? leave(both('noInvestor')) : [];
    if (investing.length === 0) return state.investors.length === 0 ? leave(both('onlyOthers')) : [];
    if (!someone) return [];
    if (event.type === 'reported') return leave(both('reported'));
    if (place === 'unclear') return leave(event.announced ? fundingReasons.unclear : fundingReasons.undated);
    if (state.show === 'pairs' && event.type === 'cumulative') return leave(both('cumulative'));
    return [{ event, investors: investing }];
  });
}

/** Investors and the organizations that they back; those with most organizations first. */
export function backingOf(counted: readonly Counted[], state: State): Counting<BackingRow>[][] {
  const byInvestor = new Map<string, Map<string, Counting<BackingRow>>>();
  for (const { event, investors } of counted) {
    for (const investor of unique(investors)) {
      if (!chosen(state.investors, investor.slug)) continue;
      const own = byInvestor.get(investor.slug) ?? new Map<string, Counting<BackingRow>>();
      byInvestor.set(investor.slug, own);
      const cell = own.get(event.company.slug) ?? {
        row: {
          kind: 'backing',
          investor: investor.slug,
          investorName: investor.name,
          organization: event.company.slug,
          organizationName: event.company.name,
          role: null,
          events: 0,
          backed: 0,
        },
        basis: [],
      };
      own.set(event.company.slug, cell);
      cell.row.role = weightier(cell.row.role, investor.role);
      cell.row.events += 1;
      cell.basis.push(basisOfEvent(event));
    }
  }
  const events = (own: Counting<BackingRow>[]) => own.reduce((sum, { row }) => sum + row.events, 0);
  return [...byInvestor.values()]
    .map((own) => {
      const cells = [...own.values()].sort((a, b) => (a.row.organization < b.row.organization ? -1 : 1));
      for (const cell of cells) cell.row.backed = cells.length;
      return cells;
    })
    .sort(
      (a, b) =>
        b.length - a.length ||
        events(b) - events(a) ||
        ((a[0]?.row.investor ?? '') < (b[0]?.row.investor ?? '') ? -1 : 1),
    );
}

/** Pairs of investors in the same event; those with most events together first. */
export function pairsOf(counted: readonly Counted[], state: State): Counting<PairRow>[] {
  const pairs = new Map<string, Counting<PairRow>>();
  for (const { event, investors } of counted) {
    const present = unique(investors).sort((a, b) => (a.slug < b.slug ? -1 : 1));
    for (const [at, first] of present.entries()) {
      for (const second of present.slice(at + 1)) {
        if (!chosen(state.investors, first.slug) && !chosen(state.investors, second.slug)) continue;
        const key = `${first.slug} ${second.slug}`;
        const pair = pairs.get(key) ?? {
          row: {
            kind: 'pair',
            first: first.slug,
            firstName: first.name,
            second: second.slug,
            secondName: second.name,
            events: 0,
            organizations: [],
          },
          basis: [],
        };
        pairs.set(key, pair);
        pair.row.events += 1;
        if (!pair.row.organizations.some(({ slug }) => slug === event.company.slug))
          pair.row.organizations.push({ slug: event.company.slug, name: event.company.name });
        pair.basis.push(basisOfEvent(event));
      }
    }
  }
  return [...pairs.values()].sort(
    ({ row: a }, { row: b }) =>
      b.events - a.events ||
      b.organizations.length - a.organizations.length ||
      (`${a.first} ${a.second}` < `${b.first} ${b.second}` ? -1 : 1),
  );
}

/** One entry an investor, also where an event names it twice. */
function unique(investors: readonly Investor[]): Investor[] {
  const once = new Map<string, Investor>();
  for (const investor of investors) {
    const known = once.get(investor.slug);
    once.set(investor.slug, known ? { ...known, role: weightier(known.role, investor.role) } : investor);
  }
  return [...once.values()];
}

function weightier(a: InvestorRole | null, b: InvestorRole | null): InvestorRole | null {
  return investorRoles.find((role) => role === a || role === b) ?? null;
}
