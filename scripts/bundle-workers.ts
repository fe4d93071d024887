import { type BuildOptions, build } from 'esbuild';

/** One file that a thread runs by itself. */
const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  define: { 'process.env.NODE_ENV': '"production"' },
  // CommonJS packages inside the bundle call require for Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Bundles the picture worker (`src/charts/engine/picture-worker.tsx`) into one file. React and Recharts go in, in their
 * production form; sharp (native) and happy-dom (large) stay outside, so `outfile` must lie below this project.
 */
export async function bundlePictureWorker(outfile = 'dist/picture-worker.mjs'): Promise<void> {
  await build({
    ...shared,
    entryPoints: ['src/charts/engine/picture-worker.tsx'],
    outfile,
    jsx: 'automatic',
    external: ['sharp', 'happy-dom'],
  });
}

/** Bundles the worker that reads news and tables (`src/app/reading-worker.ts`) into one file. */
export async function bundleReadingWorker(outfile = 'dist/reading-worker.mjs'): Promise<void> {
  await build({ ...shared, entryPoints: ['src/app/reading-worker.ts'], outfile });
}
