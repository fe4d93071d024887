import { type RecordKind, recordKinds } from '@/records/record';
import { type FileEnding, isOneOf } from '@/tables/media-types';
import { dataPackage, type PackageFacts } from './data-package';
import { type DatasetRecord, datasetRecords } from './dataset-records';
import { type DatasetColumn, type DatasetTable, datasetTables, findDatasetTable } from './dataset-table';
import { csvBytes, jsonBytes, ndjsonBytes, parquetBytes, parquetOfTable, xlsxBytes } from './table-bytes';
import { zipStream } from './zip-stream';

/** Formats of one table. */
export const tableFormats = ['csv', 'xlsx', 'json', 'ndjson', 'parquet'] as const satisfies FileEnding[];
type TableFormat = (typeof tableFormats)[number];

/** A file of the data set, before any of it is made. */
export interface DatasetFile {
  name: string;
  ending: FileEnding;
  /** The kind whose records a filter can choose; null where there are several. */
  kind: RecordKind | null;
  bytes: (facts: PackageFacts, only: ReadonlySet<string> | null) => AsyncIterable<Uint8Array>;
}

const allColumns: readonly DatasetColumn[] = [
  { name: 'kind', type: 'string', required: true, refersTo: null },
  { name: 'slug', type: 'string', required: true, refersTo: null },
  { name: 'record', type: 'array', required: true, refersTo: null },
];

function tableBytes(
  table: DatasetTable,
  format: TableFormat,
  edition: number,
  only: ReadonlySet<string> | null,
): AsyncIterable<Uint8Array> {
  const records = datasetRecords(table.kinds, edition, only);
  switch (format) {
    case 'csv':
      return csvBytes(table, records);
    case 'xlsx':
      return xlsxBytes(table, records);
    case 'parquet':
      return parquetOfTable(table, records);
    case 'ndjson':
      return ndjsonBytes(records);
    case 'json':
      return jsonBytes(edition, records);
  }
}

async function* allRows(batches: AsyncIterable<DatasetRecord[]>) {
  for await (const batch of batches)
    yield batch.map(({ kind, payload }) => [kind, String(payload.slug), payload as unknown as unknown[]]);
}

/** Files of everything: the package, and one archive a format with one file a table. */
const wholeFiles: Readonly<Record<string, Omit<DatasetFile, 'name'>>> = {
  'datapackage.zip': { ending: 'zip', kind: null, bytes: (facts) => dataPackage(facts) },
  'all.json': {
    ending: 'json',
    kind: null,
    bytes: ({ edition }) => jsonBytes(edition, datasetRecords(recordKinds, edition)),
  },
  'all.ndjson': {
    ending: 'ndjson',
    kind: null,
    bytes: ({ edition }) => ndjsonBytes(datasetRecords(recordKinds, edition)),
  },
  'all.parquet': {
    ending: 'parquet',
    kind: null,
    bytes: ({ edition }) => parquetBytes(allColumns, allRows(datasetRecords(recordKinds, edition))),
  },
  ...Object.fromEntries(
    (['csv', 'xlsx'] as const).map((format) => [
      `all.${format}.zip`,
      {
        ending: 'zip' as const,
        kind: null,
        bytes: ({ edition }: PackageFacts) =>
          zipStream(
            datasetTables.map((table) => ({
              name: `${table.name}.${format}`,
              bytes: () => tableBytes(table, format, edition, null),
            })),
          ),
      },
    ]),
  ),
};

export const wholeFileNames = Object.keys(wholeFiles);

/** A file by its name: `model.csv`, `citations.parquet`, `datapackage.zip`. Parts of records are in their JSON already. */
export function findDatasetFile(name: string): DatasetFile | undefined {
  const whole = Object.hasOwn(wholeFiles, name) ? wholeFiles[name] : undefined;
  if (whole) return { name, ...whole };
  const [, tableName = '', format = ''] = /^([a-z-]+)\.([a-z]+)$/.exec(name) ?? [];
  const table = findDatasetTable(tableName);
  if (!table || !isOneOf(tableFormats, format)) return undefined;
  if (table.part !== null && (format === 'json' || format === 'ndjson')) return undefined;
  return {
    name,
    ending: format,
    kind: table.kinds.length === 1 ? (table.kinds[0] ?? null) : null,
    bytes: ({ edition }, only) => tableBytes(table, format, edition, only),
  };
}
