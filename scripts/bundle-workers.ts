import { type BuildOptions, build, context } from 'esbuild';

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

const pictureWorker = {
  ...shared,
  entryPoints: ['src/charts/engine/picture-worker.tsx'],
  outfile: 'dist/picture-worker.mjs',
  jsx: 'automatic',
  external: ['sharp', 'happy-dom'],
} satisfies BuildOptions;

/**
 * Bundles the picture worker (`src/charts/engine/picture-worker.tsx`) into one file. React and Recharts go in, in their
 * production form; sharp (native) and happy-dom (large) stay outside, so `outfile` must lie below this project.
 */
export async function bundlePictureWorker(outfile: string = pictureWorker.outfile): Promise<void> {
  await build({ ...pictureWorker, outfile });
}

/** Bundles it again whenever one of its sources changes, until the process ends: the next picture is drawn by the new one. */
export async function watchPictureWorker(): Promise<void> {
  const bundling = await context(pictureWorker);
  await bundling.watch();
}

/** Bundles the worker that reads news and tables (`src/app/reading-worker.ts`) into one file. */
export async function bundleReadingWorker(outfile = 'dist/reading-worker.mjs'): Promise<void> {
  await build({ ...shared, entryPoints: ['src/app/reading-worker.ts'], outfile });
}
