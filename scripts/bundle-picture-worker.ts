import { build } from 'esbuild';

/**
 * Bundles the picture worker (`src/charts/picture-worker.tsx`) into one file. React and Recharts go in, in their
 * production form; sharp (native) and happy-dom (large) stay outside, so `outfile` must lie below this project.
 */
export async function bundlePictureWorker(outfile = 'dist/picture-worker.mjs'): Promise<void> {
  await build({
    entryPoints: ['src/charts/picture-worker.tsx'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    external: ['sharp', 'happy-dom'],
    define: { 'process.env.NODE_ENV': '"production"' },
    // CommonJS packages inside the bundle call require for Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
