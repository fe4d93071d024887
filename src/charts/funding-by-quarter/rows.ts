import type { Bilingual } from '@/domain/bilingual';
import { roundFamilies } from '@/domain/round';
import { roundFamilyNames } from '@/i18n/charts';
import { choice, type StateOf, slugList } from '@/linking/parameters';
import { periodsBetween } from '../facts/calendar';
import { currencyParameter, type FundingSum } from '../facts/funding-sum';
import { periodLength, periodParameters } from '../facts/period';

export const parameters = {
  companies: slugList({ zh: '公司', en: 'Companies' }),
  rounds: slugList(
    { zh: '轮次', en: 'Rounds' },
    roundFamilies.map((value) => ({ value, label: roundFamilyNames[value] })),
  ),
  currency: currencyParameter,
  ...periodParameters,
  by: periodLength('quarter'),
  group: choice(
    { zh: '分组', en: 'Group by' },
    [
      { value: 'round', label: { zh: '轮次', en: 'Round' } },
      { value: 'company', label: { zh: '公司', en: 'Company' } },
      { value: 'none', label: { zh: '不分组', en: 'Nothing' } },
    ],
    'round',
  ),
} as const;
export type State = StateOf<typeof parameters>;

/** One period and one group. Money in units of the currency of the state. */
export type FundingRow = FundingSum & {
  /** '2023Q1' or '2023'. */
  period: string;
  /** Slug of the company, family of the round, or 'all'. */
  group: string;
  groupName: Bilingual;
  /** Is the period so long ago that hardly any entry is still to come? */
  settled: boolean;
  /** Rounds on record in the period, whoever's and whichever: few of them say little of it. Not in links pinned by earlier versions. */
  entries?: number;
};

/** Fewer rounds than this do not make a period that is called settled. */
export const fewEntries = 5;

/** All periods from the first to the last with events. */
export function periodsOf(rows: readonly FundingRow[]): string[] {
  return periodsBetween(rows.map((row) => row.period));
}
