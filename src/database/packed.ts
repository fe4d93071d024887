/**
 * Columns of numbers as PostgreSQL packs them: `string_agg(int4send(x), '')` is a column of a million values in four
 * megabytes, where a million rows would be a million objects.
 */

/** A whole number that stands for none. */
export const none = -2147483648;

function aligned(bytes: Uint8Array | null): Buffer {
  return bytes === null ? Buffer.alloc(0) : Buffer.from(Uint8Array.from(bytes).buffer);
}

/** What `string_agg(int4send(x), '')` holds. */
export function unpackInts(bytes: Uint8Array | null): Int32Array {
  const { buffer, length } = aligned(bytes).swap32();
  return new Int32Array(buffer, 0, length / 4);
}

/** What `string_agg(float8send(x), '')` holds. */
export function unpackFloats(bytes: Uint8Array | null): Float64Array {
  const { buffer, length } = aligned(bytes).swap64();
  return new Float64Array(buffer, 0, length / 8);
}

/** The first number above every one of these ids, from 0: the size of a register that has a place for each. */
export function sizeFor(ids: ArrayLike<number>): number {
  let highest = -1;
  for (let at = 0; at < ids.length; at++) highest = Math.max(highest, ids[at] as number);
  return highest + 1;
}

/** Rows from one to another (not included) of the old columns or of the added ones. */
export interface Stretch {
  of: 'old' | 'added';
  from: number;
  to: number;
}

type Column = Int32Array | Float64Array | Uint8Array;

/** The stretches of two columns one after the other. */
export function joined<C extends Column>(old: C, added: C, stretches: readonly Stretch[]): C {
  const length = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const result = new (old.constructor as new (length: number) => C)(length);
  let at = 0;
  for (const { of, from, to } of stretches) {
    result.set((of === 'old' ? old : added).subarray(from, to), at);
    at += to - from;
  }
  return result;
}

/** Lists of different length, one a row: those of row n are the values from `start[n]` to `start[n + 1]`. */
export function joinedLists<C extends Column>(
  old: { start: Int32Array; values: readonly C[] },
  added: { start: Int32Array; values: readonly C[] },
  stretches: readonly Stretch[],
): { start: Int32Array; values: C[] } {
  const rows = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const start = new Int32Array(rows + 1);
  let row = 0;
  const inner = stretches.map(({ of, from, to }): Stretch => {
    const starts = (of === 'old' ? old : added).start;
    const [first, last] = [starts[from] as number, starts[to] as number];
    const shift = (start[row] as number) - first;
    for (let at = from; at < to; at++) start[++row] = (starts[at + 1] as number) + shift;
    return { of, from: first, to: last };
  });
  return {
    start,
    values: old.values.map((column, at) => joined(column, added.values[at] as C, inner)),
  };
}
