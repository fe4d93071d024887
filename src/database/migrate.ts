import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { StartProblem } from './start-problem';

interface Migration {
  name: string;
  content: string;
}

interface SchemaEngine {
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
  free(): void;
}

async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      content: await readFile(path.join(folder, name, 'migration.sql'), 'utf8'),
    })),
  );
}

/**
 * The adapter cuts a script at every semicolon, also inside function bodies, and runs the pieces one by one. Sent whole,
 * a script is one implicit transaction: a migration happens, or it does not.
 */
class WholeScripts extends PrismaPg {
  /** Statements that end the transaction of a script. */
  endOf: (script: string) => string = () => '';
  readonly #connected: { dispose: () => Promise<void> }[] = [];

  override async connect() {
    const adapter = await super.connect();
    this.#connected.push(adapter);
    adapter.executeScript = async (script: string) => {
      await adapter.underlyingDriver().query(script + this.endOf(script));
    };
    return adapter;
  }

  /** Ends the connections that the engine was given; it does not end them itself. */
  async end(): Promise<void> {
    await Promise.all(this.#connected.map((adapter) => adapter.dispose()));
  }
}

interface EngineModule {
  SchemaEngine: { new: (options: unknown, log: () => void, adapter: unknown) => Promise<SchemaEngine> };
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
}

let engineModule: Promise<EngineModule> | undefined;

/**
 * Prisma's schema engine as WebAssembly, which needs no download. Its package is made for bundlers, so its module is
 * put together by hand; once for a process, because the module keeps its memory in a variable of its own.
 */
async function loadEngine(): Promise<EngineModule> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href);
  const { instance } = await WebAssembly.instantiate(
    await readFile(path.join(folder, 'schema_engine_bg.wasm')),
    { './schema_engine_bg.js': glue },
  );
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

async function schemaEngine(connections: WholeScripts, schema: string): Promise<SchemaEngine> {
  engineModule ??= loadEngine();
  return (await engineModule).SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(connections),
  );
}

/** What is wrong with the server that `DATABASE_URL` names, in one line. */
function connectionProblem(error: unknown, url: string): StartProblem {
  const { code, message } = error as { code?: string; message?: string };
  const shown = url.replace(/:[^:@/]*@/, ':…@');
  const said =
    code === '3D000'
      ? 'that database does not exist there; create it (createdb) and start again'
      : ((message || code) ?? 'no answer');
  return new StartProblem(
    `The database at ${shown} cannot be used: ${said}. Check DATABASE_URL and that the server runs, or unset it to use the embedded one.`,
  );
}

/**
 * What ends each migration, in its transaction, so that nobody has to think of it: a fact table that has other columns now
 * is watched anew (its trigger and its view `asof`), and the comment of schema `asof` names the migration, which
 * `closeOpenNotes` reads. Migrations of before wrote both themselves.
 */
function endOf(migration: Migration | undefined): string {
  if (migration === undefined) return '';
  return `;
    DO $end$ DECLARE changed text; BEGIN
      FOR changed IN
        SELECT seen.relname FROM pg_class seen JOIN pg_trigger watch
          ON watch.tgrelid = to_regclass(format('public.%I', seen.relname)) AND watch.tgname = 'log'
        WHERE seen.relnamespace = to_regnamespace('asof') AND seen.relkind = 'v' AND
          ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = seen.oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum)
          <> ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = watch.tgrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum)
      LOOP PERFORM watch_facts(changed); END LOOP;
    END $end$;
    COMMENT ON SCHEMA asof IS '${migration.name.replaceAll("'", "''")}';`;
}

/**
 * A start that was killed between a migration and the note that it is done leaves the note open. Every migration is one
 * transaction whose last statement writes its name as the comment of schema `asof`; that tells whether it happened.
 */
async function closeOpenNotes(client: pg.Client): Promise<void> {
  await client.query(`
    UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1, logs = NULL
    WHERE finished_at IS NULL AND rolled_back_at IS NULL
      AND migration_name <= coalesce(obj_description(to_regnamespace('asof'), 'pg_namespace'), '')`);
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
}

async function appliedNames(client: pg.Client): Promise<Set<string>> {
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS notes");
  if (tables[0].notes === null) return new Set();
  await closeOpenNotes(client);
  const { rows } = await client.query(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Set(rows.map((row: { name: string }) => row.name));
}

/** Where migrations are, and the last one that is wanted; all of them where none is named. */
export interface MigrationWishes {
  prismaFolder?: string;
  upTo?: string;
}

/**
 * Brings the database at `url` to the newest migration, and returns the names of what was applied. Writes Prisma's own
 * `_prisma_migrations`, so that `prisma migrate deploy` agrees. Two starts at once wait for each other.
 */
export async function migrate(
  url: string,
  { prismaFolder = 'prisma', upTo }: MigrationWishes = {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  // An idle connection that breaks is reported by the next query; without a listener it would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw connectionProblem(error, url);
  }
  try {
    await client.query("SELECT pg_advisory_lock(hashtext('tracker.migrate'))");
    const folder = path.resolve(prismaFolder, 'migrations');
    const migrations = await migrationsIn(folder);
    const applied = await appliedNames(client);
    const wanted = migrations.filter(({ name }) => upTo === undefined || name <= upTo);
    const ahead = [...applied].filter((name) => !migrations.some((migration) => migration.name === name));
    if (upTo !== undefined && !migrations.some(({ name }) => name === upTo)) {
      throw new StartProblem(`Migration ${upTo} is of a newer version. Update this checkout.`);
    }
    if (ahead.length > 0) {
      throw new StartProblem(
        `The database was made by a newer version (it has migration ${ahead.at(-1)}). Update this checkout, or use another DATA_DIR.`,
      );
    }
    if (wanted.every((migration) => applied.has(migration.name))) return [];
    const connections = new WholeScripts({ connectionString: url });
    connections.endOf = (script) => endOf(wanted.find(({ content }) => content === script));
    const engine = await schemaEngine(
      connections,
      await readFile(path.resolve(prismaFolder, 'schema.prisma'), 'utf8'),
    );
    const result = await engine.applyMigrations({
      migrationsList: {
        baseDir: folder,
        lockfile: {
          path: 'migration_lock.toml',
          content: await readFile(path.join(folder, 'migration_lock.toml'), 'utf8'),
        },
        shadowDbInitScript: '',
        migrationDirectories: wanted.map(({ name, content }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: content } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    engine.free();
    await connections.end();
    return result.appliedMigrationNames;
  } finally {
    await client.end();
  }
}
