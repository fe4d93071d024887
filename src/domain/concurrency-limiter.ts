/** Too much is under way already: the answer is a quick refusal, so that what is under way gets done. */
export class Overloaded extends Error {
  override name = 'Overloaded';
}

/**
 * Lets so many pieces of work run at once, lets a few more wait for their turn, and refuses the rest at once. Memory is
 * bounded by both numbers, and nobody waits longer than the queue is long. Without a second number all may wait; with a
 * third, nobody has more places than that, running and waiting, so that one who is slow does not take all.
 */
export class ConcurrencyLimiter {
  #underway = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #places = new Map<string, number>();

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting = Number.POSITIVE_INFINITY,
    private readonly mostEach = Number.POSITIVE_INFINITY,
  ) {}

  get underway(): number {
    return this.#underway;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Runs the work when it is its turn. Throws `Overloaded` where the queue is full, or `who` has places enough. */
  async run<Result>(work: () => Promise<Result>, who = ''): Promise<Result> {
    const own = this.#places.get(who) ?? 0;
    if (own >= this.mostEach) throw new Overloaded();
    if (this.#underway >= this.atOnce && this.#waiting.length >= this.mostWaiting) throw new Overloaded();
    this.#places.set(who, own + 1);
    try {
      // Whoever leaves hands the place on: the number under way stays as it is.
      if (this.#underway >= this.atOnce) await new Promise<void>((turn) => this.#waiting.push(turn));
      else this.#underway += 1;
      try {
        return await work();
      } finally {
        const next = this.#waiting.shift();
        if (next) next();
        else this.#underway -= 1;
      }
    } finally {
      const left = (this.#places.get(who) ?? 1) - 1;
      if (left > 0) this.#places.set(who, left);
      else this.#places.delete(who);
    }
  }
}
