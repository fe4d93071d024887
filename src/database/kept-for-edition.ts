import { LimitedCache } from '@/domain/limited-cache';
import { setting } from '@/domain/settings';
import type { Facts } from './reading';

/** Answers that are kept: those of the newest editions that were asked for. */
const mostKept = 8;

// Kept on globalThis: routes and pages are separate bundles of one process and must not keep a copy each.
const kept = globalThis as typeof globalThis & { trackerAnswers?: LimitedCache<unknown> };

/** Asks a question once an edition; whoever asks it again at that edition gets the same answer, which nobody may change. */
export function keptForEdition<T>(
  name: string,
  question: (facts: Facts) => Promise<T>,
): (facts: Facts) => Promise<T> {
  return (facts) => {
    kept.trackerAnswers ??= new LimitedCache<unknown>(mostKept, () => 1);
    return kept.trackerAnswers.get(`${setting('DATABASE_URL') ?? ''} ${facts.edition} ${name}`, () =>
      question(facts),
    ) as Promise<T>;
  };
}
