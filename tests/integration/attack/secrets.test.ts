import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { authSecret } from '@/accounts/secret';
import { connect } from '@/database/client';
import { addWebhook } from '@/editorial/webhooks';
import { backup } from '@/exchange/backup/backup';
import { freshDatabase } from '../database';
import { emailOf, password, people, type Site, startSite } from './site';

describe('the secret that signs sessions', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tracker-secret-'));
    process.env.DATA_DIR = folder;
  });
  afterEach(async () => {
    delete process.env.DATA_DIR;
    delete process.env.AUTH_SECRET;
    await rm(folder, { recursive: true, force: true });
  });
  const file = () => path.join(folder, 'auth-secret');

  it('is made once, by whichever of many that start at once, for its owner alone', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => authSecret()));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]?.length).toBeGreaterThanOrEqual(43);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect((await readFile(file(), 'utf8')).trim()).toBe(secrets[0]);
    expect(await authSecret()).toBe(secrets[0]);
  });

  it('is refused where others can read it, or where it is none, in one line that says what to do', async () => {
    const secret = await authSecret();
    for (const mode of [0o644, 0o640, 0o606]) {
      await chmod(file(), mode);
      await expect(authSecret()).rejects.toThrow(/Others can read .*chmod 600/);
      await expect(authSecret()).rejects.not.toThrow(secret);
    }
    await chmod(file(), 0o600);
    await writeFile(file(), '');
    await expect(authSecret()).rejects.toThrow(/holds no secret/);
    process.env.AUTH_SECRET = 'short';
    await expect(authSecret()).rejects.toThrow(/at least 32/);
    process.env.AUTH_SECRET = 'x'.repeat(32);
    expect(await authSecret()).toBe('x'.repeat(32));
  });

  it('is asked for where no file can be written', async () => {
    await writeFile(path.join(folder, 'in-the-way'), '');
    process.env.DATA_DIR = path.join(folder, 'in-the-way');
    await expect(authSecret()).rejects.toThrow(/Set AUTH_SECRET, or DATA_DIR/);
  });
});

describe('a running site', () => {
  const secret = 'the-secret-of-this-test-0123456789';
  const metrics = 'the-metrics-token-of-this-test';
  let site: Site;
  beforeAll(async () => {
    site = await startSite({ AUTH_SECRET: secret, METRICS_TOKEN: metrics, LOG_LEVEL: 'debug' });
  }, 240_000);
  afterAll(() => site?.stop());

  it('says none of its secrets in logs, errors, health, figures or pages, whatever goes wrong', async () => {
    await addWebhook(site.client, 'https://hooks.example.org/x');
    const { secret: hook } = await site.client.webhook.findFirstOrThrow();
    const { password: hash } = await site.client.account.findFirstOrThrow();
    const cookies = people.map((name) => site.cookies[name]);
    const answers: string[] = [];
    const take = async (answer: Promise<{ text: string; headers: object }>) => {
      const { text, headers } = await answer;
      answers.push(text, JSON.stringify({ ...headers, 'set-cookie': '' }));
    };
    const bearer = { authorization: `Bearer ${site.tokens.publish}`, cookie: site.cookies.admin };
    for (const address of [
      '/',
      '/vendors?token=x',
      '/api/health',
      '/api/metrics',
      '/api/v1/openapi.json',
      '/api/v1/proposals/1',
      '/api/v1/no-such',
      '/llms.txt',
      '/editor/account',
      '/editor/accounts',
      '/data/all.ndjson',
    ])
      await take(site.ask({ address, headers: bearer }));
    // Whoever puts a password into an address sees it again, but nobody reads it in the log.
    await site.ask({ address: `/sign-in?${new URLSearchParams({ password })}` });
    await take(site.post('/api/sign-in', { email: emailOf('admin'), password: `${password} wrong` }));
    await take(
      site.post(
        '/api/account/password',
        { current: password, password: 'x' },
        { cookie: site.cookies.editor },
      ),
    );
    await take(
      site.post('/api/accounts', { email: 'x', password, role: 'admin' }, { cookie: site.cookies.admin }),
    );
    // The database goes away in the middle: its errors are the ones that would name its address.
    const name = new URL(site.databaseUrl).pathname.slice(1);
    const maintenance = new URL(site.databaseUrl);
    maintenance.pathname = '/postgres';
    const admin = connect(maintenance.href);
    await admin.$executeRawUnsafe(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await admin.$executeRawUnsafe(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
    );
    for (const address of [
      '/editor',
      '/vendors/baidu',
      '/api/v1/edition',
      '/charts/rounds.csv',
      '/api/health',
    ])
      await take(site.ask({ address, headers: bearer }));
    await take(site.post('/api/sign-in', { email: emailOf('admin'), password }));
    for (const [address, form] of [
      ['/api/news', { text: '甲公司完成A轮融资' }],
      ['/api/account/password', { current: password, password }],
      ['/api/accounts', { email: 'x@example.org', name: 'x', password }],
    ] as const)
      await take(site.post(address, form, { cookie: site.cookies.admin }));
    await admin.$executeRawUnsafe(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await admin.$disconnect();

    const told = [site.printed(), ...answers].join('\n');
    expect(site.printed()).toContain('database unreachable');
    for (const [what, kept] of Object.entries({
      'the cookie secret': secret,
      'the metrics token': metrics,
      'the database password': new URL(site.databaseUrl).password,
      'the database address': site.databaseUrl,
      'a password': password,
      'a password as a form sends it': new URLSearchParams({ password }).toString(),
      'a hash of a password': hash ?? '',
      'a token': site.tokens.publish,
      'a secret of a webhook': hook,
    })) {
      expect([what, kept.length > 8]).toEqual([what, true]);
      const at = told.indexOf(kept);
      expect([what, at === -1 ? '' : told.slice(Math.max(0, at - 200), at + 100)]).toEqual([what, '']);
    }
    for (const cookie of cookies) expect(told).not.toContain(cookie.split(/[=.;]/)[1]);
  });

  it('has no session and no cookie secret in its backup, and tokens as hashes alone', async () => {
    const client = connect(site.databaseUrl);
    // As a database of an earlier version had it.
    const sessions = await client.session.findMany();
    expect(sessions.length).toBeGreaterThan(0);
    const parts: Uint8Array[] = [];
    for await (const part of backup(site.databaseUrl)) parts.push(part);
    const text = Buffer.concat(parts).toString('utf8');
    await client.$disconnect();
    expect(text).toContain(emailOf('admin'));
    for (const { token } of sessions) expect(text).not.toContain(token);
    for (const kept of [
      secret,
      'auth-secret',
      password,
      ...Object.values(site.tokens),
      'COPY public."session"',
    ])
      expect([kept, text.includes(kept)]).toEqual([kept, false]);
  });
});

it('is taken out of the database of an earlier version, which kept it there', async () => {
  const client = connect(await freshDatabase());
  await client.setting.create({ data: { name: 'auth-secret', value: 'x' } });
  await client.setting.create({ data: { name: 'set-up', value: 'y' } });
  const folder = 'prisma/migrations/20261125010000_secret_out_of_database';
  const sql = await readFile(path.join(folder, 'migration.sql'), 'utf8');
  for (const statement of sql.split(';'))
    if (/[A-Z]/.test(statement)) await client.$executeRawUnsafe(statement);
  expect((await client.setting.findMany()).map(({ name }) => name)).toEqual(['set-up']);
  await client.$disconnect();
});
