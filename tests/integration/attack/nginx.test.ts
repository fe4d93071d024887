import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '@/database/free-port';
import { cookiesOf, emailOf, password, type Site, startSite } from './site';

/** The configuration is tried where there is an nginx; its text is the one that is shipped, but for folders and ports. */
const there = spawnSync('nginx', ['-v']).status === 0;

let folder: string;
let site: Site;
let nginx: ChildProcess;
let port: number;

beforeAll(async () => {
  if (!there) return;
  folder = await mkdtemp(path.join(tmpdir(), 'tracker-nginx-'));
  await mkdir(path.join(folder, 'run'));
  // Where it starts as root, its workers are somebody else: the folder is theirs to enter.
  site = await startSite({ NGINX_FOLDER: path.join(folder, 'run') });
  port = await freePort();
  const shipped = await readFile('deploy/nginx.conf', 'utf8');
  const configuration = shipped
    .replaceAll('/run/ai-landscape', path.join(folder, 'run'))
    .replaceAll('/var/cache/ai-landscape', path.join(folder, 'cache'))
    .replace('listen 80 ', `listen 127.0.0.1:${port} `)
    .replace('127.0.0.1:3000', `127.0.0.1:${site.port}`);
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  await writeFile(path.join(folder, 'nginx.conf'), `${user}daemon off;\n${configuration}`);
  nginx = spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' });
  for (let tries = 0; tries < 1000; tries++)
    if (
      await fetch(`http://127.0.0.1:${port}/api/health/live`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
}, 240_000);
afterAll(async () => {
  if (!there) return;
  nginx.kill('SIGTERM');
  await once(nginx, 'exit');
  await site.stop();
  await rm(folder, { recursive: true, force: true });
});

/** What nginx keeps on disk, as text. */
async function kept(): Promise<string[]> {
  const files = await readdir(path.join(folder, 'cache'), { recursive: true, withFileTypes: true });
  return Promise.all(
    files
      .filter((file) => file.isFile())
      .map((file) => readFile(path.join(file.parentPath, file.name), 'latin1')),
  );
}

describe.skipIf(!there)('behind the nginx of deploy/, on a port of its own', () => {
  const ask = (address: string, headers: Record<string, string> = {}) =>
    site.ask({ address, headers: { host: `127.0.0.1:${port}`, ...headers } }, port);
  const signIn = (origin: string) =>
    site.ask(
      {
        method: 'POST',
        address: '/api/sign-in',
        headers: {
          host: `127.0.0.1:${port}`,
          origin,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({
          lang: 'zh',
          email: emailOf('admin'),
          password,
          next: '/editor',
        }).toString(),
      },
      port,
    );

  it('signs in, and takes no form of another port or scheme', async () => {
    expect((await signIn(`http://127.0.0.1:${port}`)).status).toBe(303);
    for (const origin of ['http://127.0.0.1', `https://127.0.0.1:${port}`, 'http://evil.example'])
      expect([origin, (await signIn(origin)).status]).toEqual([origin, 403]);
  });

  it('keeps what is for everybody, and nothing that is one person’s, however its address is written', async () => {
    const cookie = cookiesOf(await signIn(`http://127.0.0.1:${port}`));
    for (const address of [
      '/x/%2e%2e/editor/account',
      '/x/../editor/account',
      '/./editor/account',
      '//editor/account',
      '/%65ditor/account',
      '/editor%2faccount',
      '/zh/../editor/account',
      '/_next/static/../../editor/account',
      '/_next/static/%2e%2e/%2e%2e/editor/account',
      '/scripts/..%2feditor/account',
      '/editor/account',
    ]) {
      const mine = await ask(address, { cookie });
      expect([address, mine.status < 500]).toEqual([address, true]);
      const theirs = await ask(address);
      expect([address, theirs.text.includes(emailOf('admin'))]).toEqual([address, false]);
    }
    expect((await ask('/editor/account', { cookie })).text).toContain(emailOf('admin'));
    const page = await ask('/vendors', { cookie, range: 'bytes=0-9' });
    const whole = await ask('/vendors');
    expect(whole.bytes.length).toBeGreaterThan(page.status === 206 ? page.bytes.length : 1000);
    const files = await kept();
    expect(files.length).toBeGreaterThan(0);
    for (const text of files) expect(text).not.toContain(emailOf('admin'));
  });

  it('says no figures', async () => {
    expect((await ask('/api/metrics')).status).toBe(404);
  });
});
