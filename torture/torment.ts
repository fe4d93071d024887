import type { BenchLine } from '../bench/result';

/** How much of a torment is wanted. */
export interface Wishes {
  /** The same seed makes the same choices; the moments at which things happen still differ. */
  seed: number;
  /** How often; each torment has its own measure for it. */
  times?: number;
  /** How long, for those that last. */
  minutes?: number;
}

/** What a torment did and saw. */
export interface Ordeal {
  title: string;
  /** What was done, in one or two sentences. */
  how: string;
  columns: string[];
  lines: BenchLine[];
  /** What did not hold, each with what was seen; nothing if all did. */
  broken: string[];
}

/** A torment: `npm run torture -- name`. */
export type Torment = (wishes: Wishes, say: (line: string) => void) => Promise<Ordeal>;
