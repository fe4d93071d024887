import { evidenceTogether } from '@/compare/evidence-together';
import { evidenceForField, evidenceOfRecords } from '@/database/queries/evidence-of-records';
import {
  type ActiveOrganization,
  organizationsWithActivity,
} from '@/database/queries/organizations-with-activity';
import type { Facts } from '@/database/reading';
import type { Lang } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { placeOf } from '@/domain/place';
import { type Total, totalOf } from '@/domain/totals';
import { allowedText } from '@/i18n/charts';
import { countryName } from '@/i18n/vendors';
import type { Option } from '@/linking/parameters';
import { type Problem, parseState } from '@/linking/state';
import { pageSize, type VendorState, vendorParameters } from './vendor-state';

/** An organization with its money added up, in CNY. */
export interface ListedOrganization extends ActiveOrganization {
  modelCount: number;
  total: Total;
}

/** A row of the list with what sources say of it. */
export interface VendorRow extends ListedOrganization {
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
  /** Everything on record, for counting facets. */
  all: ListedOrganization[];
  /** What matches, in order. */
  matching: ListedOrganization[];
  /** This page of it. */
  rows: VendorRow[];
  pages: number;
  countries: Option[];
  places: Option[];
}

/** Everything that the list of vendors shows. */
export async function listVendors(facts: Facts, search: URLSearchParams, lang: Lang): Promise<VendorList> {
  const all = (await organizationsWithActivity(facts)).map(listed);
  const countries = optionsOfCountries(all);
  const places = optionsOfPlaces(all);
  const { state, problems } = parseState(vendorParameters, search, {
    known: { country: countries, place: places },
  });
  const matching = all.filter((each) => matches(each, state)).sort(order(state.sort, lang));
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(state.page, pages);
  if (page !== state.page) {
    problems.push({ parameter: 'page', value: String(state.page), allowed: allowedText.between(1, pages) });
  }
  const shown = matching.slice((page - 1) * pageSize, page * pageSize);
  const evidence = await evidenceOfRecords(
    facts,
    shown.flatMap(({ basis }) => basis),
  );
  const of = (id: number) => evidence.get(id) ?? [];
  const rows = shown.map((each) => ({
    ...each,
    evidence: evidenceTogether(each.basis.map(of)),
    moneyEvidence: evidenceTogether(each.raised.map(({ id }) => amountEvidence(of(id)))),
  }));
  return {
    edition: facts.edition,
    state: { ...state, page },
    problems,
    all,
    matching,
    rows,
    pages,
    countries,
    places,
  };
}

/** What is said of an event's amount; where nothing is, the sources that leave it out. */
function amountEvidence(all: readonly Evidence[]): readonly Evidence[] {
  const amounts = evidenceForField(all, 'amount');
  return amounts.length > 0 ? amounts : all;
}

function listed(organization: ActiveOrganization): ListedOrganization {
  const { general, task, industry, unclassified } = organization.models;
  // A known amount without a rate cannot be added; taking it for undisclosed would say something false.
  const addable = organization.raised.filter(
    ({ disclosed, min, max }) => !disclosed || min !== null || max !== null,
  );
  return {
    ...organization,
    modelCount: general + task + industry + unclassified,
    total: totalOf(addable.map(({ min, max }) => ({ range: { min, max }, counts: true }))),
  };
}

/** Does the organization belong into the list? `except` leaves one parameter out: that is how a facet counts. */
export function matches(
  organization: ListedOrganization,
  state: VendorState,
  except?: 'role' | 'kind' | 'layer' | 'country' | 'place',
): boolean {
  const among = (name: 'kind' | 'layer' | 'country' | 'place', values: readonly (string | null)[]) =>
    except === name ||
    state[name].length === 0 ||
    values.some((value) => value !== null && state[name].includes(value));
  return (
    (except === 'role' || state.role === 'all' || organization.roles.some((role) => role === state.role)) &&
    among('kind', [organization.kind]) &&
    among('layer', organization.layers) &&
    among('country', [organization.country?.toLowerCase() ?? null]) &&
    among('place', [organization.place])
  );
}

const collators: Record<Lang, Intl.Collator> = {
  zh: new Intl.Collator('zh-Hans-CN-u-co-pinyin'),
  en: new Intl.Collator('en'),
};

type Comparison = (a: ListedOrganization, b: ListedOrganization) => number;

function order(sort: VendorState['sort'], lang: Lang): Comparison {
  const byName: Comparison = (a, b) =>
    collators[lang].compare(a.name[lang], b.name[lang]) || (a.slug < b.slug ? -1 : 1);
  // What is not known comes last, after the smallest floor.
  const floor = ({ total }: ListedOrganization) =>
    total.counted > 0 ? total.atLeast : total.undisclosed > 0 ? -1 : -2;
  const byWeight: Record<Exclude<VendorState['sort'], 'name'>, Comparison> = {
    records: (a, b) => b.basis.length - a.basis.length || b.modelCount - a.modelCount,
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

function optionsOfCountries(all: readonly ListedOrganization[]): Option[] {
  return tally(all.map(({ country }) => country)).map(([code]) => ({
    value: code.toLowerCase(),
    label: countryName(code),
  }));
}

function optionsOfPlaces(all: readonly ListedOrganization[]): Option[] {
  return tally(all.map(({ place }) => place)).map(([slug]) => ({
    value: slug,
    label: placeOf(slug)?.name ?? { zh: slug, en: slug },
  }));
}
