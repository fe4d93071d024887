import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { bundleBrowserScripts } from './bundle-browser-scripts';

/** Bytes, compressed, that each script has at most. Passkeys are for who signs in with one. */
const most = { page: 8_000, 'live-page': 6_000, passkeys: 16_000 } as const;

it('gives browsers a few small packages and the words that they need: no React, no zod, no charts', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'browser-'));
  const sources = await bundleBrowserScripts(folder);
  const packages = sources.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  const ofPasskeys = [
    '@better-auth/core',
    '@better-auth/passkey',
    '@better-fetch/fetch',
    '@simplewebauthn/browser',
    'better-auth',
    'better-call',
    'defu',
    'nanostores',
  ];
  expect(packages.filter((name) => !ofPasskeys.includes(name))).toEqual(['idiomorph']);
  expect(sources.filter((file) => !/^(node_modules|src\/(browser|i18n))\//.test(file))).toEqual([]);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.br'));
  expect(files).toHaveLength(Object.keys(most).length);
  for (const [name, bytes] of Object.entries(most)) {
    const file = files.find((each) => each.startsWith(`${name}-`)) ?? '';
    expect([name, (await stat(path.join(folder, file))).size < bytes]).toEqual([name, true]);
  }
  await rm(folder, { recursive: true });
});
