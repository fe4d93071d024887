import { isDeepStrictEqual } from 'node:util';
import type { Payload } from '@/database/record-rows';
import { books } from '@/records/books';
import { recordSchemas } from '@/records/record';
import type { ImportKind } from '../columns';

const isList = (kind: ImportKind, field: string, value: unknown) =>
  Array.isArray(value) && books[kind][field] !== undefined;

/** A guess never replaces what an editor has said. */
const isGuessed = (kind: ImportKind, field: string) => books[kind][field]?.guessed === true;

function parsed(kind: ImportKind, payload: Payload): Payload {
  const read = recordSchemas[kind].safeParse(payload);
  return read.success ? (read.data as Payload) : payload;
}

/** A record with what a row says of it: filled fields stand in place of old ones, lists get longer. */
export function together(kind: ImportKind, now: Payload, said: Payload): Payload {
  const result: Payload = { ...now };
  for (const [field, value] of Object.entries(parsed(kind, said))) {
    if (value === null || value === undefined) continue;
    if (isList(kind, field, value)) result[field] = longer(field, now[field], value);
    else if (isGuessed(kind, field)) {
      if (now[field] === null) result[field] = value;
    } else if (field !== 'name') result[field] = value;
  }
  return parsed(kind, result);
}

function longer(field: string, now: unknown, said: unknown): unknown[] {
  const there = (now ?? []) as unknown[];
  return [
    ...there,
    ...(said as unknown[]).filter((each) => !there.some((old) => isSamePart(field, old, each))),
  ];
}

function isSamePart(field: string, old: unknown, added: unknown): boolean {
  if (field === 'citations' || field === 'statements')
    return (old as { source: string }).source === (added as { source: string }).source;
  if (field === 'participations')
    return (old as { investor: string }).investor === (added as { investor: string }).investor;
  return old === added;
}

/**
 * One record out of two rows of a file: what the first leaves empty the second fills, lists get longer, and the first
 * holds where they say different things; those fields are told.
 */
export function ofTwoRows(
  kind: ImportKind,
  first: Payload,
  second: Payload,
): { record: Payload; against: string[] } {
  const record: Payload = { ...first };
  const against: string[] = [];
  for (const [field, value] of Object.entries(second)) {
    const there = record[field];
    if (value === null || value === undefined || field === 'slug') continue;
    if (isList(kind, field, value)) record[field] = longer(field, there, value);
    else if (there === null || there === undefined) record[field] = value;
    else if (!isGuessed(kind, field) && field !== 'name' && !isDeepStrictEqual(there, value))
      against.push(field);
  }
  return { record: parsed(kind, record), against };
}
