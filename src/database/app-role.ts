import pg from 'pg';

/** The role that the product is: it owns the tracker's database, and may do nothing on the server beside it. */
export const appRole = 'tracker';

/**
 * What was made by the server's own superuser, as it was before the product had a role of its own, becomes the role's. What an
 * extension brought stays with it, and so does a sequence with its column.
 */
const takeOver = `
DO $$
DECLARE statement text;
BEGIN
  FOR statement IN
    WITH mine AS (SELECT oid FROM pg_roles WHERE rolname = '${appRole}'),
    schemas AS (
      SELECT oid, nspname FROM pg_namespace
      WHERE nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND nspname !~ '^pg_'
    ),
    brought AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
    SELECT format('ALTER SCHEMA %I OWNER TO ${appRole}', nspname) FROM schemas
      JOIN pg_namespace USING (oid, nspname)
      WHERE nspname <> 'public' AND nspowner <> (SELECT oid FROM mine)
    UNION ALL
    SELECT format('ALTER %s %s OWNER TO ${appRole}',
        CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
          WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, c.oid::regclass)
      FROM pg_class c JOIN schemas s ON s.oid = relnamespace
      WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND relowner <> (SELECT oid FROM mine)
        AND NOT EXISTS (SELECT FROM brought WHERE classid = 'pg_class'::regclass AND objid = c.oid)
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
          AND relkind = 'S' AND deptype IN ('a', 'i'))
    UNION ALL
    SELECT format('ALTER ROUTINE %s OWNER TO ${appRole}', p.oid::regprocedure)
      FROM pg_proc p JOIN schemas s ON s.oid = pronamespace
      WHERE proowner <> (SELECT oid FROM mine)
        AND NOT EXISTS (SELECT FROM brought WHERE classid = 'pg_proc'::regclass AND objid = p.oid)
    UNION ALL
    SELECT format('ALTER TYPE %s OWNER TO ${appRole}', t.oid::regtype)
      FROM pg_type t JOIN schemas s ON s.oid = typnamespace LEFT JOIN pg_class c ON c.oid = typrelid
      WHERE typowner <> (SELECT oid FROM mine) AND typelem = 0 AND coalesce(c.relkind, 'c') = 'c'
        AND typtype NOT IN ('m', 'p')
        AND NOT EXISTS (SELECT FROM brought WHERE classid = 'pg_type'::regclass AND objid = t.oid)
  LOOP
    EXECUTE statement;
  END LOOP;
END $$`;

/**
 * Gives the product its role on the embedded server and its database, and hands over what a version before it had made there as
 * superuser. Asked at each start, as the server's superuser; does nothing where all is as it should be.
 */
export async function ensureAppRole(
  maintenanceUrl: string,
  database: string,
  password: string,
): Promise<void> {
  const asSuperuser = async (url: string, work: (client: pg.Client) => Promise<void>) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  };
  await asSuperuser(maintenanceUrl, async (client) => {
    const { rowCount: known } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [appRole]);
    await client.query(
      `${known ? 'ALTER' : 'CREATE'} ROLE ${appRole} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS
       PASSWORD ${client.escapeLiteral(password)}`,
    );
    const { rows } = await client.query<{ owner: string }>(
      'SELECT datdba::regrole::text AS owner FROM pg_database WHERE datname = $1',
      [database],
    );
    const name = client.escapeIdentifier(database);
    if (!rows[0]) await client.query(`CREATE DATABASE ${name} OWNER ${appRole}`);
    else if (rows[0].owner !== appRole) await client.query(`ALTER DATABASE ${name} OWNER TO ${appRole}`);
  });
  const url = new URL(maintenanceUrl);
  url.pathname = `/${database}`;
  await asSuperuser(url.href, async (client) => {
    await client.query(takeOver);
  });
}
