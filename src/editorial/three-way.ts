import { isDeepStrictEqual as same } from 'node:util';
import type { Payload } from '@/database/record-rows';

/** A field that two people changed from the same base, each in another way. */
export interface FieldConflict {
  field: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

/** What names a part of a list, so that two people may change different parts of it. */
const partKeys: Readonly<Record<string, (part: Payload) => string>> = {
  citations: (part) => JSON.stringify([part.fields, part.source, part.locator]),
  statements: (part) => JSON.stringify([part.source, part.locator]),
  participations: (part) => String(part.investor),
};

type Keyed = Map<string, unknown>;

/** The parts of a list by their keys; undefined where two parts have the same key, so that none can be told apart. */
function keyed(field: string, list: unknown): Keyed | undefined {
  if (!Array.isArray(list)) return undefined;
  const keyOf = partKeys[field];
  const parts: Keyed = new Map();
  for (const part of list) {
    if (typeof part === 'object' && !keyOf) return undefined;
    const key = keyOf ? keyOf(part as Payload) : JSON.stringify(part);
    if (parts.has(key)) return undefined;
    parts.set(key, part);
  }
  return parts;
}

/** One value changed on two sides: what it becomes, or undefined where both changed it differently. */
function merged(base: unknown, mine: unknown, theirs: unknown): { value: unknown } | undefined {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine };
  if (same(base, mine)) return { value: theirs };
  return undefined;
}

/** Theirs in their order, then what only mine has added. */
function mergedList(base: Keyed, mine: Keyed, theirs: Keyed): { value: unknown[] } | undefined {
  const value: unknown[] = [];
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const part = merged(base.get(key), mine.get(key), theirs.get(key));
    if (!part) return undefined;
    if (part.value !== undefined) value.push(part.value);
  }
  return { value };
}

/**
 * Two payloads that started from `base` made into one. Fields, and parts of lists that have a name, which only one
 * side changed are taken from it; what both changed differently is a conflict, and `merged` has theirs.
 */
export function mergeThreeWay(
  base: Payload,
  mine: Payload,
  theirs: Payload,
): { merged: Payload; conflicts: FieldConflict[] } {
  const result: Payload = {};
  const conflicts: FieldConflict[] = [];
  for (const field of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const sides = [base[field], mine[field], theirs[field]] as const;
    const [inBase, inMine, inTheirs] = sides.map((side) => keyed(field, side));
    const one = merged(...sides) ?? (inBase && inMine && inTheirs && mergedList(inBase, inMine, inTheirs));
    if (!one) conflicts.push({ field, base: sides[0], mine: sides[1], theirs: sides[2] });
    result[field] = one ? one.value : sides[2];
  }
  return { merged: result, conflicts };
}
