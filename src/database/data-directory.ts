import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setting } from '@/domain/settings';
import { StartProblem } from './start-problem';

/** Where the embedded database and its files live: `DATA_DIR`, or `.data` in the project. */
export function dataDirectory(): string {
  return path.resolve(setting('DATA_DIR'));
}

/** When the process began, in clock ticks since boot; tells a process from a later one with the same number. */
async function processStart(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Does a process of that number run? */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function holder(lock: string): Promise<number | null> {
  const [pidText = '', start = ''] = (await readFile(lock, 'utf8').catch(() => '')).split(' ');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid || !isRunning(pid)) return null;
  const now = await processStart(pid);
  return now === null || start === '' || now === start ? pid : null;
}

function explained(error: unknown, directory: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC') {
    return new StartProblem(
      `The disk that holds ${directory} is full. Free some space, or set DATA_DIR to another disk.`,
    );
  }
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new StartProblem(`${directory} is, or lies in, a file. Set DATA_DIR to a folder.`);
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new StartProblem(
      `${directory} cannot be written. Give this user the right to, or set DATA_DIR to a folder that it owns.`,
    );
  }
  return error;
}

/**
 * Makes the data directory and takes it for this process. A lock left by a process that was killed is taken over.
 * Throws `StartProblem` if a living process holds it. Returns what gives it back.
 */
export async function takeDataDirectory(directory: string): Promise<() => Promise<void>> {
  const lock = path.join(directory, 'process.lock');
  try {
    await mkdir(directory, { recursive: true });
    const mine = `${process.pid} ${(await processStart(process.pid)) ?? ''}`;
    try {
      const file = await open(lock, 'wx');
      await file.writeFile(mine);
      await file.close();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const other = await holder(lock);
      if (other !== null) {
        throw new StartProblem(
          `${directory} is in use by process ${other}. Stop that one first (kill ${other}), or set DATA_DIR to another folder.`,
        );
      }
      await writeFile(lock, mine);
    }
  } catch (error) {
    throw explained(error, directory);
  }
  return () => rm(lock, { force: true });
}
