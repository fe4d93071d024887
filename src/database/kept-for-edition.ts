import { LimitedCache } from '@/domain/limited-cache';
import { remember } from '@/domain/remember';
import { setting } from '@/domain/settings';
import type { Facts } from './reading';

/** Answers that are kept: those of the newest editions that were asked for. */
const mostKept = 8;

const answers = () => remember('answers', () => new LimitedCache<unknown>(mostKept, () => 1));

/** Asks a question once an edition; whoever asks it again at that edition gets the same answer, which nobody may change. */
export function keptForEdition<T>(
  name: string,
  question: (facts: Facts) => Promise<T>,
): (facts: Facts) => Promise<T> {
  return (facts) =>
    answers().get(`${setting('DATABASE_URL') ?? ''} ${facts.edition} ${name}`, () =>
      question(facts),
    ) as Promise<T>;
}
