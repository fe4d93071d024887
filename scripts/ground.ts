import { createServer } from 'node:net';
import pg from 'pg';
import { authSecret } from '@/accounts/secret';
import { connect } from '@/database/client';
import { dataDirectory } from '@/database/data-directory';
import { startEmbedded } from '@/database/embedded';
import { migrate } from '@/database/migrate';
import { ensureSearchNames } from '@/database/search-names';
import { StartProblem } from '@/database/start-problem';
import { setting } from '@/domain/settings';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { step } from './progress';

/** A database that is ready to be read: migrated, and with facts in it. */
export interface Ground {
  url: string;
  stop: () => Promise<void>;
}

/** Fails early, before minutes of building, if nobody could listen there. */
export function checkPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'is taken. Stop what uses it, or choose another'
          : `cannot be used (${error.code}). Choose another`;
      reject(new StartProblem(`Port ${port} ${why}: PORT=${port + 1} npm run up`));
    });
    const host = setting('HOST');
    probe.listen({ port, ...(host === undefined ? {} : { host }) }, () => probe.close(() => resolve()));
  });
}

/** The port to serve on. */
export function portToServe(): number {
  return setting('PORT');
}

async function hasFacts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT EXISTS (SELECT FROM edition) AS known');
    return rows[0].known;
  } finally {
    await client.end();
  }
}

/** A database of an earlier version has no words to search by yet. */
async function makeSearchable(url: string): Promise<void> {
  const client = connect(url);
  try {
    await client.$transaction((db) => ensureSearchNames(db), { timeout: 600_000 });
  } finally {
    await client.$disconnect();
  }
}

async function load(url: string): Promise<string> {
  const result = await loadStartingFacts(url);
  if (result.outcome !== 'refused') return `${result.records} records, edition ${result.edition}`;
  const lines = result.problems
    .slice(0, 20)
    .map(
      ({ file, record, field, reason }) =>
        `  prisma/data/${file}: ${[record, field].filter(Boolean).join(', ')}: ${reason}`,
    );
  const more = result.problems.length > 20 ? `\n  and ${result.problems.length - 20} more` : '';
  throw new StartProblem(
    `The starting facts were not loaded, and nothing was written. Mend these and start again:\n${lines.join('\n')}${more}`,
  );
}

/** Starts the database, migrates it, and loads the starting facts if it holds none. */
export async function prepareGround(): Promise<Ground> {
  const external = setting('DATABASE_URL');
  const embedded = external
    ? null
    : await step('database', `PostgreSQL in ${dataDirectory()}`, () => startEmbedded(dataDirectory()));
  const url = embedded?.url ?? (external as string);
  const stop = async () => embedded?.stop();
  try {
    // Better now than when the first editor signs in.
    await authSecret();
    await step(
      'migrate',
      external ? 'the database of DATABASE_URL' : 'the tables',
      () => migrate(url),
      (names) => (names.length > 0 ? `${names.length} applied` : 'up to date'),
    );
    if (!(await hasFacts(url)))
      await step(
        'facts',
        'starting facts from prisma/data',
        () => load(url),
        (said) => said,
      );
    await makeSearchable(url);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
