import { access, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { borrowDatabase } from '@/database/borrowed-database';
import { type EmbeddedDatabase, startEmbedded } from '@/database/embedded';
import { migrate } from '@/database/migrate';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { backup } from '@/exchange/backup/backup';
import { restore } from '@/exchange/backup/restore';

let folder: string;
let database: EmbeddedDatabase | null = null;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tracker-role-'));
});
afterEach(async () => {
  await database?.stop();
  database = null;
  await rm(folder, { recursive: true, force: true });
});

async function query<T extends pg.QueryResultRow>(url: string, ...texts: string[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: T[] = [];
    for (const text of texts) ({ rows } = await client.query<T>(text));
    return rows;
  } finally {
    await client.end();
  }
}

/** Everything outside of PostgreSQL's own schemas that somebody else than the product's role owns, but for what extensions brought. */
const ownedByOthers = `
  SELECT kind, name FROM (
    SELECT 'schema' AS kind, nspname::text AS name, nspowner AS owner, 'pg_namespace'::regclass AS class, oid
      FROM pg_namespace WHERE nspname = 'asof'
    UNION ALL SELECT 'relation', oid::regclass::text, relowner, 'pg_class'::regclass, oid FROM pg_class
      WHERE relnamespace IN ('public'::regnamespace, to_regnamespace('asof'))
    UNION ALL SELECT 'routine', oid::regprocedure::text, proowner, 'pg_proc'::regclass, oid FROM pg_proc
      WHERE pronamespace IN ('public'::regnamespace, to_regnamespace('asof'))
    UNION ALL SELECT 'type', oid::regtype::text, typowner, 'pg_type'::regclass, oid FROM pg_type
      WHERE typnamespace IN ('public'::regnamespace, to_regnamespace('asof'))
    UNION ALL SELECT 'database', datname, datdba, 'pg_database'::regclass, oid FROM pg_database
      WHERE datname = current_database()
  ) AS found
  WHERE owner <> 'tracker'::regrole
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = class AND d.objid = found.oid AND deptype = 'e')`;

it('is no superuser, owns its database, and can do there all that the product does', async () => {
  database = await startEmbedded(folder);
  const { url, maintenanceUrl } = database;
  const [role] = await query(
    url,
    'SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = current_user',
  );
  expect(role).toEqual({
    rolname: 'tracker',
    rolsuper: false,
    rolcreatedb: false,
    rolcreaterole: false,
    rolreplication: false,
    rolbypassrls: false,
  });
  for (const forbidden of ["SELECT pg_read_file('postgresql.conf')", "COPY (SELECT 1) TO PROGRAM 'true'"])
    await expect(query(url, forbidden)).rejects.toThrow(/permission denied/);
  expect((await migrate(url)).length).toBeGreaterThan(5);
  expect(await query(url, ownedByOthers)).toEqual([]);
  expect((await loadStartingFacts(url)).outcome).toBe('loaded');
  await query(maintenanceUrl, 'CREATE DATABASE other OWNER tracker');
  const other = new URL(url);
  other.pathname = '/other';
  await restore(other.href, backup(url));
  const facts =
    'SELECT (SELECT count(*) FROM record)::int AS records, (SELECT max(number) FROM edition) AS edition';
  expect(await query(other.href, facts)).toEqual(await query(url, facts));
}, 240_000);

it('takes over a folder in which a version before it was superuser', async () => {
  database = await startEmbedded(folder);
  const asSuperuser = new URL(database.maintenanceUrl);
  asSuperuser.pathname = '/tracker';
  await query(
    database.maintenanceUrl,
    'ALTER DATABASE tracker OWNER TO postgres',
    'CREATE DATABASE somebody_elses',
  );
  await migrate(asSuperuser.href);
  await query(
    asSuperuser.href,
    `CREATE TYPE mood AS ENUM ('fine'); CREATE DOMAIN short AS text; CREATE TYPE pair AS (a int, b int);
     CREATE SEQUENCE loose; CREATE MATERIALIZED VIEW seen AS SELECT 1 AS one;
     CREATE PROCEDURE nothing() LANGUAGE sql AS ''; CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int)`,
    'DROP OWNED BY tracker',
  );
  expect((await query(asSuperuser.href, ownedByOthers)).length).toBeGreaterThan(100);
  await database.stop();
  await rm(path.join(folder, 'app-password'));
  await writeFile(path.join(folder, 'postgres.log'), 'said before', { mode: 0o644 });

  database = await startEmbedded(folder);
  expect(await query(database.url, ownedByOthers)).toEqual([]);
  expect(await migrate(database.url)).toEqual([]);
  await query(database.url, 'ALTER TABLE record ADD COLUMN later int', 'DROP MATERIALIZED VIEW seen');
  expect(
    await query(
      database.url,
      "SELECT datdba::regrole::text AS owner FROM pg_database WHERE datname = 'somebody_elses'",
    ),
  ).toEqual([{ owner: 'postgres' }]);
  expect((await stat(path.join(folder, 'log'))).mode & 0o777).toBe(0o700);
  for (const file of ['log/postgres.log', 'password', 'app-password'])
    expect([file, (await stat(path.join(folder, file))).mode & 0o777]).toEqual([file, 0o600]);
  await expect(access(path.join(folder, 'postgres.log'))).rejects.toThrow('ENOENT');
}, 120_000);

it('is who a command is that finds the server running', async () => {
  database = await startEmbedded(folder);
  process.env.DATA_DIR = folder;
  try {
    const { url, giveBack } = await borrowDatabase();
    expect(url).toBe(database.url);
    await giveBack();
    expect(await query(url, 'SELECT current_user::text AS name')).toEqual([{ name: 'tracker' }]);
  } finally {
    delete process.env.DATA_DIR;
  }
});
