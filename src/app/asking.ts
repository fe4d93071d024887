import { cache } from 'react';
import { currentEdition, type Facts, readFacts } from '@/database/reading';

/** The edition that everything in one request is read at. */
export const editionOfRequest = cache(currentEdition);

/** Asks the facts at the request's edition, so that the parts of a page never come from two editions. */
export async function ask<T>(
  question: (facts: Facts) => Promise<T>,
  /** An earlier edition that the address asks for. */
  edition?: number,
): Promise<T> {
  return readFacts(question, edition ?? (await editionOfRequest()));
}
