import type { Bilingual } from '@/domain/bilingual';
import type { RoundFamily } from '@/domain/round';
import { choice, type StateOf, slugList } from '@/linking/parameters';
import { currencyParameter, type FundingSum } from '../facts/funding-sum';
import { periodParameters } from '../facts/period';

export const parameters = {
  organizations: slugList({ zh: '机构', en: 'Organizations' }),
  by: choice(
    { zh: '轮次分到', en: 'Rounds by' },
    [
      { value: 'letter', label: { zh: '字母（A、B、C…）', en: 'Letter (A, B, C…)' } },
      { value: 'label', label: { zh: '原名（A+、B6…）', en: 'Label (A+, B6…)' } },
      { value: 'family', label: { zh: '大类', en: 'Kind' } },
    ],
    'letter',
  ),
  currency: currencyParameter,
  ...periodParameters,
} as const;
export type State = StateOf<typeof parameters>;

/** One stage, or one type of money without a stage. */
export type StageRow = FundingSum & {
  /** The English name, unique in a state. */
  stage: string;
  name: Bilingual;
  family: RoundFamily;
  /** Place from pre-seed to IPO (`roundOrder`); null for types without a stage. */
  order: number | null;
};
