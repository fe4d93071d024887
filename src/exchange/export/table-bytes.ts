import { writeXlsxStream } from 'hucre/xlsx';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { csvField } from '@/tables/csv';
import type { DatasetRecord } from './dataset-records';
import type { DatasetColumn, DatasetTable, Value } from './dataset-table';

type Batches = AsyncIterable<DatasetRecord[]>;

const utf8 = new TextEncoder();

/** Characters that a spreadsheet takes in one cell. */
const longestCell = 32_767;

function rowsOfBatch(table: DatasetTable, batch: readonly DatasetRecord[]): Value[][] {
  return batch.flatMap(({ kind, payload }) =>
    table.kinds.includes(kind) ? table.rowsOf(kind, payload) : [],
  );
}

function isList(value: Value): value is readonly unknown[] {
  return typeof value === 'object' && value !== null;
}

/** CSV (RFC 4180) with the names of fields as heads. */
export async function* csvBytes(table: DatasetTable, batches: Batches): AsyncGenerator<Uint8Array> {
  yield utf8.encode(`${table.columns.map(({ name }) => name).join(',')}\r\n`);
  for await (const batch of batches)
    yield utf8.encode(
      rowsOfBatch(table, batch)
        .map(
          (row) =>
            `${row.map((value) => csvField(isList(value) ? JSON.stringify(value) : value)).join(',')}\r\n`,
        )
        .join(''),
    );
}

/** A spreadsheet: numbers are numbers, lists are JSON. */
export async function* xlsxBytes(table: DatasetTable, batches: Batches): AsyncGenerator<Uint8Array> {
  async function* rows() {
    for await (const batch of batches)
      for (const row of rowsOfBatch(table, batch))
        yield row.map((value) => {
          const cell = isList(value) ? JSON.stringify(value) : value;
          return typeof cell === 'string' ? cell.slice(0, longestCell) : cell;
        });
  }
  yield* writeXlsxStream(rows(), {
    name: table.name.slice(0, 31),
    columns: table.columns.map(({ name }) => ({ header: name })),
    freezePane: { rows: 1 },
  });
}

const parquetTypes = { string: 'STRING', array: 'JSON', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

const parquetElements = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  array: { type: 'BYTE_ARRAY', converted_type: 'JSON', logical_type: { type: 'JSON' } },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const;

/** Parquet, a row group a batch. */
export async function* parquetBytes(
  columns: readonly DatasetColumn[],
  rowsByBatch: AsyncIterable<Value[][]>,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const taken = () => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  const parquet = new ParquetWriter({
    writer,
    createdBy: 'ai-landscape',
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }) => ({
        name,
        repetition_type: 'OPTIONAL' as const,
        ...parquetElements[type],
      })),
    ],
  });
  for await (const rows of rowsByBatch) {
    if (rows.length === 0) continue;
    await parquet.write({
      rowGroupSize: rows.length,
      columnData: columns.map(({ name, type }, at) => ({
        name,
        type: parquetTypes[type],
        nullable: true,
        data: rows.map((row) => row[at] ?? null),
      })),
    });
    yield taken();
  }
  await parquet.finish();
  yield taken();
}

/** A table of the data set as Parquet. */
export function parquetOfTable(table: DatasetTable, batches: Batches): AsyncGenerator<Uint8Array> {
  async function* rows() {
    for await (const batch of batches) yield rowsOfBatch(table, batch);
  }
  return parquetBytes(table.columns, rows());
}

/** Records as they are entered, one JSON a line: `{"kind": …, "record": …}`. The form that loses nothing. */
export async function* ndjsonBytes(batches: Batches): AsyncGenerator<Uint8Array> {
  for await (const batch of batches)
    yield utf8.encode(
      batch.map(({ kind, payload }) => `${JSON.stringify({ kind, record: payload })}\n`).join(''),
    );
}

/** The same as one JSON document, with the edition. */
export async function* jsonBytes(edition: number, batches: Batches): AsyncGenerator<Uint8Array> {
  yield utf8.encode(`{"edition":${edition},"records":[`);
  let between = '\n';
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield utf8.encode(
      between + batch.map(({ kind, payload }) => JSON.stringify({ kind, record: payload })).join(',\n'),
    );
    between = ',\n';
  }
  yield utf8.encode('\n]}\n');
}
