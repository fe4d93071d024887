import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

/**
 * Bundles what runs in browsers (`src/browser/page.ts`), in parts that are loaded when they are needed. Names carry a
 * hash of the content, so that a browser never asks twice for the same file.
 */
export async function bundleBrowserScripts(outdir = 'dist/browser'): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  await build({
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
    logLevel: 'warning',
  });
}
