import { isDeepStrictEqual } from 'node:util';

/** One field of a record that a version changed. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** The fields in which two versions of a record differ, in the order of the record; null stands for no record. */
export function fieldChanges(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>> | null,
): FieldChange[] {
  const fields = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
  return [...fields].flatMap((field) => {
    const change = { field, before: before?.[field] ?? null, after: after?.[field] ?? null };
    return isDeepStrictEqual(said(change.before), said(change.after)) ? [] : [change];
  });
}

/** An empty list says as little as nothing. */
function said(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? null : value;
}
