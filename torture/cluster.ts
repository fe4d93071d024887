import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedDatabase, startEmbedded } from '@/database/embedded';
import { freePort } from '@/database/free-port';
import { migrate } from '@/database/migrate';
import { loadStartingFacts } from '@/editorial/starting-facts';
import { secondsUntil } from './waiting';

/** A PostgreSQL of the torment's own, with facts in it, that can be made to suffer. */
export interface Cluster {
  url: string;
  maintenanceUrl: string;
  folder: string;
  /** SIGKILL to the postmaster, as if the machine had lost its power. */
  kill: () => Promise<void>;
  /** Starts it again on the same port, with whatever recovery it needs; seconds until it takes questions. */
  restart: () => Promise<number>;
  /** Fast shutdown. */
  stop: () => Promise<void>;
  /** Every process of it stands still: connections stay, nothing is answered. */
  freeze: () => Promise<void>;
  thaw: () => Promise<void>;
  end: () => Promise<void>;
}

async function postmaster(folder: string): Promise<number> {
  const text = await readFile(path.join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8');
  return Number(text.split('\n', 1)[0]);
}

/** A process and its children, as Linux lists them. */
async function family(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const of = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] === String(parent) ? [Number(pid)] : [];
    }),
  );
  return [parent, ...of.flat()];
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

/** Starts PostgreSQL with these variables in its environment, which ours is without before and after. */
async function startWith(data: string, port: number, environment: Readonly<Record<string, string>>) {
  Object.assign(process.env, environment);
  try {
    return await startEmbedded(data, port);
  } finally {
    for (const name of Object.keys(environment)) delete process.env[name];
  }
}

/**
 * Starts a PostgreSQL with the starting facts, in `given` or in a folder that is made for it; `environment` is PostgreSQL's
 * alone.
 */
export async function startCluster(
  given?: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Cluster> {
  const folder = given ?? (await mkdtemp(path.join(tmpdir(), 'tracker-torture-')));
  const data = path.join(folder, 'data');
  const port = await freePort();
  const start = () => startWith(data, port, environment);
  let database: EmbeddedDatabase = await start();
  const { url, maintenanceUrl } = database;
  await migrate(url);
  const loaded = await loadStartingFacts(url);
  if (loaded.outcome === 'refused') throw new Error(JSON.stringify(loaded.problems[0]));
  const cluster: Cluster = {
    url,
    maintenanceUrl,
    folder,
    kill: async () => {
      const pid = await postmaster(folder);
      const all = await family(pid);
      signal(pid, 'SIGKILL');
      // Its children notice by themselves that it is gone; until then nobody may start another.
      await secondsUntil(async () => {
        const left = await Promise.all(
          all.map((each) => readFile(`/proc/${each}/stat`, 'utf8').catch(() => '')),
        );
        return left.every((stat) => stat === '' || / Z /.test(stat));
      }, 30);
    },
    restart: async () => {
      const begun = performance.now();
      database = await start();
      return (performance.now() - begun) / 1000;
    },
    stop: () => database.stop(),
    freeze: async () => {
      for (const pid of await family(await postmaster(folder))) signal(pid, 'SIGSTOP');
    },
    thaw: async () => {
      for (const pid of await family(await postmaster(folder))) signal(pid, 'SIGCONT');
    },
    end: async () => {
      await cluster.thaw().catch(() => undefined);
      await database.stop();
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
  return cluster;
}
