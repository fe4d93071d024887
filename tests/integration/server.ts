import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '@/database/embedded';
import { migrate } from '@/database/migrate';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { bundleReadingWorker } from '../../scripts/bundle-workers';

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of the server that the tests use. */
    maintenanceUrl: string;
  }
}

/** A database that others are copied from: migrated and empty, or with the starting facts. */
async function makeTemplate(
  maintenanceUrl: string,
  name: string,
  fill?: (url: string) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name}`);
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(maintenanceUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  await fill?.(url.href);
}

/** One PostgreSQL for all integration tests: `TEST_DATABASE_URL`, or an embedded one that is thrown away afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const folder = given ? null : await mkdtemp(path.join(tmpdir(), 'tracker-test-'));
  const embedded = folder ? await startEmbedded(folder) : null;
  const maintenanceUrl = embedded?.maintenanceUrl ?? (given as string);
  await makeTemplate(maintenanceUrl, 'template_migrated');
  await makeTemplate(maintenanceUrl, 'template_facts', async (url) => {
    const result = await loadStartingFacts(url);
    if (result.outcome === 'refused') throw new Error(JSON.stringify(result.problems.slice(0, 5)));
  });
  project.provide('maintenanceUrl', maintenanceUrl);
  // Tests that run a server build it; those that call what it does need the threads that read.
  process.env.READING_WORKER ??= path.resolve('node_modules/.cache/ai-landscape/reading-worker.mjs');
  await bundleReadingWorker(process.env.READING_WORKER);
  return async () => {
    await embedded?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}
