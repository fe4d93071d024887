import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { build as bundle } from 'esbuild';
import { bundleBrowserScripts } from './bundle-browser-scripts';
import { bundlePictureWorker, bundleReadingWorker } from './bundle-workers';
import { inlineScripts } from './inline-scripts';
import { mustRun } from './program';
import { giveUp, step } from './progress';
import { fingerprint, isFresh, noteFresh } from './staleness';

const sources = [
  'src',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'scripts/build.ts',
  'scripts/bundle-browser-scripts.ts',
  'scripts/bundle-workers.ts',
  'scripts/inline-scripts.ts',
];
const notPartOfIt = /src\/database\/generated|\.test\.tsx?$/;
const stamp = 'dist/.made-from';

/** Bundles what runs outside Next: the front server, the worker that draws pictures, what runs in browsers. */
export async function bundlePrograms(): Promise<void> {
  await bundlePictureWorker();
  await bundleReadingWorker();
  await bundleBrowserScripts();
  await writeFile('dist/inline-scripts.json', JSON.stringify(inlineScripts));
  await bundle({
    entryPoints: { server: 'src/server/main.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'silent',
  });
}

/** Is there a production build of exactly these sources? */
export async function buildIsFresh(): Promise<boolean> {
  return existsSync('.next/BUILD_ID') && (await isFresh(stamp, await fingerprint(sources, notPartOfIt)));
}

/** Makes the production build. */
export async function build(): Promise<void> {
  await mkdir('dist', { recursive: true });
  const print = await fingerprint(sources, notPartOfIt);
  await bundlePrograms();
  await mustRun('next build', process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  await noteFresh(stamp, print);
}

if (process.argv[1]?.endsWith('build.mjs')) {
  try {
    await step('build', 'production build', build);
  } catch (error) {
    giveUp(error);
  }
}
