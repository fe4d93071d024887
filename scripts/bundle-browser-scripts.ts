import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
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
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  write: false,
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

const charts = path.resolve('src/charts');

/** Puts the drawings of all charts into one file, as they are small: each by itself would be a dozen journeys. */
const drawingsTogether: Plugin = {
  name: 'drawings together',
  setup: ({ onLoad }) => {
    onLoad({ filter: /src.charts.drawings\.ts$/ }, async () => {
      const folders = (await readdir(charts)).filter((name) =>
        existsSync(path.join(charts, name, 'drawing.ts')),
      );
      const imports = folders.map((name, at) => `import { drawing as _${at} } from './${name}/drawing';`);
      const entries = folders.map((name, at) => `'${name}': _${at}`);
      const load = `const all = { ${entries} };\nexport const loadDrawing = async (chart) => all[chart];`;
      return { contents: [...imports, load].join('\n'), resolveDir: charts };
    });
  },
};

/**
 * Bundles what runs in browsers: the script of every page in one file, so that it takes one journey, and the parts that
 * it loads when they are needed. Names carry a hash of the content, so that a browser never asks twice for the same
 * file. Each is also written compressed as well as can be, which takes too long to do while a reader waits.
 */
export async function bundleBrowserScripts(outdir = 'dist/browser'): Promise<void> {
  await rm(outdir, { recursive: true, force: true });
  const parts = await build({
    ...shared,
    entryPoints: ['src/browser/live-page.ts', 'src/browser/passkeys.ts'],
    outdir,
    splitting: true,
    plugins: [drawingsTogether],
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
}
