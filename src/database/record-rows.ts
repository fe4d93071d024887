import { dateSpan, type Precision, partialDateOf } from '@/domain/partial-date';
import type { RecordKind } from '@/records/record';
import { type Shape, storage } from './record-storage';

/** A row as PostgreSQL's `to_jsonb` gives it and `jsonb_populate_record` takes it: column → value. */
export type Row = Record<string, unknown>;

/** The rows of records, by table. */
export type Rows = Map<string, Row[]>;

/** A payload with its references still as slugs. */
export type Payload = Record<string, unknown>;

/** Finds the id of a record. Throws nothing: `undefined` where there is none. */
export type IdOf = (kind: RecordKind, slug: string) => number | undefined;

/** The kind and slug of a record's id. */
export type NameOf = (id: number) => { kind: RecordKind; slug: string };

/** A reference to a record that does not exist: the field, and what it names. */
export class UnknownReference extends Error {
  constructor(
    readonly field: string,
    readonly target: string,
  ) {
    super(`${field}: no ${target}`);
  }
}

/** camelCase → snake_case. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function referenceId(field: string, kind: RecordKind | 'any', value: string, idOf: IdOf): number {
  const [targetKind, targetSlug] = kind === 'any' ? value.split('/') : [kind, value];
  const id = idOf(targetKind as RecordKind, targetSlug ?? '');
  if (id === undefined) throw new UnknownReference(field, `${targetKind} "${targetSlug}"`);
  return id;
}

function ownColumns(shape: Shape, payload: Payload, idOf: IdOf, path: string): Row {
  const row: Row = {};
  for (const field of shape.plain) row[columnOf(field)] = payload[field] ?? null;
  for (const [field, parts] of Object.entries(shape.groups)) {
    const group = payload[field] as Payload | null | undefined;
    for (const part of parts) row[`${columnOf(field)}_${columnOf(part)}`] = group?.[part] ?? null;
  }
  for (const field of shape.spans) {
    const span = typeof payload[field] === 'string' ? dateSpan(payload[field]) : null;
    row[`${columnOf(field)}_from`] = span?.from ?? null;
    row[`${columnOf(field)}_to`] = span?.to ?? null;
    row[`${columnOf(field)}_precision`] = span?.precision ?? null;
  }
  for (const [field, kind] of Object.entries(shape.refs)) {
    const value = payload[field];
    row[`${columnOf(field)}_id`] =
      typeof value === 'string' ? referenceId(path + field, kind, value, idOf) : null;
  }
  return row;
}

/** The rows of one record. Throws `UnknownReference` where a slug names nothing. */
export function rowsOf(kind: RecordKind, id: number, payload: Payload, idOf: IdOf): Rows {
  const shape = storage[kind];
  const rows: Rows = new Map([[shape.table, [{ id, ...ownColumns(shape, payload, idOf, '') }]]]);
  for (const [field, list] of Object.entries(shape.lists)) {
    const slugs = (payload[field] ?? []) as string[];
    rows.set(
      list.table,
      slugs.map((slug) => ({ record_id: id, [list.column]: referenceId(field, list.kind, slug, idOf) })),
    );
  }
  for (const [field, child] of Object.entries(shape.children)) {
    const parts = (payload[field] ?? []) as Payload[];
    rows.set(
      child.table,
      parts.map((part, position) => ({
        record_id: id,
        position,
        ...ownColumns(child, part, idOf, `${field}[${position}].`),
      })),
    );
  }
  return rows;
}

function ownFields(shape: Shape, row: Row, nameOf: NameOf): Payload {
  const payload: Payload = {};
  for (const field of shape.plain) payload[field] = row[columnOf(field)];
  for (const [field, parts] of Object.entries(shape.groups)) {
    const group = Object.fromEntries(
      parts.map((part) => [part, row[`${columnOf(field)}_${columnOf(part)}`]]),
    );
    payload[field] = Object.values(group).every((part) => part === null) ? null : group;
  }
  for (const field of shape.spans) {
    const precision = row[`${columnOf(field)}_precision`] as Precision | null;
    payload[field] = precision
      ? partialDateOf({
          from: row[`${columnOf(field)}_from`] as string,
          to: row[`${columnOf(field)}_to`] as string,
          precision,
        })
      : null;
  }
  for (const [field, kind] of Object.entries(shape.refs)) {
    const id = row[`${columnOf(field)}_id`] as number | null;
    const name = id === null ? null : nameOf(id);
    payload[field] = name && (kind === 'any' ? `${name.kind}/${name.slug}` : name.slug);
  }
  return payload;
}

/** The payload that these rows of one record hold: the inverse of `rowsOf`. */
export function payloadOf(kind: RecordKind, rows: Rows, nameOf: NameOf): Payload {
  const shape = storage[kind];
  const own = rows.get(shape.table)?.[0];
  if (!own) throw new Error(`no row of ${shape.table} among the rows of a record`);
  const payload = ownFields(shape, own, nameOf);
  for (const [field, list] of Object.entries(shape.lists)) {
    payload[field] = (rows.get(list.table) ?? [])
      .map((row) => nameOf(row[list.column] as number).slug)
      .sort();
  }
  for (const [field, child] of Object.entries(shape.children)) {
    payload[field] = (rows.get(child.table) ?? [])
      .toSorted((a, b) => (a.position as number) - (b.position as number))
      .map((row) => ownFields(child, row, nameOf));
  }
  return payload;
}
