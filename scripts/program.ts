import { type ChildProcess, spawn } from 'node:child_process';
import { StartProblem } from '@/database/start-problem';

/** How a program ended, and what it printed. */
export interface Ended {
  code: number | null;
  output: string;
}

/** Programs that are running now, so that they can be ended with us. */
const running = new Set<ChildProcess>();

/** A program that runs until it is stopped. */
export interface Started {
  pid: number;
  ended: Promise<Ended>;
  /** Asks it to stop, and waits until it has. */
  stop: () => Promise<void>;
}

/** Starts a program and collects what it prints. It gets a process group of its own. */
export function startProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  cwd?: string,
): Started {
  const child = spawn(command, args, {
    env,
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(child);
      resolve({ code, output });
    });
  });
  // Whoever only stops it does not ask how it ended.
  ended.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs a program to its end and collects what it prints. */
export function runProgram(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  cwd?: string,
): Promise<Ended> {
  return startProgram(command, args, env, cwd).ended;
}

/** Ends every program that `runProgram` started, with whatever it started itself. */
export function endPrograms(): void {
  for (const { pid } of running) {
    if (pid === undefined) continue;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** The same, for programs that must succeed: throws with the end of what was printed. */
export async function mustRun(
  what: string,
  command: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
  cwd?: string,
): Promise<void> {
  const { code, output } = await runProgram(command, args, env, cwd);
  if (code !== 0)
    throw new StartProblem(`${what} failed:\n${output.trim().split('\n').slice(-30).join('\n')}`);
}
