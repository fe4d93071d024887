/**
 * Keeps what was made, newest use last, until `limit` bytes are reached; the same thing asked for twice at once is
 * made once. What fails is not kept.
 */
export class LimitedCache<Value> {
  private readonly entries = new Map<string, { value: Value; size: number }>();
  private readonly underway = new Map<string, Promise<Value>>();
  private total = 0;

  constructor(
    private readonly limit: number,
    private readonly sizeOf: (value: Value) => number,
  ) {}

  async get(key: string, make: () => Promise<Value>): Promise<Value> {
    const entry = this.entries.get(key);
    if (entry) {
      this.entries.delete(key);
      this.entries.set(key, entry);
      return entry.value;
    }
    const underway = this.underway.get(key);
    if (underway) return underway;
    const making = make();
    this.underway.set(key, making);
    try {
      const value = await making;
      this.keep(key, value);
      return value;
    } finally {
      this.underway.delete(key);
    }
  }

  private keep(key: string, value: Value): void {
    const size = this.sizeOf(value);
    if (size > this.limit) return;
    this.entries.set(key, { value, size });
    this.total += size;
    for (const [oldest, entry] of this.entries) {
      if (this.total <= this.limit) break;
      this.entries.delete(oldest);
      this.total -= entry.size;
    }
  }
}
