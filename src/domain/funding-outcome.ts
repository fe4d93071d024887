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

/** Did money change hands, as far as the text says? The others are statements about a round, and no round. */
export function tookPlace(outcome: FundingOutcome): boolean {
  return outcome === 'completed' || outcome === 'reported';
}
