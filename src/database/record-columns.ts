import { type PartialDate, type Precision, partialDateOf } from '@/domain/partial-date';
import type { RecordKind } from '@/records/record';
import { Prisma } from './generated/client';
import { columnOf } from './record-rows';
import { storage } from './record-storage';
import { partialDateOrNull, slugAndName } from './sql-fragments';

/** Kinds whose records have a name by which another one can show them. */
const named: readonly string[] = [
  'organization',
  'model',
  'platform',
  'product',
  'industry',
  'indicator',
  'layer',
];

/**
 * Columns of a query that read every field of a kind but its parts, each under its own name: texts in both languages and dates as
 * JSON, references with slug and name. `alias` is the table's in the query; `plain`: only what is a column of its own.
 */
export function recordColumns(kind: RecordKind, alias: string, part: 'all' | 'plain' = 'all'): Prisma.Sql {
  const { plain, groups, spans, refs, lists } = storage[kind];
  const columns = plain.map((field) => `${alias}.${columnOf(field)} AS "${field}"`);
  for (const field of spans) {
    const at = `${alias}.${columnOf(field)}`;
    columns.push(`${partialDateOrNull(at).sql} AS "${field}"`);
  }
  if (part === 'plain') return Prisma.raw(columns.join(', '));
  for (const [field, parts] of Object.entries(groups)) {
    const at = `${alias}.${columnOf(field)}`;
    const told = parts.map((each) => `'${each}', ${at}_${columnOf(each)}`).join(', ');
    columns.push(
      `CASE WHEN ${at}_${columnOf(parts[0] as string)} IS NOT NULL THEN jsonb_build_object(${told}) END AS "${field}"`,
    );
  }
  for (const [field, of] of Object.entries(refs))
    if (named.includes(of))
      columns.push(
        `(SELECT ${slugAndName('r').sql} FROM ${storage[of as RecordKind].table} r WHERE r.id = ${alias}.${columnOf(field)}_id) AS "${field}"`,
      );
  for (const [field, { table, column, kind: of }] of Object.entries(lists))
    if (named.includes(of))
      columns.push(
        `(SELECT coalesce(jsonb_agg(${slugAndName('r').sql} ORDER BY r.slug), '[]') FROM ${table} x JOIN ${storage[of].table} r ON r.id = x.${column} WHERE x.record_id = ${alias}.id) AS "${field}"`,
      );
  return Prisma.raw(columns.join(', '));
}

/** A row of `recordColumns` as its reader knows it: counts as numbers, dates as they are written. Changes the row. */
export function readRecordRow<Row extends object>(kind: RecordKind, row: Row): Row {
  const values = row as Record<string, unknown>;
  for (const field of storage[kind].plain)
    if (typeof values[field] === 'bigint') values[field] = Number(values[field]);
  for (const field of storage[kind].spans) {
    const span = values[field] as { from: string; to: string; precision: Precision } | null;
    values[field] = (span === null ? null : partialDateOf(span)) satisfies PartialDate | null;
  }
  return row;
}
