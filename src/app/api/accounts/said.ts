import type { AccountRefusal } from '@/accounts/new-account';

/** The word in an address for why an account was refused: `accountOutcomes` has it in words. */
export function saidOf({ field, weakness }: AccountRefusal): string {
  return weakness === undefined ? field : `password-${weakness}`;
}
