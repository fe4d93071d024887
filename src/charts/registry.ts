import { closest } from '@/linking/closest';
import { definition as compute } from './compute/definition';
import { definition as derivation } from './derivation/definition';
import type { Chart } from './engine/definition';
import { definition as fundingByQuarter } from './funding-by-quarter/definition';
import { definition as indicator } from './indicator/definition';
import { definition as investors } from './investors/definition';
import { definition as landscape } from './landscape/definition';
import { definition as modalities } from './modalities/definition';
import { definition as modelsByVendor } from './models-by-vendor/definition';
import { definition as mostFunded } from './most-funded/definition';
import { definition as openness } from './openness/definition';
import { definition as parameters } from './parameters/definition';
import { definition as releases } from './releases/definition';
import { definition as rounds } from './rounds/definition';
import { definition as surveys } from './surveys/definition';
import { definition as trainingCost } from './training-cost/definition';
import { definition as valueChain } from './value-chain/definition';
import { definition as vendorsByIndustry } from './vendors-by-industry/definition';
import { definition as where } from './where/definition';

/** All charts, in the order of the gallery. */
export const charts: readonly Chart[] = [
  modelsByVendor,
  vendorsByIndustry,
  releases,
  parameters,
  openness,
  fundingByQuarter,
  mostFunded,
  rounds,
  investors,
  where,
  valueChain,
  landscape,
  derivation,
  modalities,
  indicator,
  trainingCost,
  compute,
  surveys,
];

/** A chart by its slug, or by one that it had before: then `moved` is true, and the address should change. */
export function findChart(
  slug: string,
  among: readonly Chart[] = charts,
): { chart: Chart; moved: boolean } | undefined {
  const chart = among.find((each) => each.slug === slug);
  if (chart) return { chart, moved: false };
  const former = among.find((each) => each.formerSlugs?.includes(slug));
  return former ? { chart: former, moved: true } : undefined;
}

/** The chart that stands at a path, and its query: '/indicators/training-cost' is one of a chart as well. */
export function chartOfPath(
  path: string,
  search: URLSearchParams,
): { slug: string; search: URLSearchParams } | null {
  const [, under = '', own = ''] = /^(\/[a-z-]+)\/([a-z0-9-]+)$/.exec(path) ?? [];
  if (under === '/charts') return { slug: own, search };
  const chart = charts.find(({ address }) => address?.under === under);
  if (!chart?.address) return null;
  const whole = new URLSearchParams(search);
  whole.set(chart.address.parameter, own);
  return { slug: chart.slug, search: whole };
}

/** The charts whose slugs are near to what was asked for; all of them where none is. */
export function chartsNear(slug: string): readonly Chart[] {
  const slugs = charts.map((chart) => chart.slug);
  const near = closest(slug, slugs, 3);
  return near.length === 0 ? charts : charts.filter((chart) => near.includes(chart.slug));
}
