import type { Bilingual } from '@/domain/bilingual';
import { type Colour, data, vendorColour, vendorsWithFixedColour } from '@/domain/palette';
import { choice, limit, type StateOf, younger } from '@/linking/parameters';
import { modelParameters } from '../facts/model-parameters';
import { periodParameters } from '../facts/period';

export const parameters = {
  ...modelParameters,
  axis: choice(
    { zh: '刻度', en: 'Scale' },
    [
      { value: 'log', label: { zh: '对数', en: 'Logarithmic' } },
      { value: 'linear', label: { zh: '线性', en: 'Linear' } },
    ],
    'log',
  ),
  ...periodParameters,
  top: younger(limit({ zh: '每季度最多显示几个', en: 'At most in a quarter' }, 4), 'all'),
} as const;
export type State = StateOf<typeof parameters>;

/** One model: when it was released and how large it is. */
export type SizeRow = {
  model: string;
  name: Bilingual;
  vendor: string;
  vendorName: Bilingual;
  /** As stated: '2023-08', '2023-08-03'. */
  released: string;
  /** First and last day on which it may have been released. */
  from: string;
  to: string;
  parameters: number;
};

/** Vendors that are not among the well-known ones share a colour: a legend of twenty tells nobody anything. */
export function dotColour(vendor: string): Colour {
  return vendorsWithFixedColour.includes(vendor) ? vendorColour(vendor) : data.stone;
}
