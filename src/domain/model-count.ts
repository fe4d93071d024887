import type { Tier } from './tier';

/** What is counted: families with all that is in them, or each version and size. */
const modelCounts = ['families', 'versions'] as const;
export type ModelCount = (typeof modelCounts)[number];

/** What counting needs to know of a model on record. */
export interface CountedModel {
  tier: Tier | null;
  /** The record that heads its family; a model in no family heads its own. */
  head: number;
  headTier: Tier | null;
  /** It is a family that has members, so it stands for them and is no version itself. */
  collects: boolean;
}

/** One thing that counts, with the records behind it. */
export interface CountedUnit<Model extends CountedModel> {
  tier: Tier | null;
  models: Model[];
}

/**
 * The one definition of a number of models: these records as things that count. As families, all that has one head counts
 * once, with the tier of the head. As versions, every model and size counts, but not the record of a family that has members.
 */
export function unitsOf<Model extends CountedModel>(
  models: Iterable<Model>,
  count: ModelCount,
): CountedUnit<Model>[] {
  if (count === 'versions')
    return [...models].flatMap((model) => (model.collects ? [] : [{ tier: model.tier, models: [model] }]));
  const families = new Map<number, CountedUnit<Model>>();
  for (const model of models) {
    const known = families.get(model.head);
    if (known) known.models.push(model);
    else families.set(model.head, { tier: model.headTier, models: [model] });
  }
  return [...families.values()];
}

/** How many models these records are. */
export function numberOfModels(models: Iterable<CountedModel>, count: ModelCount = 'families'): number {
  return unitsOf(models, count).length;
}

/** The tier by which a record is chosen and grouped: that of its family where families are counted. */
export function tierCounted({ tier, headTier }: CountedModel, count: ModelCount): Tier | null {
  return count === 'families' ? headTier : tier;
}
