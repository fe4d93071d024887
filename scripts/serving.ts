import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { StartProblem } from '@/database/start-problem';

/** A server process. */
export interface Serving {
  pid: number;
  /** Ends with the exit code when the process does. */
  ended: Promise<number | null>;
  stop: () => Promise<void>;
}

/** The program of the server. Throws a sentence where there is no build of it; in development Next builds what is asked for. */
export function builtServer(mode: 'production' | 'development' = 'production'): string {
  const program = 'dist/server.mjs';
  if (!existsSync(program) || (mode === 'production' && !existsSync('.next/BUILD_ID')))
    throw new StartProblem('There is no build to serve: run npm run build.');
  return program;
}

/** Starts the front server in a process of its own, and waits until it listens. Rejects if it ends before. */
export async function startServing(
  port: number,
  databaseUrl: string,
  mode: 'production' | 'development',
  settings: Record<string, string> = {},
): Promise<Serving> {
  const child = fork(builtServer(mode), {
    env: {
      // With an arena for each of its threads, glibc holds on to a lot of memory that nobody uses.
      MALLOC_ARENA_MAX: '2',
      ...process.env,
      NODE_ENV: mode,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      NEXT_TELEMETRY_DISABLED: '1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  // What Next says while it starts would tear our own line of progress apart; it matters only if the start fails.
  let said = '';
  const listen = (chunk: unknown) => {
    said += String(chunk);
  };
  child.stdout?.on('data', listen);
  await Promise.race([
    new Promise<void>((resolve) => child.once('message', () => resolve())),
    ended.then(() => Promise.reject(new Error(`the server ended before it listened\n${said}`))),
  ]);
  child.stdout?.off('data', listen);
  child.stdout?.pipe(process.stdout);
  return {
    pid: child.pid as number,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Milliseconds between two looks whether npm is still there. */
const lookEvery = 250;

/**
 * Stops in order, once, when somebody asks for it: the server first, then what it stands on. Whoever stops `npm run …` stops npm,
 * and between it and us is a shell that says nothing when it ends: where it is gone, we were meant.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const stopNow = () => {
    if (stopping) return;
    stopping = true;
    process.stdout.write('\nstopping …\n');
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopNow);
  // Nobody may read what is said any more.
  process.stdout.on('error', () => undefined);
  const { ppid } = process;
  if (process.env.npm_lifecycle_event && process.platform !== 'win32')
    setInterval(() => {
      if (process.ppid !== ppid) stopNow();
    }, lookEvery).unref();
}
