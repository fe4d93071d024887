import { optionsFrom } from '@/charts/facts/options';
import {
  type ActiveOrganization,
  organizationsWithActivity,
} from '@/database/queries/organizations-with-activity';
import type { Lang } from '@/domain/bilingual';
import { placesInOrder } from '@/domain/name-order';
import { layerColours } from '@/domain/palette';
import { placeOf } from '@/domain/place';
import { countryName, vendorList } from '@/i18n/vendors';
import type { Option } from '@/linking/parameters';
import { defineList } from '../engine/define-list';
import { vendorFileColumns } from './columns';
import { findingOf } from './finding';
import { type VendorState, vendorParameters } from './parameters';

/** What an organization has of each filter. */
export const vendorValues = {
  role: ({ roles }: ActiveOrganization) => [...roles, 'all'],
  kind: ({ kind }: ActiveOrganization) => [kind],
  layer: ({ layers }: ActiveOrganization) => layers.map(({ layer }) => layer),
  industry: ({ industries }: ActiveOrganization) => industries.map(({ slug }) => slug),
  country: ({ country }: ActiveOrganization) => (country === null ? [] : [country.toLowerCase()]),
  place: ({ place }: ActiveOrganization) => (place === null ? [] : [place]),
};

/** Organizations that make or run something; investors on request. */
export const vendors = defineList({
  slug: 'vendors',
  kind: 'organization',
  words: vendorList,
  parameters: vendorParameters,
  pageSize: 60,
  read: organizationsWithActivity,
  // The page leaves investors out unless it is asked; a list of organizations does not.
  everything: { role: 'all' },
  facets: [
    { name: 'role', show: 'all' },
    { name: 'kind', show: 'all' },
    { name: 'layer', show: 'all', colours: layerColours },
    { name: 'industry', show: 'behind' },
    { name: 'country', show: 'behind' },
    { name: 'place', show: 'behind' },
  ],
  values: vendorValues,
  options: (all) => ({
    industry: optionsFrom(all.flatMap(({ industries }) => industries)),
    country: optionsOfCountries(all),
    place: optionsOfPlaces(all),
  }),
  order: (all, { sort }, lang) => order(all, sort, lang),
  columns: vendorFileColumns,
  finding: ({ matching }, lang) => findingOf(matching, lang),
});

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
