import type { AnyBook, Field } from '@/records/book';
import { books } from '@/records/books';
import { type RecordKind, recordKinds, recordSchemas } from '@/records/record';

/**
 * How a payload lies in tables. A field that is not named here is a column of its own; the rest says what is not:
 * a nested object is one column a part, a partial date is a span of days with its precision, a slug is a reference.
 */
export interface Shape {
  table: string;
  /** Fields stored as they are. */
  plain: readonly string[];
  /** Nested objects and their parts; null when every part is null. */
  groups: Readonly<Record<string, readonly string[]>>;
  /** Partial dates. */
  spans: readonly string[];
  /** Slugs of other records; `any` is written `kind/slug`. */
  refs: Readonly<Record<string, RecordKind | 'any'>>;
  /** Lists of slugs, as rows of a table that joins. */
  lists: Readonly<Record<string, { table: string; column: string; kind: RecordKind }>>;
  /** Ordered parts of the record, as rows of a table with the record's id and their position. */
  children: Readonly<Record<string, Shape>>;
}

/** Tables that join, by the list of slugs that they hold. */
const joins: Readonly<Record<string, { table: string; column: string }>> = {
  'model.partners': { table: 'model_partner', column: 'organization_id' },
  'model.industries': { table: 'model_industry', column: 'industry_id' },
  'product.industries': { table: 'product_industry', column: 'industry_id' },
  'funding-event.spans': { table: 'funding_span', column: 'event_id' },
};

/** Tables of the parts of records. */
const partTables: Readonly<Record<string, string>> = {
  citations: 'citation',
  statements: 'funding_statement',
  participations: 'participation',
};

/** The parts of what is stored as one column a part. */
const groupParts: Partial<Record<Field['as'], readonly string[]>> = {
  bilingual: ['zh', 'en'],
  amount: ['text', 'currency', 'min', 'max', 'minBound', 'maxBound', 'kind', 'rule'],
  valuation: ['text', 'currency', 'min', 'max', 'when'],
};

/** How the fields of a book lie in tables; `table` is that of the record or part, `name` says whose joins are meant. */
function shapeOf(name: string, table: string, book: AnyBook): Shape {
  const shape = {
    table,
    plain: [] as string[],
    groups: {} as Record<string, readonly string[]>,
    spans: [] as string[],
    refs: {} as Record<string, RecordKind | 'any'>,
    lists: {} as Record<string, Shape['lists'][string]>,
    children: {} as Record<string, Shape>,
  };
  for (const [key, field] of Object.entries(book)) {
    const parts = groupParts[field.as];
    if (parts) shape.groups[key] = parts;
    else if (field.as === 'date') shape.spans.push(key);
    else if (field.as === 'reference') shape.refs[key] = field.of;
    else if (field.as === 'references') {
      const join = joins[`${name}.${key}`];
      if (!join || field.of === 'any') throw new Error(`no table joins ${name}.${key}`);
      shape.lists[key] = { ...join, kind: field.of };
    } else if (field.as === 'parts') {
      const partTable = partTables[key];
      if (!partTable) throw new Error(`no table holds ${name}.${key}`);
      shape.children[key] = shapeOf(key, partTable, field.fields);
    } else shape.plain.push(key);
  }
  return shape;
}

/** Where the payload of every kind of record is stored. */
export const storage: Readonly<Record<RecordKind, Shape>> = Object.fromEntries(
  recordKinds.map((kind) => [kind, shapeOf(kind, kind.replaceAll('-', '_'), inSchemaOrder(kind))]),
) as Record<RecordKind, Shape>;

/** A book in the order of its schema: the columns of files stay where they were. */
function inSchemaOrder(kind: RecordKind): AnyBook {
  return Object.fromEntries(
    Object.keys(recordSchemas[kind].shape).map((key) => [key, books[kind][key] as Field]),
  );
}

/** Every table that a record of this shape has rows in, its own first. */
export function tablesOf(of: Shape): string[] {
  return [
    of.table,
    ...Object.values(of.lists).map((list) => list.table),
    ...Object.values(of.children).map((child) => child.table),
  ];
}
