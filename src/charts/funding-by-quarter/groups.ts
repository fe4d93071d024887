import { type Colour, data, roundFamilyColours, vendorColour } from '@/domain/palette';
import { roundFamilies } from '@/domain/round';
import type { FundingRow, State } from './rows';

/** The groups in the order in which they are stacked: rounds by stage, companies by their floor, largest below. */
export function groupsOf(rows: readonly FundingRow[], state: State): string[] {
  const present = new Set(rows.flatMap((row) => (row.events > 0 ? [row.group] : [])));
  if (state.group === 'round') return roundFamilies.filter((family) => present.has(family));
  const floor = (group: string) => rows.reduce((sum, row) => sum + (row.group === group ? row.floor : 0), 0);
  return [...present].sort((a, b) => floor(b) - floor(a) || (a < b ? -1 : 1));
}

/** The colour of a group, the same in every picture. */
export function groupColour(group: string, state: State): Colour {
  if (state.group === 'none') return data.blue;
  if (state.group === 'company') return vendorColour(group);
  const families: Readonly<Record<string, Colour>> = roundFamilyColours;
  return families[group] ?? roundFamilyColours.unknown;
}
