import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@/database/embedded';
import { freePort } from '@/database/free-port';
import { migrate } from '@/database/migrate';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { startServing } from '../scripts/serving';

/** The product as it is served, with the starting facts, on a database of its own. */
export interface Running {
  url: string;
  databaseUrl: string;
  /** The same database, for who may go around its triggers. */
  superuserUrl: string;
  /** Where the server tells nginx its newest edition (NGINX_FOLDER). */
  nginxFolder: string;
}

/**
 * Starts everything for the time of `use`, and takes it down again. `prepare` may add facts before the server starts.
 */
export async function withServer<Result>(
  use: (running: Running) => Promise<Result>,
  prepare?: (databaseUrl: string) => Promise<void>,
): Promise<Result> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'tracker-bench-'));
  const nginxFolder = await mkdtemp(path.join(tmpdir(), 'tracker-nginx-'));
  await chmod(nginxFolder, 0o755);
  const database = await startEmbedded(path.join(scratch, 'data'));
  try {
    await migrate(database.url);
    await loadStartingFacts(database.url);
    await prepare?.(database.url);
    const port = await freePort();
    const serving = await startServing(port, database.url, 'production', {
      API_REQUESTS_PER_MINUTE: '0',
      NGINX_FOLDER: nginxFolder,
      LOG_LEVEL: 'error',
    });
    try {
      return await use({
        url: `http://localhost:${port}`,
        databaseUrl: database.url,
        superuserUrl: database.superuserUrl,
        nginxFolder,
      });
    } finally {
      await serving.stop();
    }
  } finally {
    await database.stop();
    await rm(scratch, { recursive: true, force: true });
    await rm(nginxFolder, { recursive: true, force: true });
  }
}
