import { evidenceForField, evidenceOfRecords } from '@/database/queries/evidence-of-records';
import { type DatedModel, modelsOverTime } from '@/database/queries/models-over-time';
import type { Facts } from '@/database/reading';
import type { Bilingual } from '@/domain/bilingual';
import type { Evidence } from '@/domain/evidence';
import { howComplete } from '@/domain/how-complete';
import { type ModelCount, unitsOf } from '@/domain/model-count';
import { howCompleteNote } from '@/i18n/how-complete';
import type { BasisRecord } from '../engine/definition';
import type { leftOutList } from '../engine/left-out';
import { type PeriodLength, periodOfSpan } from './calendar';
import { datedModelWords } from './dated-model-words';
import { groupBy } from './group-by';
import { chosen } from './options';
import { type Period, placeInPeriod } from './period';

/** A model over time, with what its sources say of the field that a chart is about. */
export type ModelOverTime = DatedModel & { evidence: Evidence[] };
export type ModelsOverTime = { models: ModelOverTime[] };

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

/** How complete the releases on record are: those of the state's models, whatever period it shows. */
export function endOfReleases(
  models: readonly ModelOverTime[],
  state: { vendors: readonly string[]; tier: string },
): Bilingual {
  return howCompleteNote(
    howComplete(models.filter((model) => matches(model, state)).map(({ released }) => released)),
  );
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

/** Of a family, the record that came first, with the tier of the family and all ways of access that came with it. */
function firstOfFamily(models: readonly ModelOverTime[]): ModelOverTime[] {
  const dated = models.toSorted((a, b) => {
    const [x, y] = [a.released?.from ?? '~', b.released?.from ?? '~'];
    return x < y ? -1 : x > y ? 1 : 0;
  });
  const [first] = dated;
  if (!first) return [];
  const together = dated.filter(({ released }) => released?.from === first.released?.from);
  return [{ ...first, tier: first.headTier, access: [...new Set(together.flatMap(({ access }) => access))] }];
}

/** What counts once in a chart over time: each version, or each vendor's family by what came first of it. */
function countedOverTime(models: readonly ModelOverTime[], count: ModelCount): ModelOverTime[] {
  const byVendor = [...groupBy(models, ({ vendor }) => vendor.slug).values()];
  return byVendor.flatMap((own) =>
    unitsOf(own, count).flatMap(({ models: together }) =>
      count === 'families' ? firstOfFamily(together) : together,
    ),
  );
}

/** The models that the state asks for, by the period of their release; those without one go to `left`. */
export function placeModels(
  models: readonly ModelOverTime[],
  state: Period & { vendors: readonly string[]; tier: string; by: PeriodLength; count: ModelCount },
  left: ReturnType<typeof leftOutList>,
): PlacedModel[] {
  return countedOverTime(models, state.count).flatMap((model) => {
    if (!matches(model, state) || placeInPeriod(model.released, state) === 'outside') return [];
    const period = periodOfSpan(model.released, state.by);
    if (period !== null) return [{ model, period }];
    left.leave(model.released ? datedModelWords.coarse : datedModelWords.undated, basisOfModel(model));
    return [];
  });
}
