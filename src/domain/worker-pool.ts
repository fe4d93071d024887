import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { remember } from './remember';

/** What threads are started for, and how much a task may take of them. */
export interface WorkerLimits {
  /** Names the pool within the process. */
  name: string;
  /** The bundled program of the threads, below `dist`, and the variable that names another one. */
  file: string;
  variable: string;
  threads: number;
  longestQueue: number;
  /** Milliseconds from the moment that a task is handed in. */
  longestTask: number;
  /** Megabytes of a thread's own objects. Without a limit it collects its garbage as if it had the whole machine. */
  megabytes: number;
  prepare?: () => void;
}

/** Why a task was not done: too many wait, it took too long, or it needed too much memory. */
export class NotDone extends Error {
  constructor(
    readonly why: 'queue' | 'time' | 'memory',
    pool: string,
  ) {
    super(`${pool}: ${why === 'queue' ? 'too much is waiting' : `too much ${why}`}`);
  }
}

/** Milliseconds that a further thread waits for another task: to start one takes longer than most tasks. */
const patience = 60_000;

/** The pools, and when their programs were bundled. */
const pools = () => remember('workers', () => new Map<string, { pool: Piscina; bundled: number }>());

type Program = Pick<WorkerLimits, 'file' | 'variable'>;

const filenameOf = ({ file, variable }: Program) =>
  process.env[variable] ?? join(process.cwd(), 'dist', file);

/**
 * When the program of a pool was bundled, in development, where it may be bundled anew while it runs (milliseconds); else 0. Of
 * another time are other threads, and what is kept of their results is out of date.
 */
export function bundledAt(program: Program): number {
  if (process.env.NODE_ENV !== 'development') return 0;
  return statSync(filenameOf(program), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function poolOf({ name, file, variable, threads, longestQueue, megabytes, prepare }: WorkerLimits): Piscina {
  const filename = filenameOf({ file, variable });
  const bundled = bundledAt({ file, variable });
  const known = pools().get(name);
  if (known?.bundled === bundled) return known.pool;
  // The threads of an old program finish what they have.
  known?.pool.close().catch(() => undefined);
  if (!existsSync(filename)) throw new Error(`${filename} is missing: run npm run build.`);
  prepare?.();
  const pool = new Piscina({
    filename,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: patience,
    maxQueue: longestQueue,
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      maxYoungGenerationSizeMb: Math.min(64, Math.ceil(megabytes / 10)),
    },
  });
  pools().set(name, { pool, bundled });
  return pool;
}

/**
 * Runs a task on a thread of its own. The threads start with the first one. Throws `NotDone` where a limit was met, and
 * what the task threw; a task that goes over a limit is ended with its thread, and another thread takes its place.
 */
export async function runInWorker<Task, Result>(limits: WorkerLimits, task: Task): Promise<Result> {
  const pool = poolOf(limits);
  if (pool.queueSize >= limits.longestQueue) throw new NotDone('queue', limits.name);
  const signal = AbortSignal.timeout(limits.longestTask);
  try {
    return await pool.run(task, { signal });
  } catch (error) {
    if (signal.aborted) throw new NotDone('time', limits.name);
    if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new NotDone('memory', limits.name);
    throw error;
  }
}

/** Ends the threads of a pool, or of all: for tests, and for a process that stops. */
export async function closeWorkers(name?: string): Promise<void> {
  for (const [each, { pool }] of pools()) {
    if (name !== undefined && each !== name) continue;
    await pool.destroy();
    pools().delete(each);
  }
}
