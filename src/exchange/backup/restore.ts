import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '@/database/migrate';
import { StartProblem } from '@/database/start-problem';
import { type BackupHead, backupEnd, readBackupHead } from './backup-format';

const newline = 10;

/** The lines of a stream of bytes, with their line ends: many at a time. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = [];
  for await (const chunk of bytes) {
    const lines: Buffer[] = [];
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = buffer.indexOf(newline); end !== -1; end = buffer.indexOf(newline, start)) {
      const piece = buffer.subarray(start, end + 1);
      lines.push(rest.length > 0 ? Buffer.concat([...rest, piece]) : piece);
      rest = [];
      start = end + 1;
    }
    if (start < buffer.length) rest.push(buffer.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [Buffer.concat(rest)];
}

const broken = (why: string) =>
  new StartProblem(`This backup cannot be restored: ${why}. Nothing was written.`);

const copyLine = /^COPY public\."[a-z_]+" \((?:"[A-Za-z_]+"(?:, )?)+\) FROM stdin;$/;
const sequenceLine = /^SELECT setval\('public\."[A-Za-z_]+"', \d+\);$/;

async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT to_regclass('edition') AS edition, to_regclass('"user"') AS person`,
  );
  if (rows[0].edition === null) return true;
  const { rows: found } = await client.query(
    'SELECT EXISTS (SELECT FROM edition) OR EXISTS (SELECT FROM "user") AS used',
  );
  return !found[0].used;
}

async function withoutTriggers(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger
     WHERE NOT tgisinternal AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`,
  );
  // The log is restored as it was; writing the facts must not write it a second time.
  for (const { name } of rows) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await work();
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { name } of rows) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
}

async function write(client: pg.Client, lines: AsyncIterable<Buffer[]>): Promise<void> {
  let table: ReturnType<typeof copyFrom> | null = null;
  let done: Promise<void> = Promise.resolve();
  let ended = false;
  for await (const batch of lines) {
    let data: Buffer[] = [];
    const flush = async () => {
      if (table && data.length > 0 && !table.write(Buffer.concat(data)))
        await Promise.race([once(table, 'drain'), done]);
      data = [];
    };
    for (const line of batch) {
      if (table && !(line.length === 3 && line.toString() === '\\.\n')) {
        data.push(line);
        continue;
      }
      if (table) {
        await flush();
        table.end();
        await done;
        table = null;
        continue;
      }
      const text = line.toString().trimEnd();
      if (copyLine.test(text)) {
        table = client.query(copyFrom(text.slice(0, -1)));
        done = finished(table);
        // It is awaited at the end of its rows.
        done.catch(() => undefined);
      } else if (sequenceLine.test(text)) await client.query(text);
      else if (text === backupEnd) ended = true;
      else if (readBackupHead(text) === null)
        throw broken(`there is a line that no backup has: ${text.slice(0, 80)}`);
    }
    await flush();
  }
  if (table) {
    table.destroy();
    throw broken('it is cut off');
  }
  if (!ended) throw broken('it is cut off');
}

async function* before(first: Buffer[], rest: AsyncIterable<Buffer[]>): AsyncGenerator<Buffer[]> {
  yield first;
  yield* rest;
}

/**
 * Writes a backup into an empty database, in one transaction, and brings it to the newest migration. Throws a
 * `StartProblem` where the database is not empty or the backup is not whole; nothing is then written.
 */
export async function restore(databaseUrl: string, bytes: AsyncIterable<Uint8Array>): Promise<BackupHead> {
  const lines = linesOf(bytes);
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  try {
    const { value: first } = await lines.next();
    const head = readBackupHead(first?.[0]?.toString().trimEnd() ?? '');
    if (!first || head === null) throw broken('it is no backup of this product');
    await client.connect();
    if (!(await isEmpty(client)))
      throw new StartProblem(
        'The database is not empty, and a restore overwrites nothing. Name an empty one in DATABASE_URL, or an empty folder in DATA_DIR.',
      );
    await migrate(databaseUrl, { upTo: head.migration });
    await client.query('BEGIN');
    await withoutTriggers(client, () => write(client, before(first, lines)));
    await client.query('COMMIT');
    await migrate(databaseUrl);
    return head;
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    throw broken((error as Error).message);
  } finally {
    await client.end();
  }
}
