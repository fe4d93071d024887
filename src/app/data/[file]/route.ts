import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { sourcesToCite } from '@/database/queries/sources-to-cite';
import { readFacts } from '@/database/reading';
import {
  type DatasetFile,
  findDatasetFile,
  tableFormats,
  wholeFileNames,
} from '@/exchange/export/dataset-file';
import { datasetTables } from '@/exchange/export/dataset-table';
import { publicUrl } from '@/linking/public-url';
import { listRecords } from '@/lists/record-page';
import { answerWithRange } from '../../byte-range';
import { answerFile, fileHeaders, noFile } from '../../file-answer';
import { askedKnowledge } from '../../known';

type Props = { params: Promise<{ file: string }> };

/** The bytes of a CSV behind the mark that says that they are UTF-8. */
async function* withMark(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield new Uint8Array([0xef, 0xbb, 0xbf]);
  yield* bytes;
}

/**
 * /data/model.csv, /data/funding-event.parquet?family=series, /data/datapackage.zip, /data/all.ndjson?edition=3: the
 * data set or a part of it, written as it is read. The same edition gives the same bytes.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { file: name } = await params;
  const file = findDatasetFile(name);
  if (!file)
    return noFile(404, {
      reason: `There is no file ${name.slice(0, 100)}.`,
      files: wholeFileNames,
      tables: datasetTables.map((table) => table.name),
      formats: tableFormats,
    });
  return answerFile(`The file ${name}`, file.ending, () => dataFile(request, file));
}

async function dataFile(request: Request, file: DatasetFile) {
  const { name, ending } = file;
  const asked = await askedKnowledge(new URL(request.url).searchParams);
  if (asked.problems.length > 0) return asked;
  // Spreadsheets need a mark to read Chinese; only a table as CSV can have one.
  const marked = ending === 'csv' && asked.search.get('bom') === '1';
  if (ending === 'csv') asked.search.delete('bom');
  // What is left chooses records.
  for (const word of ['edition', 'known']) asked.search.delete(word);
  const { facts, only, problems } = await readFacts(async (read) => {
    const chosen =
      asked.search.size > 0 && file.kind !== null ? await listRecords(read, file.kind, asked.search) : null;
    const misplaced =
      asked.search.size > 0 && file.kind === null
        ? [{ parameter: [...asked.search.keys()][0], value: '', allowed: 'This file has no filters.' }]
        : [];
    return {
      facts: {
        edition: read.edition,
        published: read.published,
        site: publicUrl(),
        sources: await sourcesToCite(read),
      },
      only: chosen && new Set(chosen.slugs),
      problems: [...(chosen?.problems ?? []), ...misplaced],
    };
  }, asked.edition);
  if (problems.length > 0) return { problems };
  const filter = asked.search.toString();
  const digest = createHash('sha256')
    .update(`${facts.edition} ${name} ${filter} ${marked}`)
    .digest('base64url');
  const tag = `W/"${digest.slice(0, 22)}"`;
  const headers: Record<string, string> = {
    ...fileHeaders(ending, facts),
    'Content-Disposition': `attachment; filename="ai-landscape-edition-${facts.edition}-${name}"`,
    ETag: tag,
  };
  if (request.headers.get('if-none-match')?.split(/,\s*/).includes(tag))
    return new Response(null, { status: 304, headers });
  if (ending === 'parquet') {
    // What reads it over the network asks how long it is, and for its end first.
    const parts: Uint8Array[] = [];
    for await (const part of file.bytes(facts, only)) parts.push(part);
    return answerWithRange(request, new Uint8Array(Buffer.concat(parts)), headers);
  }
  const bytes = Readable.from(marked ? withMark(file.bytes(facts, only)) : file.bytes(facts, only));
  return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array<ArrayBuffer>>, { headers });
}
