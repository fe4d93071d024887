import { readdir, readFile } from 'node:fs/promises';

/** Bytes of memory that a process holds (RSS). */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

/** Files, sockets and pipes that a process holds open. */
export async function handlesOf(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`)).length;
}

export const megabyte = 1024 * 1024;
