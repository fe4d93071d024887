import { type IndustryWithCoverage, industriesAndCoverage } from '@/database/queries/industries-and-coverage';
import { industriesToCompare } from '@/database/queries/industries-to-compare';
import { type ModelInFull, modelsInFull } from '@/database/queries/models-in-full';
import { type ProductInFull, productsInFull } from '@/database/queries/products-in-full';
import type { Facts } from '@/database/reading';
import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { numberOfModels } from '@/domain/model-count';
import type { PartialDate } from '@/domain/partial-date';

/** An organization that serves an industry, with what, and on what evidence. */
export interface Servant {
  slug: string;
  name: Bilingual;
  models: ModelInFull[];
  products: ProductInFull[];
  /** What a source says of it, beside models and products. */
  claims: { id: number; note: Bilingual | null; evidence: Evidence[] }[];
  /** The earliest release of its models for the industry, or publication of a source; null where neither is dated. */
  since: PartialDate | null;
}

/** An industry with everybody who serves it, those with most models first. */
export interface ServedIndustry extends IndustryWithCoverage {
  models: ModelInFull[];
  products: ProductInFull[];
  servants: Servant[];
}

/** Who serves which industry? */
export async function servedIndustries(facts: Facts): Promise<ServedIndustry[]> {
  const models = await modelsInFull(facts);
  const products = await productsInFull(facts);
  const industries = await industriesAndCoverage(facts);
  return industries.map((industry) => {
    const serves = (record: { industries: { slug: string }[] }) =>
      record.industries.some(({ slug }) => slug === industry.slug);
    const own = { models: models.filter(serves), products: products.filter(serves) };
    return { ...industry, ...own, servants: servantsOf(industry, own.models, own.products) };
  });
}

/** One industry with everybody who serves it, or null. */
export async function servedIndustry(facts: Facts, slug: string): Promise<ServedIndustry | null> {
  const [industry] = await industriesToCompare(facts, [slug]);
  if (!industry) return null;
  return { ...industry, servants: servantsOf(industry, industry.models, industry.products) };
}

function servantsOf(
  industry: IndustryWithCoverage,
  models: readonly ModelInFull[],
  products: readonly ProductInFull[],
): Servant[] {
  const found = new Map<string, Servant>();
  const of = ({ slug, name }: { slug: string; name: Bilingual }): Servant => {
    const known = found.get(slug) ?? { slug, name, models: [], products: [], claims: [], since: null };
    found.set(slug, known);
    return known;
  };
  for (const model of models)
    for (const owner of [model.vendor, ...model.partners]) of(owner).models.push(model);
  for (const product of products) of(product.vendor).products.push(product);
  for (const { organization, ...claim } of industry.coverages) of(organization).claims.push(claim);
  return [...found.values()]
    .map((servant) => ({ ...servant, since: firstSeen(servant) }))
    .sort(
      (a, b) =>
        numberOfModels(b.models) - numberOfModels(a.models) ||
        b.products.length - a.products.length ||
        b.claims.length - a.claims.length ||
        (a.slug < b.slug ? -1 : 1),
    );
}

function firstSeen({ models, products, claims }: Servant): PartialDate | null {
  const dates = [
    ...models.flatMap(({ released }) => released ?? []),
    ...[...models, ...products, ...claims].flatMap(({ evidence }) =>
      evidence.flatMap(({ source }) => source.published ?? []),
    ),
  ];
  return dates.sort()[0] ?? null;
}
