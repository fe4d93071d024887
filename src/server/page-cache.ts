import type { KeptAnswer } from './kept-answer';
import { limits } from './limits';

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
 * However many ask for one at the same time, it is made once. What was asked for again is kept apart: whoever goes through
 * any number of addresses once, as a crawler or an attacker does, drives out only what was asked for once, too.
 */
export class PageCache {
  readonly #once = new Map<string, Entry>();
  readonly #proven = new Map<string, Entry>();
  readonly #making = new Map<string, Promise<Fresh>>();
  #bytes = 0;
  #provenBytes = 0;

  /** `capacity` in bytes of uncompressed bodies and addresses; compressed forms add about a quarter. */
  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.#once.size + this.#proven.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The answer for an address, if it is of that edition. */
  find(edition: number, address: string): KeptAnswer | undefined {
    const found = this.#entry(address);
    if (found?.edition !== edition) return undefined;
    this.#prove(address, found);
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
    return this.#entry(address)?.answer;
  }

  #entry(address: string): Entry | undefined {
    return this.#proven.get(address) ?? this.#once.get(address);
  }

  #keep(address: string, entry: Entry): void {
    const old = this.#entry(address);
    // What was made slowly, from an older state, does not take the place of something newer.
    if (old && old.edition > entry.edition) return;
    const proven = this.#proven.has(address);
    if (old) this.#drop(address, old);
    this.#once.set(address, entry);
    this.#bytes += sizeOf(address, entry);
    // A new edition does not make an address less asked for.
    if (proven) this.#prove(address, entry);
    for (const part of [this.#once, this.#proven])
      for (const [oldest, least] of part) {
        if (this.#bytes <= this.capacity) return;
        this.#drop(oldest, least);
      }
  }

  /** The address was asked for again. Where there are too many such, the least used of them has to prove itself anew. */
  #prove(address: string, entry: Entry): void {
    if (this.#once.delete(address)) this.#provenBytes += sizeOf(address, entry);
    this.#proven.delete(address);
    this.#proven.set(address, entry);
    for (const [oldest, least] of this.#proven) {
      if (this.#provenBytes <= this.capacity * limits.provenShare || oldest === address) break;
      this.#proven.delete(oldest);
      this.#provenBytes -= sizeOf(oldest, least);
      this.#once.set(oldest, least);
    }
  }

  #drop(address: string, entry: Entry): void {
    const size = sizeOf(address, entry);
    if (this.#proven.delete(address)) this.#provenBytes -= size;
    else if (!this.#once.delete(address)) return;
    this.#bytes -= size;
  }
}

function sizeOf(address: string, { answer }: Entry): number {
  return address.length + answer.body.length;
}
