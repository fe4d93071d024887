import type { Facts } from '../reading';
import { idsOfSlugs } from './ids-of-slugs';
import { type IndustryWithCoverage, industriesAndCoverage } from './industries-and-coverage';
import { type ModelInFull, modelsInFull } from './models-in-full';
import { type ProductInFull, productsInFull } from './products-in-full';

/** An industry with the models and products for it, and who is said to serve it. */
export interface ComparedIndustry extends IndustryWithCoverage {
  models: ModelInFull[];
  products: ProductInFull[];
}

/** Everything that a comparison, or its own page, says of these industries. */
export async function industriesToCompare(
  facts: Facts,
  slugs: readonly string[],
): Promise<ComparedIndustry[]> {
  const ids = await idsOfSlugs(facts, 'industry', slugs);
  const industries = await industriesAndCoverage(facts, ids);
  const served = await facts.db.$queryRaw<{ id: number; kind: string }[]>`
    SELECT record_id AS id, 'model' AS kind FROM model_industry WHERE industry_id = ANY(${ids}::int[])
    UNION SELECT record_id, 'product' FROM product_industry WHERE industry_id = ANY(${ids}::int[])`;
  const of = (kind: string) => served.flatMap((each) => (each.kind === kind ? [each.id] : []));
  const models = await modelsInFull(facts, of('model'));
  const products = await productsInFull(facts, of('product'));
  return industries.map((industry) => {
    const serves = (record: { industries: { slug: string }[] }) =>
      record.industries.some(({ slug }) => slug === industry.slug);
    return { ...industry, models: models.filter(serves), products: products.filter(serves) };
  });
}
