import { Readable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { backupEnd, backupHead } from './backup-format';

interface Table {
  name: string;
  columns: string[];
  /** Columns of the primary key, in whose order rows are written: the same content gives the same bytes. */
  key: string[];
  /** Tables that it refers to at once, not at the end of the transaction. */
  after: string[];
}

const tablesQuery = `
  SELECT c.relname AS name,
    (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    (SELECT coalesce(array_agg(a.attname::text ORDER BY k.place), '{}') FROM pg_index i
      CROSS JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k(number, place)
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
      WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
    (SELECT coalesce(array_agg(DISTINCT k.confrelid::regclass::text), '{}') FROM pg_constraint k
      WHERE k.conrelid = c.oid AND k.contype = 'f' AND NOT k.condeferrable AND k.confrelid <> c.oid) AS after
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ('{_prisma_migrations,session,verification,rate_limit,account_link}')
  ORDER BY c.relname`;

/** What others refer to comes before them. */
function inOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  const add = (table: Table) => {
    if (ordered.includes(table)) return;
    for (const name of table.after) {
      const parent = tables.find((each) => `"${each.name}"` === name || each.name === name);
      if (parent) add(parent);
    }
    ordered.push(table);
  };
  for (const table of tables) add(table);
  return ordered;
}

/**
 * Everything that a site has on record as one SQL script: facts, log, editions, proposals, accounts, links. It is read in
 * one transaction, so that it is of one moment while the site goes on; memory does not grow with its length. Whoever
 * is signed in is not in it: a copy opens nobody's session.
 */
export async function* backup(databaseUrl: string): AsyncGenerator<Uint8Array> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: migrations } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
    );
    const { rows: editions } = await client.query<{ edition: number }>(
      'SELECT coalesce(max(number), 0)::int AS edition FROM edition',
    );
    const text = (line: string) => Buffer.from(`${line}\n`);
    yield text(backupHead({ migration: migrations.at(-1)?.name ?? '', edition: editions[0]?.edition ?? 0 }));
    const { rows: tables } = await client.query<Table>(tablesQuery);
    const named = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');
    for (const { name, columns, key } of inOrder(tables)) {
      yield text(`COPY public."${name}" (${named(columns)}) FROM stdin;`);
      const order = key.length > 0 ? ` ORDER BY ${named(key)}` : '';
      const rows = `SELECT ${named(columns)} FROM public."${name}"${order}`;
      yield* Readable.from(client.query(copyTo(`COPY (${rows}) TO STDOUT`)));
      yield text('\\.');
    }
    const { rows: sequences } = await client.query<{ name: string; value: string }>(
      `SELECT sequencename AS name, last_value AS value FROM pg_sequences
       WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
    );
    for (const { name, value } of sequences) yield text(`SELECT setval('public."${name}"', ${value});`);
    yield text(backupEnd);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
