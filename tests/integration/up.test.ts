import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '@/database/free-port';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tracker-up-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts `npm run up` as somebody does in a shell; `said` resolves once it has printed that. */
function npmRunUp(environment: Record<string, string>) {
  const child = spawn('npm', ['run', 'up'], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  // Closed once nobody is left who could write: neither npm nor whatever it started.
  const over = once(child, 'close');
  const said = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => output.includes(text) && resolve();
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => {
          output += String(chunk);
          look();
        });
      void over.then(() => reject(new Error(`it ended without saying "${text}":\n${output}`)));
    });
  return { child, said, over, output: () => output };
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, () => resolve(true));
  });
  if (free) await new Promise((resolve) => probe.close(resolve));
  return free;
}

describe('npm run up', () => {
  const left = async (port: number) => {
    const isThere = (file: string) =>
      access(path.join(folder, file)).then(
        () => true,
        () => false,
      );
    return {
      free: await isFree(port),
      lock: await isThere('process.lock'),
      postgres: await isThere('postgres/postmaster.pid'),
    };
  };
  const nothing = { free: true, lock: false, postgres: false };

  it('stops with all that it started when npm is asked to stop', async () => {
    const port = await freePort();
    const { child, said, over } = npmRunUp({ PORT: String(port), HOST: '127.0.0.1' });
    await said('Ctrl-C stops it');
    expect((await fetch(`http://127.0.0.1:${port}/api/health/live`)).status).toBe(200);
    expect((await readFile(path.join(folder, 'process.lock'), 'utf8')).length).toBeGreaterThan(1);
    child.kill('SIGTERM');
    await over;
    expect(await left(port)).toEqual(nothing);
  }, 400_000);

  it('stops also what it had only begun', async () => {
    const port = await freePort();
    const { child, said, over } = npmRunUp({ PORT: String(port) });
    await said('PostgreSQL in');
    child.kill('SIGTERM');
    await over;
    expect(await left(port)).toEqual(nothing);
  }, 120_000);

  it('does not start with a setting that is none, and says what to write', async () => {
    for (const [setting, value, words] of [
      ['PUBLIC_URL', 'ai.example.org', 'begin with https://'],
      ['PUBLIC_URL', 'https://example.org/landscape', 'has a path'],
      ['TRUST_PROXY', 'yes', 'how many proxies'],
    ] as const) {
      const { child, over, output, said } = npmRunUp({ [setting]: value });
      await said(words);
      await over;
      expect([setting, child.exitCode]).toEqual([setting, 1]);
      expect(output()).not.toContain('PostgreSQL');
    }
  }, 60_000);
});
