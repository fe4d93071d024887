import { mkdir, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * Bundles what runs in browsers (`src/browser/page.ts`), in parts that are loaded when they are needed. Names carry a
 * hash of the content, so that a browser never asks twice for the same file. Each is also written compressed as well
 * as can be, which takes too long to do while a reader waits.
 */
export async function bundleBrowserScripts(outdir = 'dist/browser'): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  const { outputFiles } = await build({
    entryPoints: ['src/browser/page.ts'],
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  await mkdir(outdir, { recursive: true });
  for (const { path, contents } of outputFiles) {
    await writeFile(path, contents);
    await writeFile(`${path}.br`, brotliCompressSync(contents));
  }
}
