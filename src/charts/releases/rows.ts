import type { Bilingual } from '@/domain/bilingual';
import { type Colour, data, tierColours } from '@/domain/palette';
import { choice, limit, type StateOf } from '@/linking/parameters';
import { periodsBetween } from '../facts/calendar';
import { countParameter } from '../facts/model-count';
import { modelParameters } from '../facts/model-parameters';
import { periodLength, periodParameters } from '../facts/period';

export const parameters = {
  ...modelParameters,
  count: countParameter,
  by: periodLength('quarter'),
  group: choice(
    { zh: '分组', en: 'Group' },
    [
      { value: 'vendor', label: { zh: '厂商', en: 'Vendor' } },
      { value: 'tier', label: { zh: '层级', en: 'Tier' } },
      { value: 'none', label: { zh: '不分组', en: 'None' } },
    ],
    'vendor',
  ),
  ...periodParameters,
  top: limit({ zh: '最多显示几组', en: 'At most (groups)' }, 15),
} as const;
export type State = StateOf<typeof parameters>;

/** The models of one group that were released in one period. */
export type ReleaseRow = {
  /** Slug of the vendor, tier, or 'all'. */
  group: string;
  groupName: Bilingual;
  /** '2023Q1' or '2023'. */
  period: string;
  models: number;
};

/** The axes of the grid: groups in the order of the rows, periods without gaps. */
export function axesOf(rows: readonly ReleaseRow[]) {
  const groups = new Map(rows.map((row) => [row.group, { slug: row.group, name: row.groupName }]));
  return {
    groups: [...groups.values()].map((group) => ({
      ...group,
      models: rows.reduce((sum, row) => sum + (row.group === group.slug ? row.models : 0), 0),
    })),
    periods: periodsBetween(rows.map((row) => row.period)),
  };
}

/** The colour of a tier, or of all models together. */
export function colourOf(group: string): Colour {
  const colours: Readonly<Record<string, Colour>> = tierColours;
  return colours[group] ?? data.blue;
}
