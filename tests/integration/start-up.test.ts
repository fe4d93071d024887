import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded } from '@/database/embedded';
import { migrate } from '@/database/migrate';
import { StartProblem } from '@/database/start-problem';
import { freshDatabase } from './database';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tracker-start-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A process of its own that starts the database in `folder`; resolves with its first message. */
function starter(): { child: ChildProcess; started: Promise<string>; ended: Promise<void> } {
  const child = fork('tests/integration/programs/start-database.ts', [folder], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const started = new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', () => reject(new Error('ended before it started')));
  });
  started.catch(() => undefined);
  return { child, started, ended };
}

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  it('keeps what was committed when its process is killed, and ends the server that was left behind', async () => {
    const { child, started, ended } = starter();
    const url = await started;
    await query(url, 'CREATE TABLE kept (n int)');
    await query(url, 'INSERT INTO kept VALUES (7)');
    child.kill('SIGKILL');
    await ended;
    const again = await startEmbedded(folder);
    try {
      expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
      // The first server's port answers no more: two servers never share the files.
      await expect(query(url, 'SELECT 1')).rejects.toThrow();
    } finally {
      await again.stop();
    }
  });

  it('says which process uses the folder', async () => {
    const { child, started } = starter();
    await started;
    await expect(startEmbedded(folder)).rejects.toThrow(
      `${folder} is in use by process ${child.pid}. Stop that one first (kill ${child.pid}), or set DATA_DIR to another folder.`,
    );
  });

  it('starts anew after a first start that was killed half-way', async () => {
    // Killed while initdb wrote: a folder without the marker, with files of no use in it.
    await mkdir(path.join(folder, 'postgres'));
    await writeFile(path.join(folder, 'postgres', 'PG_VERSION'), '18\n');
    await writeFile(path.join(folder, 'process.lock'), '999999999 1');
    const database = await startEmbedded(folder);
    try {
      expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      await database.stop();
    }
  });

  it('gives the folder back when it stops', async () => {
    const database = await startEmbedded(folder);
    await database.stop();
    await expect(readFile(path.join(folder, 'process.lock'))).rejects.toThrow('ENOENT');
  });

  it('says what to do about a data directory that is a file', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    await expect(startEmbedded(file)).rejects.toBeInstanceOf(StartProblem);
  });
});

describe('migrating', () => {
  it('says what to do when nobody answers, without the password', async () => {
    const nobody = createServer();
    const port = await new Promise<number>((resolve) =>
      nobody.listen(0, () => resolve((nobody.address() as { port: number }).port)),
    );
    await new Promise((resolve) => nobody.close(resolve));
    const problem = await migrate(`postgresql://someone:secret@127.0.0.1:${port}/tracker`).catch(
      (error: unknown) => error,
    );
    expect(problem).toBeInstanceOf(StartProblem);
    expect(String(problem)).toContain('DATABASE_URL');
    expect(String(problem)).not.toContain('secret');
  });

  it('applies once', async () => {
    const url = await freshDatabase();
    expect(await migrate(url)).toEqual([]);
  });

  it('goes on after being killed before a migration happened', async () => {
    const url = await freshDatabase();
    await query(
      url,
      `CREATE SCHEMA kept; ALTER TABLE _prisma_migrations SET SCHEMA kept;
       DROP SCHEMA public CASCADE; DROP SCHEMA asof CASCADE; CREATE SCHEMA public;
       ALTER TABLE kept._prisma_migrations SET SCHEMA public; DROP SCHEMA kept;
       UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0`,
    );
    expect(await migrate(url)).not.toEqual([]);
    expect(await query(url, 'SELECT count(*)::int AS n FROM edition')).toEqual([{ n: 0 }]);
  });

  it('goes on after being killed between a migration and the note that it is done', async () => {
    const url = await freshDatabase();
    await query(url, 'UPDATE _prisma_migrations SET finished_at = NULL, applied_steps_count = 0');
    expect(await migrate(url)).toEqual([]);
    expect(await query(url, 'SELECT count(*)::int AS n FROM edition')).toEqual([{ n: 0 }]);
  });

  it('refuses a database that a newer version of the product has migrated', async () => {
    const url = await freshDatabase();
    await query(
      url,
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('later', 'x', '20991231000000_later', now(), 1)`,
    );
    await expect(migrate(url)).rejects.toBeInstanceOf(StartProblem);
  });
});
