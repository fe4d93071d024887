import { type Address, addressOfRecord } from '@/database/queries/address-of-record';
import {
  type IndicatorWithObservations,
  indicatorsWithObservations,
} from '@/database/queries/indicators-with-observations';
import { lineageOfModel, type ModelInLineage } from '@/database/queries/lineage-of-model';
import { modelsInBrief } from '@/database/queries/models-in-brief';
import { type ModelInFull, modelsInFull } from '@/database/queries/models-in-full';
import { type ProductInFull, productsInFull } from '@/database/queries/products-in-full';
import type { Facts } from '@/database/reading';
import type { Evidence } from '@/domain/evidence';

/** Everything on a model's page, at one edition. */
export interface ModelFacts {
  edition: number;
  model: ModelInFull;
  /** The family that it is in. */
  members: ModelInLineage[];
  lineage: ModelInLineage[];
  /** What the sources say of each model in the family and the lineage, by slug. */
  lineageEvidence: Map<string, Evidence[]>;
  products: ProductInFull[];
  indicators: IndicatorWithObservations[];
  /** Others of the vendor in the same tier. */
  siblings: ModelInFull[];
}

/** Reads a model's page, or says where its slug leads instead. */
export async function modelFacts(
  facts: Facts,
  slug: string,
): Promise<ModelFacts | Exclude<Address, { at: 'here' }>> {
  const address = await addressOfRecord(facts, 'model', slug);
  if (address.at !== 'here') return address;
  const [model] = await modelsInFull(facts, [address.id]);
  if (!model) return { at: 'nowhere' };
  const members = await lineageOfModel(facts, model.id, 'memberOf');
  const lineage = await lineageOfModel(facts, model.id, 'derivesFrom');
  const related = new Set([...members, ...lineage].map((each) => each.slug));
  const isSibling = (other: { id: number; vendor: { slug: string }; tier: string | null }) =>
    other.id !== model.id && other.vendor.slug === model.vendor.slug && other.tier === model.tier;
  const all = await modelsInFull(
    facts,
    (await modelsInBrief(facts)).flatMap((each) =>
      related.has(each.slug) || isSibling(each) ? [each.id] : [],
    ),
  );
  return {
    edition: facts.edition,
    model,
    members,
    lineage,
    lineageEvidence: new Map(
      all.filter((each) => related.has(each.slug)).map((each) => [each.slug, each.evidence]),
    ),
    products: (await productsInFull(facts)).filter((product) => product.model?.slug === slug),
    indicators: await indicatorsWithObservations(facts, [model.id]),
    siblings: all.filter(isSibling),
  };
}
