import type { Bilingual } from '@/domain/bilingual';
import { limit, type StateOf, slugList } from '@/linking/parameters';
import { modalityNames } from '@/records/model/book';
import { type Modality, modalities } from '@/records/model/schema';
import { countParameter } from '../facts/model-count';
import { modelParameters } from '../facts/model-parameters';

export const parameters = {
  vendors: modelParameters.vendors,
  modalities: slugList(
    { zh: '模态', en: 'Modalities' },
    modalities.map((value) => ({ value, label: modalityNames[value] })),
  ),
  tier: modelParameters.tier,
  count: countParameter,
  top: limit({ zh: '最多显示几家', en: 'At most (vendors)' }, 15),
} as const;
export type State = StateOf<typeof parameters>;

/** One vendor and one modality. */
export type ModalityRow = {
  vendor: string;
  vendorName: Bilingual;
  modality: Modality;
  models: number;
  /** Models of the vendor that match, whether or not a source says what they cover. */
  allModels: number;
};

/** The axes of the heat map: vendors in the order of the rows, modalities in their own. */
export function axesOf(rows: readonly ModalityRow[]) {
  const vendors = new Map(
    rows.map((row) => [row.vendor, { slug: row.vendor, name: row.vendorName, allModels: row.allModels }]),
  );
  const present = new Set(rows.map((row) => row.modality));
  return {
    vendors: [...vendors.values()],
    modalities: modalities.filter((modality) => present.has(modality)),
  };
}
