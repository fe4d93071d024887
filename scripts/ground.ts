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
import { digestOfFiles, factsOnFile, rememberFactsOnFile } from '@/editorial/facts-on-file';
import { type FileProblem, type KeptRecord, loadStartingFacts } from '@/editorial/starting-facts';
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

/** Whether a database holds facts, and whether any of them came from the starting facts. */
async function factsIn(url: string): Promise<{ any: boolean; starting: boolean }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`
      SELECT EXISTS (SELECT FROM edition) AS any, EXISTS (SELECT FROM edition WHERE origin = 'starting-facts') AS starting`);
    return rows[0];
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

const folder = 'prisma/data';

/** Problems of the files, one a line. */
function linesOf(problems: readonly FileProblem[]): string {
  const lines = problems
    .slice(0, 20)
    .map(
      ({ file, record, field, reason }) =>
        `  ${folder}/${file}: ${[record, field].filter(Boolean).join(', ')}: ${reason}`,
    );
  const more = problems.length > 20 ? `\n  and ${problems.length - 20} more` : '';
  return lines.join('\n') + more;
}

async function load(url: string): Promise<string> {
  const result = await loadStartingFacts(url, folder);
  if (result.outcome === 'refused')
    throw new StartProblem(
      `The starting facts were not loaded, and nothing was written. Mend these and start again:\n${linesOf(result.problems)}`,
    );
  await remember(url, result.kept);
  return `${result.records} records, edition ${result.edition}`;
}

async function remember(url: string, kept: KeptRecord[]): Promise<void> {
  const client = connect(url);
  try {
    await rememberFactsOnFile(client, { digest: await digestOfFiles(folder), kept });
  } finally {
    await client.$disconnect();
  }
}

async function sameFiles(url: string): Promise<boolean> {
  const client = connect(url);
  try {
    return (await factsOnFile(client))?.digest === (await digestOfFiles(folder));
  } finally {
    await client.$disconnect();
  }
}

const whyKept: Record<KeptRecord['why'], string> = {
  edited: 'changed by an editor',
  refers: 'does not fit what editors changed',
  needed: 'no longer in the files, but an editor’s record refers to it',
};

/** Brings an installation up to newer starting facts. What is wrong with them keeps nobody from serving those that there are. */
async function renew(url: string): Promise<string> {
  const result = await loadStartingFacts(url, folder);
  if (result.outcome === 'refused')
    return `not taken, the facts stay as they are; in the files:\n${linesOf(result.problems)}`;
  await remember(url, result.kept);
  const { kept } = result;
  const lines = kept.slice(0, 20).map(({ kind, slug, why }) => `\n  ${kind}/${slug}: ${whyKept[why]}`);
  const rest = kept.length > 20 ? `\n  and ${kept.length - 20} more` : '';
  const stay =
    kept.length === 0
      ? ''
      : `; ${kept.length} records stay as they are (listed at /editor):${lines.join('')}${rest}`;
  const gone = result.retracted === 0 ? '' : `, ${result.retracted} retracted that the files no longer hold`;
  return result.outcome === 'unchanged' ? `nothing new${stay}` : `edition ${result.edition}${gone}${stay}`;
}

/** Starts the database, migrates it, and loads the starting facts if it holds none, or those of a newer version. */
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
    const facts = await factsIn(url);
    if (!facts.any)
      await step(
        'facts',
        'starting facts from prisma/data',
        () => load(url),
        (said) => said,
      );
    // Who began with facts of their own is not given these.
    else if (facts.starting && !(await sameFiles(url)))
      await step(
        'facts',
        'newer starting facts from prisma/data',
        () => renew(url),
        (said) => said,
      );
    await makeSearchable(url);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
