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

/** An IPv4 address as `/proc/net/tcp` and, within an IPv6 address, `/proc/net/tcp6` write it. */
function written(address: string): string {
  return address
    .split('.')
    .reverse()
    .map((part) => Number(part).toString(16).padStart(2, '0').toUpperCase())
    .join('');
}

/**
 * Connections from an address that whoever listens on the port has open: one that it has closed counts no more, also where
 * its client has not noticed.
 */
export async function connectionsFrom(address: string, port: number): Promise<number> {
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  );
  const here = `:${port.toString(16).padStart(4, '0').toUpperCase()}`;
  return tables
    .flatMap((table) => table.split('\n').map((line) => line.trim().split(/\s+/)))
    .filter(
      // 01: established.
      ([, local = '', remote = '', state]) =>
        state === '01' && local.endsWith(here) && remote.slice(0, -5).endsWith(written(address)),
    ).length;
}
