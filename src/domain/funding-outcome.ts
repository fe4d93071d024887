import type { Bilingual } from './bilingual';

/** What became of a round or an acquisition that is spoken of. */
export const fundingOutcomes = [
  'completed',
  'reported',
  'in-talks',
  'denied',
  'cancelled',
  'forbidden',
  'undone',
] as const;
export type FundingOutcome = (typeof fundingOutcomes)[number];

const names: Record<FundingOutcome, Bilingual> = {
  completed: { zh: '已完成', en: 'Completed' },
  reported: { zh: '据报道', en: 'Reported' },
  'in-talks': { zh: '洽谈中', en: 'In talks' },
  denied: { zh: '已否认', en: 'Denied' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  forbidden: { zh: '被禁止', en: 'Forbidden' },
  undone: { zh: '已撤销', en: 'Undone' },
};

/** The words for an outcome. */
export function outcomeName(outcome: FundingOutcome): Bilingual {
  return names[outcome];
}

/** Did money change hands, as far as the text says? The others are statements about a round, and no round. */
export function tookPlace(outcome: FundingOutcome): boolean {
  return outcome === 'completed' || outcome === 'reported';
}
