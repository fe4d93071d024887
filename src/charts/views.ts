import type { ChartState } from '@/linking/parameters';
import { view as derivation } from './derivation/view';
import type { ChartView } from './engine/definition';
import { view as observationBars } from './facts/observation-bars-view';
import { view as indicator } from './indicator/view';
import { view as investors } from './investors/view';
import { view as landscape } from './landscape/view';
import { view as modalities } from './modalities/view';
import { view as mostFunded } from './most-funded/view';
import { view as openness } from './openness/view';
import { view as parameters } from './parameters/view';
import { view as releases } from './releases/view';
import { view as rounds } from './rounds/view';
import { view as trainingCost } from './training-cost/view';
import { view as valueChain } from './value-chain/view';
import { view as vendorsByIndustry } from './vendors-by-industry/view';
import { view as where } from './where/view';

/** A view whose state and rows are not known to the type checker. */
export type AnyView = ChartView<ChartState, unknown>;

/** The drawings that are small: a browser gets them together, in one file. */
const together = {
  'vendors-by-industry': vendorsByIndustry,
  'most-funded': mostFunded,
  releases,
  parameters,
  openness,
  rounds,
  investors,
  where,
  modalities,
  'value-chain': valueChain,
  'training-cost': trainingCost,
  indicator,
  compute: observationBars,
  surveys: observationBars,
  landscape,
  derivation,
} as unknown as Readonly<Record<string, AnyView>>;

/** Those that draw with Recharts, which weighs as much as all others with React: loaded when they are needed. */
const apart: Readonly<Record<string, () => Promise<AnyView>>> = {
  'models-by-vendor': () => import('./models-by-vendor/view').then((module) => module.view as AnyView),
  'funding-by-quarter': () => import('./funding-by-quarter/view').then((module) => module.view as AnyView),
};

/** Does the drawing need a window, because Recharts draws nothing without one? */
export function needsWindow(slug: string): boolean {
  return Object.hasOwn(apart, slug);
}

/** The drawing of each chart. */
export const views: Readonly<Record<string, () => Promise<AnyView>>> = {
  ...Object.fromEntries(Object.entries(together).map(([slug, view]) => [slug, () => Promise.resolve(view)])),
  ...apart,
};
