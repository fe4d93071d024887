import { type Address, addressOfRecord } from '@/database/queries/address-of-record';
import { type FundingEventInFull, fundingEventsInFull } from '@/database/queries/funding-events-in-full';
import {
  type IndicatorWithObservations,
  indicatorsWithObservations,
} from '@/database/queries/indicators-with-observations';
import { modelsInBrief } from '@/database/queries/models-in-brief';
import { type ModelInFull, modelsInFull } from '@/database/queries/models-in-full';
import { moneyOfOrganization, type RaisedInFull } from '@/database/queries/money-raised';
import { type OrganizationInFull, organizationInFull } from '@/database/queries/organization-in-full';
import { organizationsWithActivity } from '@/database/queries/organizations-with-activity';
import { type MoveOnRecord, peopleMoves } from '@/database/queries/people-moves';
import { type ProductInFull, productsInFull } from '@/database/queries/products-in-full';
import type { Facts } from '@/database/reading';
import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { firstOf } from '@/domain/first-of';
import { doubtsOnRecord } from '@/lists/doubts/doubts-on-record';

/** An industry that the organization serves, and on what evidence. */
export interface ServedIndustry {
  slug: string;
  name: Bilingual;
  models: ModelInFull[];
  products: ProductInFull[];
  claims: { id: number; note: Bilingual | null; evidence: Evidence[] }[];
}

/** Everything on an organization's page, at one edition. */
export interface VendorFacts {
  edition: number;
  organization: OrganizationInFull;
  models: ModelInFull[];
  products: ProductInFull[];
  industries: ServedIndustry[];
  funding: FundingEventInFull[];
  /** What it raised, in CNY, and what each event does in it. */
  money: RaisedInFull;
  invested: FundingEventInFull[];
  moves: MoveOnRecord[];
  indicators: IndicatorWithObservations[];
  /** Doubts and disagreements about it and what is its own. */
  doubts: number;
  /** Slugs of those that it competes with most: shared industries, then models. */
  peers: string[];
}

/** Peers that a comparison starts with. */
const mostPeers = 4;

/** Reads an organization's page, or says where its slug leads instead. */
export async function vendorFacts(
  facts: Facts,
  slug: string,
): Promise<VendorFacts | Exclude<Address, { at: 'here' }>> {
  const address = await addressOfRecord(facts, 'organization', slug);
  if (address.at !== 'here') return address;
  const organization = await organizationInFull(facts, address.id);
  if (!organization) return { at: 'nowhere' };
  const isOwn = ({ vendor }: { vendor: { slug: string } }) => vendor.slug === slug;
  const own = (await modelsInBrief(facts)).filter(
    (model) => isOwn(model) || model.partners.some((partner) => partner.slug === slug),
  );
  const models = await modelsInFull(
    facts,
    own.map(({ id }) => id),
  );
  const products = (await productsInFull(facts)).filter(isOwn);
  const funding = await fundingEventsInFull(facts, organization.raised);
  const moves = (await peopleMoves(facts)).filter(
    ({ from, joined }) => from?.slug === slug || joined?.slug === slug,
  );
  const about = [organization.id, ...models.map(({ id }) => id), ...products.map(({ id }) => id)];
  return {
    edition: facts.edition,
    organization,
    models,
    products,
    industries: industriesOf(organization, models, products),
    funding,
    money: await moneyOfOrganization(facts, organization.id, 'CNY'),
    invested: await fundingEventsInFull(facts, organization.invested),
    moves,
    indicators: await indicatorsWithObservations(facts, about),
    doubts: (await doubtsOnRecord(facts)).filter(({ vendor }) => vendor?.slug === slug).length,
    peers: await peersOf(facts, slug),
  };
}

function industriesOf(
  organization: OrganizationInFull,
  models: readonly ModelInFull[],
  products: readonly ProductInFull[],
): ServedIndustry[] {
  const found = new Map<string, ServedIndustry>();
  const of = ({ slug, name }: { slug: string; name: Bilingual }): ServedIndustry => {
    const known = found.get(slug) ?? { slug, name, models: [], products: [], claims: [] };
    found.set(slug, known);
    return known;
  };
  for (const model of models) for (const industry of model.industries) of(industry).models.push(model);
  for (const product of products)
    for (const industry of product.industries) of(industry).products.push(product);
  for (const { industry, ...claim } of organization.coverages) of(industry).claims.push(claim);
  const weight = (each: ServedIndustry) =>
    each.models.length * 100 + each.products.length * 10 + each.claims.length;
  return [...found.values()].sort((a, b) => weight(b) - weight(a) || (a.slug < b.slug ? -1 : 1));
}

async function peersOf(facts: Facts, slug: string): Promise<string[]> {
  const all = await organizationsWithActivity(facts);
  const self = all.find((each) => each.slug === slug);
  if (!self?.roles.includes('vendor')) return [];
  const own = new Set(self.industries.map((industry) => industry.slug));
  const peers = all
    .filter((each) => each.slug !== slug && each.kind === self.kind && each.roles.includes('vendor'))
    .map((each) => ({
      slug: each.slug,
      shared: each.industries.reduce((sum, industry) => sum + Number(own.has(industry.slug)), 0),
      models: each.modelCount,
    }));
  return firstOf(
    peers,
    mostPeers,
    (a, b) => b.shared - a.shared || b.models - a.models || (a.slug < b.slug ? -1 : 1),
  ).map((each) => each.slug);
}
