/** What an event is; only some of them are money that the company raised (`countsAsRaised` in `totals.ts`). */
export const fundingTypes = [
  'round',
  'in-kind',
  'cornerstone',
  'ipo',
  'reported',
  'cumulative',
  'merger',
  'transfer',
  'debt',
] as const;
export type FundingType = (typeof fundingTypes)[number];
