import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { setting, settingProblems, settingsSchema } from './settings';

afterEach(() => {
  for (const name of ['PUBLIC_URL', 'TRUST_PROXY', 'PORT']) delete process.env[name];
});

describe('a setting', () => {
  it('that is none is told in a sentence that says what to write', () => {
    const wrong: [string, string, RegExp][] = [
      ['PUBLIC_URL', 'ai.example.org', /^PUBLIC_URL is "ai\.example\.org": .*https:\/\/ai\.example\.org\.$/],
      ['PUBLIC_URL', 'ai.example.org:8443', /begin with https:\/\/.*https:\/\/ai\.example\.org:8443\.$/],
      ['PUBLIC_URL', 'localhost:3000', /begin with https:\/\/ \(or http:\/\/\)/],
      ['PUBLIC_URL', 'ftp://ai.example.org', /begin with https/],
      ['PUBLIC_URL', 'https://', /no address/],
      ['PUBLIC_URL', 'https://example.org/landscape', /has a path/],
      ['PUBLIC_URL', 'https://example.org/?a=b', /after the host/],
      ['PORT', '0', /whole number from 1 to 65535/],
      ['PORT', '3000a', /whole number/],
      ['PORT', '1e3', /whole number/],
      ['TRUST_PROXY', 'true', /how many proxies/],
      ['TRUST_PROXY', '10.0.0.0/8, everything', /how many proxies/],
      ['TRUST_PROXY', '-1', /how many proxies/],
      ['TRUST_PROXY', '10.0.0.0/99', /how many proxies/],
      ['TRUST_PROXY', '999.1.1.1', /how many proxies/],
      ['DATABASE_URL', 'localhost/tracker', /postgresql:\/\//],
      ['DATABASE_REPLICA_URLS', 'postgresql://a/b, mysql://a/b', /address 2/],
      ['DATABASE_CONNECTIONS', '0', /from 1 to 1000/],
      ['METRICS_TOKEN', 'short', /at least 16/],
      ['LOG_LEVEL', 'loud', /trace, debug/],
      ['WEBHOOKS_TO_PRIVATE_ADDRESSES', 'yes', /write 1/],
      ['DRAIN_SECONDS', '5s', /whole number/],
      ['ALLOWED_HOSTS', 'https://a.example', /write hosts/],
    ];
    for (const [name, value, said] of wrong) {
      const problems = settingProblems({ [name]: value });
      expect([name, value, problems.length]).toEqual([name, value, 1]);
      expect(problems[0]).toMatch(said);
    }
  });

  it('that is secret, or holds a password, is not repeated', () => {
    for (const environment of [
      { AUTH_SECRET: 'a-short-secret' },
      { METRICS_TOKEN: 'a-short-secret' },
      { DATABASE_URL: 'mysql://user:a-short-secret@host/database' },
      { PUBLIC_URL: 'https://user:a-short-secret@ai.example.org' },
    ])
      expect(settingProblems(environment).join()).toMatch(/^[A-Z_]+: (?!.*a-short-secret)/);
  });

  it('that is left empty is not set, and every problem is told at once', () => {
    const empty = Object.fromEntries(Object.keys(settingsSchema.shape).map((name) => [name, ' ']));
    expect(settingProblems(empty)).toEqual([]);
    expect(settingProblems({})).toEqual([]);
    expect(settingProblems({ PORT: 'x', LOG_LEVEL: 'x' })).toHaveLength(2);
  });

  it('is read as it stands now', () => {
    expect(setting('PORT')).toBe(3000);
    process.env.PORT = '3001';
    expect(setting('PORT')).toBe(3001);
    process.env.TRUST_PROXY = 'loopback,10.0.0.0/8 , ::1';
    expect(setting('TRUST_PROXY')).toEqual(['loopback', '10.0.0.0/8', '::1']);
    process.env.PUBLIC_URL = 'HTTPS://AI.example.org:443/';
    expect(setting('PUBLIC_URL')).toBe('https://ai.example.org');
  });
});

describe('the settings', () => {
  /** What the environment says that is no setting of the product: of Node, of libraries, of one process to another. */
  const notSettings = new Set(['NODE_ENV', 'FONTCONFIG_FILE', 'PICTURE_WORKER', 'READING_WORKER']);

  it('are read here and nowhere else', () => {
    const files = ['src', 'scripts'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) =>
        /\.tsx?$/.test(name) && !/\.test\.tsx?$|database\/generated|domain\/settings\.ts$/.test(name)
          ? [path.join(folder, name)]
          : [],
      ),
    );
    const known = new Set(Object.keys(settingsSchema.shape));
    for (const file of files)
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/process\.env\.(\w+)/g)) {
        const allowed =
          notSettings.has(name) ||
          (file.startsWith('scripts') && !known.has(name)) ||
          // What a script chooses for what it starts.
          /^scripts\/(?:pictures|up)\.ts$/.test(file);
        expect([file, name, allowed]).toEqual([file, name, true]);
      }
  });

  it('are the table in the README, one line each', () => {
    const rows = Object.entries(settingsSchema.shape).map(([name, schema]) => {
      const { shown, description } = schema.meta() as { shown: string; description: string };
      return `| \`${name}\` | ${shown} | ${description} |`;
    });
    expect(readFileSync('README.md', 'utf8')).toContain(rows.join('\n'));
  });
});
