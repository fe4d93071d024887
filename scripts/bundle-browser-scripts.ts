import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type BuildOptions, build, type OutputFile, type Plugin } from 'esbuild';

const shared = {
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'esm',
  target: ['chrome109', 'firefox115', 'safari16.4'],
  legalComments: 'none',
  write: false,
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/** Leaves `import()` of a part that is bundled by itself to the browser, under the part's name with its hash. */
function partsByName(parts: readonly OutputFile[]): Plugin {
  return {
    name: 'parts by name',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^\.\// }, ({ kind, path: wanted }) => {
        const name = path.basename(wanted);
        const part = parts.find((file) => path.basename(file.path).startsWith(`${name}-`));
        return kind === 'dynamic-import' && part
          ? { path: `./${path.basename(part.path)}`, external: true }
          : null;
      });
    },
  };
}

/**
 * Bundles what runs in browsers: the script of every page in one file, so that it takes one journey, and the parts that
 * it loads when they are needed. Names carry a hash of the content, so that a browser never asks twice for the same
 * file. Each is also written compressed as well as can be, which takes too long to do while a reader waits. Gives the files
 * that they were made of.
 */
export async function bundleBrowserScripts(outdir = 'dist/browser'): Promise<string[]> {
  await rm(outdir, { recursive: true, force: true });
  const parts = await build({
    ...shared,
    entryPoints: ['src/browser/live-page.ts', 'src/browser/passkeys.ts'],
    outdir,
    splitting: true,
  });
  const page = await build({
    ...shared,
    entryPoints: ['src/browser/page.ts'],
    outdir,
    plugins: [partsByName(parts.outputFiles)],
  });
  await mkdir(outdir, { recursive: true });
  for (const { path: file, contents } of [...parts.outputFiles, ...page.outputFiles]) {
    await writeFile(file, contents);
    await writeFile(`${file}.br`, brotliCompressSync(contents));
  }
  return [parts, page].flatMap(({ metafile }) => Object.keys(metafile.inputs));
}
