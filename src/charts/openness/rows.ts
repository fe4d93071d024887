import type { Bilingual } from '@/domain/bilingual';
import { type Colour, data, surface } from '@/domain/palette';
import { choice, type StateOf } from '@/linking/parameters';
import { accessNames } from '@/records/model/book';
import type { Access } from '@/records/model/schema';
import { countParameter } from '../facts/model-count';
import { modelParameters } from '../facts/model-parameters';
import { periodLength, periodParameters } from '../facts/period';
import { opennessWords } from './words';

export const parameters = {
  ...modelParameters,
  count: countParameter,
  by: periodLength('year'),
  measure: choice(
    { zh: '度量', en: 'Measure' },
    [
      { value: 'count', label: { zh: '个数', en: 'Number' } },
      { value: 'share', label: { zh: '占比', en: 'Share' } },
    ],
    'count',
  ),
  ...periodParameters,
} as const;
export type State = StateOf<typeof parameters>;

/** The ways to reach a model, most open first; `unknown`: no source says. */
export const ways = ['open-source', 'open-weights', 'api', 'product', 'internal', 'unknown'] as const;
export type Way = (typeof ways)[number];

/** The most open of a model's ways. */
export function wayOf(access: readonly Access[]): Way {
  return ways.find((way) => way !== 'unknown' && access.includes(way)) ?? 'unknown';
}

/** The name of a way to reach a model. */
export function nameOfWay(way: Way): Bilingual {
  return way === 'unknown' ? opennessWords.unknown : accessNames[way];
}

export const wayColours: Readonly<Record<Way, Colour>> = {
  'open-source': data.green,
  'open-weights': data.lime,
  api: data.blue,
  product: data.orange,
  internal: data.brown,
  unknown: surface.rule,
};

/** The models of one period that are reached in one way. */
export type OpennessRow = {
  /** '2023Q1' or '2023'. */
  period: string;
  way: Way;
  models: number;
  /** Of the period's models, as a fraction. */
  share: number;
};
