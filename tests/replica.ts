import { chown, copyFile, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer, connect as dial, type Socket } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { clusterIn, type EmbeddedDatabase, type RunningServer, startServer } from '@/database/embedded';

/** A streaming replica of an embedded server. */
export interface TestReplica {
  /** The address of the tracker's database there, by way of a relay that can hang. */
  url: string;
  /** Holds back what the primary publishes, for as long as nobody resumes. */
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  /** The network neither delivers nor refuses anything any more, until it heals. */
  hang: () => void;
  heal: () => void;
  /** It is gone from one moment to the next. */
  die: () => Promise<void>;
  /** It comes back under the same address. */
  revive: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Folders whose contents belong to the one server; the replica makes its own. */
const ofTheServer = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_stat_tmp',
  'pg_dynshmem',
  'pg_notify',
  'pg_subtrans',
]);
const notCopied = /^(?:postmaster\.(?:pid|opts)|pgsql_tmp.*|standby\.signal)$/;

async function copyCluster(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (notCopied.test(entry.name)) continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory() && ofTheServer.has(entry.name)) await mkdir(target, { mode: 0o700 });
    else if (entry.isDirectory()) await copyCluster(source, target);
    // What vanishes during the copy is made again from the log.
    else await copyFile(source, target).catch((error) => error.code !== 'ENOENT' && Promise.reject(error));
  }
  const { uid, gid } = await stat(from);
  if (process.getuid?.() === 0 && uid !== 0) {
    await chown(to, uid, gid);
    for (const name of await readdir(to)) await chown(path.join(to, name), uid, gid);
  }
}

/** Copies a running server as the manual says under "Making a Base Backup Using the Low Level API". */
async function baseBackup(primaryUrl: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: primaryUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('replica', true)");
    await copyCluster(from, to);
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)');
    await writeFile(path.join(to, 'backup_label'), rows[0].labelfile);
  } finally {
    await client.end();
  }
}

/** Passes connections on to a port, which can be another one for each, or keeps them waiting. */
export async function relay(target: () => number) {
  let hanging = false;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = dial(target(), '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.once('close', () => {
        open.delete(one);
        other.destroy();
      });
      if (hanging) one.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    hang() {
      hanging = true;
      for (const socket of open) socket.pause();
    },
    heal() {
      hanging = false;
      for (const socket of open) socket.resume();
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** Starts a replica of the embedded server in `primaryFolder`, with its own files in `folder`. */
export async function startReplica(
  primary: Pick<EmbeddedDatabase, 'url' | 'maintenanceUrl'> & { folder: string },
  folder: string,
): Promise<TestReplica> {
  const cluster = clusterIn(folder);
  await baseBackup(primary.maintenanceUrl, clusterIn(primary.folder), cluster);
  const { hostname, port, username, password } = new URL(primary.maintenanceUrl);
  await writeFile(
    path.join(cluster, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\nhot_standby = on\n`,
  );
  await writeFile(path.join(cluster, 'standby.signal'), '');
  if (process.getuid?.() === 0) {
    const { uid, gid } = await stat(clusterIn(primary.folder));
    for (const name of ['backup_label', 'postgresql.auto.conf', 'standby.signal'])
      await chown(path.join(cluster, name), uid, gid);
  }
  let server: RunningServer = await startServer(folder);
  const { port: relayPort, ...line } = await relay(() => server.port);
  const addressAt = (at: number, address = primary.url) => {
    const url = new URL(address);
    url.port = String(at);
    return url.href;
  };
  const tell = async (statement: string) => {
    const client = new pg.Client({ connectionString: addressAt(server.port, primary.maintenanceUrl) });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  const end = async (signal: 'SIGINT' | 'SIGQUIT') => {
    server.process.kill(signal);
    await server.exited;
  };
  return {
    url: addressAt(relayPort),
    pause: () => tell('SELECT pg_wal_replay_pause()'),
    resume: () => tell('SELECT pg_wal_replay_resume()'),
    hang: line.hang,
    heal: line.heal,
    die: () => end('SIGQUIT'),
    async revive() {
      server = await startServer(folder);
    },
    async stop() {
      line.close();
      await end('SIGINT');
    },
  };
}
