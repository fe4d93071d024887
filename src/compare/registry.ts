import type { AnyDimension } from './dimension';
import { layers } from './dimensions/chain';
import { citationCounts, sourceCount } from './dimensions/evidence';
import { fundingEvents, moneyRaised, undisclosedEvents } from './dimensions/funding';
import { kind, place } from './dimensions/identity';
import { industries, industryCount } from './dimensions/industries';
import {
  claimedModels,
  generalModels,
  industryModels,
  modalitiesOfModels,
  modelsByTier,
  modelsOnRecord,
} from './dimensions/models';
import { platforms, products } from './dimensions/platform';
import { strengths } from './dimensions/positioning';

/** Every dimension, in the order of the rows. Those of one group stand together, in the order of `groups.ts`. */
export const dimensions: readonly AnyDimension[] = [
  kind,
  place,
  generalModels,
  modalitiesOfModels,
  modelsOnRecord,
  ...modelsByTier,
  claimedModels,
  platforms,
  products,
  industryCount,
  industries,
  industryModels,
  layers,
  strengths,
  moneyRaised,
  fundingEvents,
  undisclosedEvents,
  ...citationCounts,
  sourceCount,
];
