import { setting } from '@/domain/settings';

// Kept on globalThis: the front, routes and pages are separate bundles of one process and must agree.
const kept = globalThis as typeof globalThis & { trackerEdition?: { url: string; number: number } };

const url = () => setting('DATABASE_URL') ?? '';

/** The newest edition that this process has heard of, whichever server told it; null before the first word. */
export function knownEdition(): number | null {
  return kept.trackerEdition?.url === url() ? kept.trackerEdition.number : null;
}

/** Somebody has seen this edition: whoever asks this process gets none that is older from now on. */
export function learnEdition(number: number): void {
  if (number > (knownEdition() ?? -1)) setKnownEdition(number);
}

/** The primary says that this is the newest edition, also where a newer one was known: it was restored from a copy. */
export function setKnownEdition(number: number): void {
  kept.trackerEdition = { url: url(), number };
}
