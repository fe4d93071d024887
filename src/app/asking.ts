import { headers } from 'next/headers';
import { cache } from 'react';
import { currentEdition, editionOnPrimary, type Facts, readFacts } from '@/database/reading';

/** The edition that everything in one request is read at. Who publishes sees at once what was published. */
export const editionOfRequest = cache(async () =>
  (await headers()).has('x-ask-primary') ? editionOnPrimary() : currentEdition(),
);

/** Asks the facts at the request's edition, so that the parts of a page never come from two editions. */
export async function ask<T>(
  question: (facts: Facts) => Promise<T>,
  /** An earlier edition that the address asks for. */
  edition?: number,
): Promise<T> {
  return readFacts(question, edition ?? (await editionOfRequest()));
}
