import type { KeptAnswer } from './kept-answer';

/** A fresh answer: what it says, and the edition that it was made from (null: not to be kept). */
export interface Fresh {
  answer: KeptAnswer;
  edition: number | null;
}

/**
 * Whole answers by edition and address, the least used given up first. However many ask for one at the same time, it
 * is made once.
 */
export class PageCache {
  readonly #kept = new Map<string, KeptAnswer>();
  readonly #making = new Map<string, Promise<Fresh>>();
  #bytes = 0;

  /** `capacity` in bytes of uncompressed bodies. */
  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.#kept.size;
  }

  find(edition: number, address: string): KeptAnswer | undefined {
    const key = `${edition} ${address}`;
    const found = this.#kept.get(key);
    if (found) {
      this.#kept.delete(key);
      this.#kept.set(key, found);
    }
    return found;
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
      if (fresh.edition !== null) this.#keep(`${fresh.edition} ${address}`, fresh.answer);
      return fresh.answer;
    } finally {
      this.#making.delete(key);
    }
  }

  /** Gives up everything of editions before this one: nobody asks for it under the live address any more. */
  dropBefore(edition: number): void {
    for (const [key, answer] of this.#kept) {
      if (Number.parseInt(key, 10) < edition) this.#drop(key, answer);
    }
  }

  /** The newest kept answer for an address, of whatever edition: for when the database is away. */
  lastKnown(address: string): KeptAnswer | undefined {
    return [...this.#kept].findLast(([key]) => key.slice(key.indexOf(' ') + 1) === address)?.[1];
  }

  #keep(key: string, answer: KeptAnswer): void {
    const old = this.#kept.get(key);
    if (old) this.#drop(key, old);
    this.#kept.set(key, answer);
    this.#bytes += answer.body.length;
    for (const [oldest, least] of this.#kept) {
      if (this.#bytes <= this.capacity) break;
      this.#drop(oldest, least);
    }
  }

  #drop(key: string, answer: KeptAnswer): void {
    if (this.#kept.delete(key)) this.#bytes -= answer.body.length;
  }
}
