import { evidenceForField, evidenceOfRecords } from '@/database/queries/evidence-of-records';
import { type DatedModel, modelsOverTime } from '@/database/queries/models-over-time';
import type { Facts } from '@/database/reading';
import type { Evidence } from '@/domain/evidence';
import { tiers } from '@/domain/records/model';
import { tierNames } from '@/i18n/charts';
import { datedModelWords } from '@/i18n/release-charts';
import { choice, slugList } from '@/linking/parameters';
import { type PeriodLength, periodOfSpan } from './calendar';
import type { BasisRecord } from './definition';
import type { leftOutList } from './left-out';
import { chosen } from './options';
import { type Period, placeInPeriod } from './period';

/** A model over time, with what its sources say of the field that a chart is about. */
export type ModelOverTime = DatedModel & { evidence: Evidence[] };
export type ModelsOverTime = { models: ModelOverTime[] };

/** The parameters by which models are picked. */
export const modelParameters = {
  vendors: slugList({ zh: '厂商', en: 'Vendors' }),
  tier: choice(
    { zh: '层级', en: 'Tier' },
    [
      { value: 'all', label: { zh: '全部', en: 'All' } },
      ...tiers.map((value) => ({ value, label: tierNames[value] })),
      { value: 'unclassified', label: tierNames.unclassified },
    ],
    'all',
  ),
} as const;

/** Every model with the evidence for one field. */
export async function readModelsOverTime(facts: Facts, field: string): Promise<ModelsOverTime> {
  const models = await modelsOverTime(facts);
  const evidence = await evidenceOfRecords(
    facts,
    models.map((model) => model.id),
  );
  return {
    models: models.map((model) => ({ ...model, evidence: evidenceForField(evidence.get(model.id), field) })),
  };
}

/** Is the model among those that the state asks for? */
export function matches(
  model: Pick<DatedModel, 'vendor' | 'tier'>,
  state: { vendors: readonly string[]; tier: string },
): boolean {
  return (
    chosen(state.vendors, model.vendor.slug) &&
    (state.tier === 'all' || (model.tier ?? 'unclassified') === state.tier)
  );
}

/** The model as the basis of a figure. */
export function basisOfModel({
  name,
  slug,
  evidence,
}: Pick<ModelOverTime, 'name' | 'slug' | 'evidence'>): BasisRecord {
  return { name, path: `/models/${slug}`, evidence };
}

/** A model and the period of its release. */
export type PlacedModel = { model: ModelOverTime; period: string };

/** The models that the state asks for, by the period of their release; those without one go to `left`. */
export function placeModels(
  models: readonly ModelOverTime[],
  state: Period & { vendors: readonly string[]; tier: string; by: PeriodLength },
  left: ReturnType<typeof leftOutList>,
): PlacedModel[] {
  return models.flatMap((model) => {
    if (!matches(model, state) || placeInPeriod(model.released, state) === 'outside') return [];
    const period = periodOfSpan(model.released, state.by);
    if (period !== null) return [{ model, period }];
    left.leave(model.released ? datedModelWords.coarse : datedModelWords.undated, basisOfModel(model));
    return [];
  });
}
