import type { Bilingual } from '@/domain/bilingual';
import { choice, limit, type StateOf, slugList } from '@/linking/parameters';
import { layerNames } from '@/records/layer/book';
import { type LayerSlug, layerSlugs } from '@/records/layer/schema';
import { organizationKindNames } from '@/records/organization/book';
import { organizationKinds } from '@/records/organization/schema';
import { landscapeWords } from './words';

/** What the size of a tile stands for. */
export const measures = ['models', 'funding', 'none'] as const;
export type Measure = (typeof measures)[number];

export type OrganizationKind = (typeof organizationKinds)[number];

/** Categories, those that the article speaks of first. */
export const categories: readonly OrganizationKind[] = organizationKinds;

export const parameters = {
  size: choice(
    { zh: '大小', en: 'Size' },
    measures.map((value) => ({
      value,
      label: { zh: landscapeWords.zh[value], en: landscapeWords.en[value] },
    })),
    'models',
  ),
  layers: slugList(
    { zh: '产业链层', en: 'Layers' },
    layerSlugs.map((value) => ({ value, label: layerNames[value] })),
  ),
  kinds: slugList(
    { zh: '类型', en: 'Kinds' },
    categories.map((value) => ({ value, label: organizationKindNames[value] })),
  ),
  countries: slugList({ zh: '国家', en: 'Countries' }),
  organizations: slugList({ zh: '机构', en: 'Organizations' }),
  top: limit({ zh: '最多显示几家', en: 'At most (organizations)' }, 10),
} as const;
export type State = StateOf<typeof parameters>;

/** Three sizes of tiles: small, middle, large. */
export type TileSize = 1 | 2 | 3;

/** One organization on one layer. */
export type LandscapeRow = {
  layer: LayerSlug;
  organization: string;
  name: Bilingual;
  kind: OrganizationKind;
  /** ISO 3166-1 alpha-2, lower case; null where it is not known. */
  country: string | null;
  /** Models, platforms and products that it has on this layer. */
  entries: number;
  /** All its models, on whatever layer. */
  models: number;
  /** What it raised at least, in CNY; null where no amount is known. */
  floor: number | null;
  /** A source places it on this layer. */
  placed: boolean;
  size: TileSize;
  /** The paths of its brand mark in a square of 24; none: a monogram stands in. */
  mark: readonly string[];
};

/** From how much on a tile is of middle size, and large. */
export const steps: Readonly<Record<'models' | 'funding', readonly [number, number]>> = {
  models: [3, 8],
  funding: [5e8, 5e9],
};

/** How large the tile is that stands for so much. */
export function sizeOf(measure: Measure, row: Pick<LandscapeRow, 'models' | 'floor'>): TileSize {
  if (measure === 'none') return 2;
  const [middle, large] = steps[measure];
  const amount = measure === 'models' ? row.models : (row.floor ?? 0);
  return amount >= large ? 3 : amount >= middle ? 2 : 1;
}

/** One or two letters that stand in for a brand mark. */
export function monogramOf(name: string): string {
  const [first = ''] = [...name.trim()];
  return /\p{Script=Han}/u.test(first) ? first : name.trim().slice(0, 2).toUpperCase();
}
