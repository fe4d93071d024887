import { createHash } from 'node:crypto';
import { recordKinds } from '@/records/record';
import { datasetRecords } from './dataset-records';
import { type DatasetColumn, type DatasetTable, datasetTables } from './dataset-table';
import { csvBytes, ndjsonBytes } from './table-bytes';
import { type ZipEntry, zipStream } from './zip-stream';

/** What the descriptor says beside the tables. */
export interface PackageFacts {
  edition: number;
  published: Date | null;
  site: string;
  /** Documents that the facts are from. */
  sources: readonly { title: string; path: string | null }[];
}

/** The file of the package that loses nothing, and from which it is imported. */
export const recordsFile = 'records.ndjson';

interface Resource {
  name: string;
  path: string;
  [property: string]: unknown;
}

const tableSchemaTypes = { string: 'string', number: 'number', boolean: 'boolean', array: 'array' } as const;

function fieldOf({ name, type, required }: DatasetColumn) {
  return { name, type: tableSchemaTypes[type], ...(required ? { constraints: { required: true } } : {}) };
}

/** Table Schema of a table: fields, what names a row, and which slugs are of which table. */
function schemaOf(table: DatasetTable) {
  const foreignKeys = table.columns.flatMap(({ name, refersTo }) =>
    refersTo === null
      ? []
      : [{ fields: name, reference: { resource: table.name === refersTo ? '' : refersTo, fields: 'slug' } }],
  );
  return {
    fields: table.columns.map(fieldOf),
    missingValues: [''],
    primaryKey: table.part === null ? ['slug'] : ['record', 'position'],
    ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
  };
}

/**
 * The whole data set as a Frictionless Data Package: one CSV a table, the records as NDJSON, and the descriptor with
 * schemas, sources, licence, edition, sizes and checksums. The same edition gives the same bytes.
 */
export function dataPackage(facts: PackageFacts): AsyncGenerator<Uint8Array> {
  const resources: Resource[] = [];
  const entry = (resource: Resource, make: () => AsyncIterable<Uint8Array>): ZipEntry => ({
    name: resource.path,
    async *bytes() {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of make()) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
      resources.push({ ...resource, bytes, hash: `sha256:${hash.digest('hex')}` });
    },
  });
  function* entries(): Iterable<ZipEntry> {
    for (const table of datasetTables)
      yield entry(
        {
          name: table.name,
          path: `data/${table.name}.csv`,
          type: 'table',
          format: 'csv',
          mediatype: 'text/csv',
          encoding: 'utf-8',
          schema: schemaOf(table),
        },
        () => csvBytes(table, datasetRecords(table.kinds, facts.edition)),
      );
    yield entry(
      { name: 'records', path: recordsFile, format: 'ndjson', mediatype: 'application/x-ndjson' },
      () => ndjsonBytes(datasetRecords(recordKinds, facts.edition)),
    );
    // Last, when sizes and checksums are known.
    yield {
      name: 'datapackage.json',
      async *bytes() {
        yield new TextEncoder().encode(`${JSON.stringify(descriptor(facts, resources), null, 1)}\n`);
      },
    };
  }
  return zipStream(entries());
}

function descriptor({ edition, published, site, sources }: PackageFacts, resources: readonly Resource[]) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'ai-landscape',
    title: '大模型产业图谱 · AI Landscape',
    description:
      'Vendors, models, platforms, funding events, value-chain layers and indicators of the large-model industry, each with its source.',
    homepage: site,
    version: String(edition),
    ...(published === null ? {} : { created: published.toISOString() }),
    licenses: [
      { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/', title: 'CC BY 4.0' },
    ],
    sources: sources.map(({ title, path }) => (path === null ? { title } : { title, path })),
    resources,
  };
}
