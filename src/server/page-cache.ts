import type { KeptAnswer } from './kept-answer';

/** A fresh answer: what it says, and the edition that it was made from (null: not to be kept). */
export interface Fresh {
  answer: KeptAnswer;
  edition: number | null;
}

interface Entry {
  edition: number;
  answer: KeptAnswer;
}

/**
 * The newest whole answer of each address, with the edition that it was made from; the least used is given up first.
 * However many ask for one at the same time, it is made once.
 */
export class PageCache {
  readonly #kept = new Map<string, Entry>();
  readonly #making = new Map<string, Promise<Fresh>>();
  #bytes = 0;

  /** `capacity` in bytes of uncompressed bodies and addresses; compressed forms add about a quarter. */
  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.#kept.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The answer for an address, if it is of that edition. */
  find(edition: number, address: string): KeptAnswer | undefined {
    const found = this.#kept.get(address);
    if (found?.edition !== edition) return undefined;
    this.#kept.delete(address);
    this.#kept.set(address, found);
    return found.answer;
  }

  /** The kept answer, or the one that `make` makes; kept under the edition that it says it was made from. */
  async get(edition: number, address: string, make: () => Promise<Fresh>): Promise<KeptAnswer> {
    const found = this.find(edition, address);
    if (found) return found;
    const key = `${edition} ${address}`;
    const underway = this.#making.get(key);
    if (underway) return (await underway).answer;
    const making = make();
    this.#making.set(key, making);
    try {
      const fresh = await making;
      if (fresh.edition !== null) this.#keep(address, { edition: fresh.edition, answer: fresh.answer });
      return fresh.answer;
    } finally {
      this.#making.delete(key);
    }
  }

  /** The newest kept answer for an address, of whatever edition: for when the database is away. */
  lastKnown(address: string): KeptAnswer | undefined {
    return this.#kept.get(address)?.answer;
  }

  #keep(address: string, entry: Entry): void {
    const old = this.#kept.get(address);
    // What was made slowly, from an older state, does not take the place of something newer.
    if (old && old.edition > entry.edition) return;
    if (old) this.#drop(address, old);
    this.#kept.set(address, entry);
    this.#bytes += sizeOf(address, entry);
    for (const [oldest, least] of this.#kept) {
      if (this.#bytes <= this.capacity) break;
      this.#drop(oldest, least);
    }
  }

  #drop(address: string, entry: Entry): void {
    if (this.#kept.delete(address)) this.#bytes -= sizeOf(address, entry);
  }
}

function sizeOf(address: string, { answer }: Entry): number {
  return address.length + answer.body.length;
}
