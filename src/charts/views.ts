import type { ChartState } from '@/linking/parameters';
import type { ChartView } from './definition';

/** A view whose state and rows are not known to the type checker. */
export type AnyView = ChartView<ChartState, unknown>;

/** The drawing of each chart, loaded when it is needed. */
export const views: Readonly<Record<string, () => Promise<AnyView>>> = {
  'models-by-vendor': () => import('./models-by-vendor/view').then((module) => module.view),
  'vendors-by-industry': () => import('./vendors-by-industry/view').then((module) => module.view),
  'funding-by-quarter': () => import('./funding-by-quarter/view').then((module) => module.view),
  'most-funded': () => import('./most-funded/view').then((module) => module.view),
  releases: () => import('./releases/view').then((module) => module.view),
  parameters: () => import('./parameters/view').then((module) => module.view),
  openness: () => import('./openness/view').then((module) => module.view),
  rounds: () => import('./rounds/view').then((module) => module.view),
  investors: () => import('./investors/view').then((module) => module.view),
  where: () => import('./where/view').then((module) => module.view),
  modalities: () => import('./modalities/view').then((module) => module.view),
  'value-chain': () => import('./value-chain/view').then((module) => module.view),
  'training-cost': () => import('./training-cost/view').then((module) => module.view),
  compute: () => import('./observation-bars-view').then((module) => module.view),
  surveys: () => import('./observation-bars-view').then((module) => module.view),
  landscape: () => import('./landscape/view').then((module) => module.view),
  derivation: () => import('./derivation/view').then((module) => module.view),
};
