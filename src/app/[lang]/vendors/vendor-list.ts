import { optionsFrom } from '@/charts/facts/options';
import { evidenceTogether } from '@/compare/evidence-together';
import { memoizeByObject } from '@/database/memoize-by-object';
import { evidenceForField, evidenceOfRecords } from '@/database/queries/evidence-of-records';
import {
  type ActiveOrganization,
  organizationsWithActivity,
} from '@/database/queries/organizations-with-activity';
import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { placesInOrder } from '@/domain/name-order';
import { placeOf } from '@/domain/place';
import { countryName } from '@/i18n/vendors';
import type { Option } from '@/linking/parameters';
import { type Problem, parseState } from '@/linking/state';
import { type CursorPage, cursorNames, pageAfter, readCursor } from '../../cursor';
import { type Faceted, faceted } from '../../facets';
import { pageSize, type VendorFilter, type VendorState, vendorParameters } from './vendor-state';

/** A row of the list with what sources say of it. */
export interface VendorRow extends ActiveOrganization {
  /** All statements behind the row, without repeats. */
  evidence: Evidence[];
  /** Statements of the amounts alone. */
  moneyEvidence: Evidence[];
}

/** The list that an address asks for, at one edition. */
export interface VendorList {
  edition: number;
  state: VendorState;
  problems: Problem[];
  /** What matches, in order. */
  matching: ActiveOrganization[];
  counts: Faceted<ActiveOrganization, VendorFilter | 'role'>['counts'];
  /** This page of it. */
  page: CursorPage<ActiveOrganization>;
  after: string | null;
  /** An old link names the page by its number. */
  moved: boolean;
  /** Values of the filters that come from the facts. */
  options: Readonly<Record<'industry' | 'country' | 'place', readonly Option[]>>;
}

const valuesOf: Record<VendorFilter | 'role', (organization: ActiveOrganization) => readonly string[]> = {
  role: ({ roles }) => [...roles, 'all'],
  kind: ({ kind }) => [kind],
  layer: ({ layers }) => layers.map(({ layer }) => layer),
  industry: ({ industries }) => industries.map(({ slug }) => slug),
  country: ({ country }) => (country === null ? [] : [country.toLowerCase()]),
  place: ({ place }) => (place === null ? [] : [place]),
};

const optionsOf = memoizeByObject((all: readonly ActiveOrganization[]): VendorList['options'] => ({
  industry: optionsFrom(all.flatMap(({ industries }) => industries)),
  country: optionsOfCountries(all),
  place: optionsOfPlaces(all),
}));

/** The organizations that a query asks for: all of them in order, what the facets count, and one page. */
export async function listVendors(
  facts: Facts,
  search: URLSearchParams,
  lang: Lang,
  strict = false,
): Promise<VendorList> {
  const all = await organizationsWithActivity(facts);
  const options = optionsOf(all);
  const { state, problems } = parseState(vendorParameters, search, {
    known: options,
    elsewhere: [...cursorNames, 'lang', 'bom'],
    strict,
  });
  const { matching, counts } = facetsOf(all, state);
  matching.sort(order(all, state.sort, lang));
  const cursor = readCursor(search);
  const { page, after, problems: lost } = pageAfter(matching, cursor, pageSize);
  return {
    edition: facts.edition,
    state,
    problems: [...problems, ...lost],
    matching,
    counts,
    page,
    after,
    moved: cursor.page !== null,
    options,
  };
}

/** What matches a state, and what the facets count. */
export function facetsOf(all: readonly ActiveOrganization[], state: VendorState) {
  return faceted(all, valuesOf, { ...state, role: [state.role] });
}

/** Records of one organization whose sources a list tells, and events of those; its own page has all. */
const mostTold = 60;
const mostEventsTold = 12;

/** The organizations of a page with what sources say of them. */
export async function vendorsOfPage(facts: Facts, page: readonly ActiveOrganization[]): Promise<VendorRow[]> {
  const told = page.map(({ basis, raised }) => ({
    basis: basis.slice(0, mostTold),
    raised: Array.from(raised.subarray(0, mostEventsTold)),
  }));
  const evidence = await evidenceOfRecords(
    facts,
    told.flatMap(({ basis, raised }) => [...basis, ...raised]),
  );
  const of = (id: number) => evidence.get(id) ?? [];
  return page.map((each, at) => {
    const { basis = [], raised = [] } = told[at] ?? {};
    return {
      ...each,
      evidence: evidenceTogether([...basis, ...raised].map(of)),
      moneyEvidence: evidenceTogether(raised.map((id) => amountEvidence(of(id)))),
    };
  });
}

/** What is said of an event's amount; where nothing is, the sources that leave it out. */
function amountEvidence(all: readonly Evidence[]): readonly Evidence[] {
  const amounts = evidenceForField(all, 'amount');
  return amounts.length > 0 ? amounts : all;
}

type Comparison = (a: ActiveOrganization, b: ActiveOrganization) => number;

function order(all: readonly ActiveOrganization[], sort: VendorState['sort'], lang: Lang): Comparison {
  const names = placesInOrder(lang, all, ({ name }) => [name[lang]]);
  const rank = ({ name }: ActiveOrganization) => names.get(name[lang]) ?? 0;
  const byName: Comparison = (a, b) => rank(a) - rank(b) || (a.slug < b.slug ? -1 : 1);
  // What is not known comes last, after the smallest floor.
  const floor = ({ total }: ActiveOrganization) =>
    total.counted > 0 ? total.atLeast : total.undisclosed > 0 ? -1 : -2;
  const records = ({ basis, raised }: ActiveOrganization) => basis.length + raised.length;
  const byWeight: Record<Exclude<VendorState['sort'], 'name'>, Comparison> = {
    records: (a, b) => records(b) - records(a) || b.modelCount - a.modelCount,
    models: (a, b) => b.modelCount - a.modelCount || b.industries.length - a.industries.length,
    industries: (a, b) => b.industries.length - a.industries.length || b.modelCount - a.modelCount,
    funding: (a, b) => floor(b) - floor(a),
  };
  return sort === 'name' ? byName : (a, b) => byWeight[sort](a, b) || byName(a, b);
}

function tally(values: readonly (string | null)[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function optionsOfCountries(all: readonly ActiveOrganization[]): Option[] {
  return tally(all.map(({ country }) => country)).map(([code]) => ({
    value: code.toLowerCase(),
    label: countryName(code),
  }));
}

function optionsOfPlaces(all: readonly ActiveOrganization[]): Option[] {
  return tally(all.map(({ place }) => place)).map(([slug]) => ({
    value: slug,
    label: placeOf(slug)?.name ?? { zh: slug, en: slug },
  }));
}
