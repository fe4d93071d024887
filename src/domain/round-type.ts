import type { FundingType } from './funding-type';
import type { RoundFamily } from './round';

const types: Readonly<Partial<Record<RoundFamily, FundingType>>> = {
  merger: 'merger',
  ipo: 'ipo',
  cornerstone: 'cornerstone',
  transfer: 'transfer',
  debt: 'debt',
};

/** What an event with a round of this family is, where nobody says it in other words. */
export function typeOfRound(family: RoundFamily): FundingType {
  return types[family] ?? 'round';
}
