import { rememberFor } from '@/domain/remember';
import { setting } from '@/domain/settings';

const known = () =>
  rememberFor('edition', setting('DATABASE_URL') ?? '', () => ({ number: null as number | null }));

/** The newest edition that this process has heard of, whichever server told it; null before the first word. */
export function knownEdition(): number | null {
  return known().number;
}

/** Somebody has seen this edition: whoever asks this process gets none that is older from now on. */
export function learnEdition(number: number): void {
  if (number > (knownEdition() ?? -1)) setKnownEdition(number);
}

/** The primary says that this is the newest edition, also where a newer one was known: it was restored from a copy. */
export function setKnownEdition(number: number): void {
  known().number = number;
}
