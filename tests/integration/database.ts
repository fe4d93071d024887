import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

async function copyOf(template: string): Promise<string> {
  const maintenanceUrl = inject('maintenanceUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  // Two files that start at once must not copy the same template at the same moment: PostgreSQL refuses that.
  await client.query("SELECT pg_advisory_lock(hashtext('copy a template'))");
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await client.end();
  const url = new URL(maintenanceUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** The address of a new database: migrated, without facts. */
export function freshDatabase(): Promise<string> {
  return copyOf('template_migrated');
}

/** The address of a new database with the starting facts in it. */
export function freshDatabaseWithFacts(): Promise<string> {
  return copyOf('template_facts');
}
