import type { Bilingual } from '@/domain/bilingual';
import { flag, limit, type StateOf, slugList } from '@/linking/parameters';
import { layerNames } from '@/records/layer/book';
import { type LayerSlug, layerSlugs } from '@/records/layer/schema';

/** What an organization has on a layer; `none`: a source places it there, and nothing of it is on record. */
export const entryKinds = ['product', 'model', 'platform', 'accelerator', 'none'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const parameters = {
  organizations: slugList({ zh: '机构', en: 'Organizations' }),
  layers: slugList(
    { zh: '产业链层', en: 'Layers' },
    layerSlugs.map((value) => ({ value, label: layerNames[value] })),
  ),
  placed: flag(
    { zh: '只看有来源写明所在层的机构', en: 'Only organizations that a source places on a layer' },
    false,
  ),
  top: limit({ zh: '最多显示几家', en: 'At most (organizations)' }, 15),
} as const;
export type State = StateOf<typeof parameters>;

/** One organization on one layer with one kind of entry. */
export type ChainRow = {
  layer: LayerSlug;
  organization: string;
  organizationName: Bilingual;
  kind: EntryKind;
  entries: number;
  /** A source places the organization on this layer. */
  placed: boolean;
};

/** Layers from applications down to infrastructure. */
export const layersFromTop: readonly LayerSlug[] = [...layerSlugs].reverse();
