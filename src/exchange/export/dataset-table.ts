import { z } from 'zod';
import type { Payload } from '@/database/record-rows';
import { type Shape, storage } from '@/database/record-storage';
import { type RecordKind, recordKinds, recordSchemas } from '@/records/record';

/** `array`: a list, written as JSON where a cell holds text only (as Table Schema says). */
export type ColumnType = 'string' | 'number' | 'boolean' | 'array';
export type Value = string | number | boolean | readonly unknown[] | null;

/** One column: its name is the path of the field (`amount.min`). */
export interface DatasetColumn {
  name: string;
  type: ColumnType;
  required: boolean;
  /** The table that its slugs are from; null where it refers to none, or to several. */
  refersTo: RecordKind | null;
}

/** One flat table of the data set: records of a kind, or the parts that they have several of. */
export interface DatasetTable {
  name: string;
  kinds: readonly RecordKind[];
  /** The field whose parts are the rows; null where records are. */
  part: string | null;
  columns: readonly DatasetColumn[];
  rowsOf: (kind: RecordKind, payload: Payload) => Value[][];
}

interface JsonSchema {
  type?: string | string[];
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

/** The type of a field; partial dates, slugs and choices are text. */
function typeAt(schema: JsonSchema | undefined, path: readonly string[]): ColumnType {
  const [own, ...rest] = path;
  const options = schema?.anyOf ?? (schema ? [schema] : []);
  if (own !== undefined) {
    const holding = options.find(({ properties }) => properties && own in properties);
    return typeAt(holding?.properties?.[own], rest);
  }
  const types = options.flatMap(({ type }) => type ?? []);
  if (types.includes('array')) return 'array';
  if (types.includes('number') || types.includes('integer')) return 'number';
  return types.includes('boolean') ? 'boolean' : 'string';
}

const recordColumn: DatasetColumn = { name: 'record', type: 'string', required: true, refersTo: null };
const positionColumn: DatasetColumn = { name: 'position', type: 'number', required: true, refersTo: null };

function columnsOf(shape: Shape, schema: JsonSchema): DatasetColumn[] {
  const column = (name: string, refersTo: RecordKind | null = null, list = false): DatasetColumn => ({
    name,
    type: list ? 'array' : typeAt(schema, name.split('.')),
    required: name === 'slug',
    refersTo,
  });
  return [
    ...shape.plain.map((field) => column(field)),
    ...Object.entries(shape.refs).map(([field, kind]) => column(field, kind === 'any' ? null : kind)),
    ...shape.spans.map((field) => column(field)),
    ...Object.entries(shape.groups).flatMap(([field, parts]) =>
      parts.map((part) => column(`${field}.${part}`)),
    ),
    ...Object.keys(shape.lists).map((field) => column(field, null, true)),
  ];
}

/** A value without line breaks of its own kind: as the record has it. */
function valueAt(payload: Payload, path: string): Value {
  const value = path
    .split('.')
    .reduce<unknown>((part, field) => (part as Payload | null | undefined)?.[field], payload);
  return (value ?? null) as Value;
}

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

function recordTable(kind: RecordKind): DatasetTable {
  const columns = columnsOf(storage[kind], jsonSchemaOf(recordSchemas[kind]));
  return {
    name: kind,
    kinds: [kind],
    part: null,
    columns,
    rowsOf: (_kind, payload) => [columns.map(({ name }) => valueAt(payload, name))],
  };
}

/** Citations of every kind are alike and stand in one table; other parts have one of their own. */
function partTable(name: string, kinds: readonly RecordKind[], part: string): DatasetTable {
  const [kind] = kinds as readonly [RecordKind];
  const shape = storage[kind].children[part] as Shape;
  const own = columnsOf(shape, jsonSchemaOf(recordSchemas[kind]).properties?.[part]?.items ?? {});
  return {
    name,
    kinds,
    part,
    columns: [recordColumn, positionColumn, ...own],
    rowsOf: (of, payload) =>
      ((payload[part] ?? []) as Payload[]).map((each, position) => [
        `${of}/${String(payload.slug)}`,
        position,
        ...own.map(({ name: path }) => valueAt(each, path)),
      ]),
  };
}

const cited = recordKinds.filter((kind) => 'citations' in storage[kind].children);

/** The flat tables of the data set, in the order of their files. */
export const datasetTables: readonly DatasetTable[] = [
  ...recordKinds.flatMap((kind) => [
    recordTable(kind),
    ...Object.keys(storage[kind].children)
      .filter((part) => part !== 'citations')
      .map((part) => partTable(`${kind}-${part}`, [kind], part)),
  ]),
  partTable('citations', cited, 'citations'),
];

/** A table by the name of its file. */
export function findDatasetTable(name: string): DatasetTable | undefined {
  return datasetTables.find((table) => table.name === name);
}
