/** Too much is under way already: the answer is a quick refusal, so that what is under way gets done. */
export class Overloaded extends Error {
  override name = 'Overloaded';
}

/**
 * Lets so many pieces of work run at once, lets a few more wait for their turn, and refuses the rest at once. Memory is
 * bounded by both numbers, and nobody waits longer than the queue is long. Without a second number all may wait.
 */
export class Gate {
  #underway = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting = Number.POSITIVE_INFINITY,
  ) {}

  get underway(): number {
    return this.#underway;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Runs the work when it is its turn. Throws `Overloaded` where the queue is full. */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#underway >= this.atOnce) {
      if (this.#waiting.length >= this.mostWaiting) throw new Overloaded();
      // Whoever leaves hands the place on: the number under way stays as it is.
      await new Promise<void>((turn) => this.#waiting.push(turn));
    } else this.#underway += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#underway -= 1;
    }
  }
}
