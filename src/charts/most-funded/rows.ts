import type { Bilingual } from '@/domain/bilingual';
import { roundFamilies } from '@/domain/round';
import { roundFamilyNames } from '@/i18n/charts';
import { limit, type StateOf, slugList } from '@/linking/parameters';
import { currencyParameter, type FundingSum } from '../facts/funding-sum';
import { periodParameters } from '../facts/period';

export const parameters = {
  organizations: slugList({ zh: '机构', en: 'Organizations' }),
  rounds: slugList(
    { zh: '轮次', en: 'Rounds' },
    roundFamilies.map((value) => ({ value, label: roundFamilyNames[value] })),
  ),
  currency: currencyParameter,
  ...periodParameters,
  top: limit({ zh: '最多显示几家', en: 'At most (organizations)' }, 15),
} as const;
export type State = StateOf<typeof parameters>;

/** One organization and the money that it raised. */
export type FundedRow = FundingSum & { organization: string; name: Bilingual };
