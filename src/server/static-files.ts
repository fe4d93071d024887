import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type KeptAnswer, keptAnswer } from './kept-answer';
import type { PageScript } from './light-page';
import { type StyleSheet, styleSheet, usedByScript } from './page-styles';

/** Where each public folder lies. The names of the files in them carry a hash: what is under a name never changes. */
const folders: Readonly<Record<string, string>> = {
  '/scripts/': 'dist/browser',
  '/_next/static/': '.next/static',
};
/** Where the build names the scripts that it writes into pages. */
const inlineScriptsFile = 'dist/inline-scripts.json';
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Scripts and style sheets of the build, by their public addresses: read when the server starts. */
export class StaticFiles {
  readonly #sheets = new Map<string, StyleSheet>();
  #pageScript: PageScript | null = null;

  private constructor(
    private readonly files: ReadonlyMap<string, KeptAnswer>,
    /** The texts of the scripts that pages of this build hold. */
    readonly inlineScripts: readonly string[],
  ) {}

  /** Reads what the build made. In development Next makes and serves its own files. */
  static async ofBuild(dev: boolean): Promise<StaticFiles> {
    const files = new Map<string, KeptAnswer>();
    for (const [address, folder] of Object.entries(folders)) {
      if (dev && address.startsWith('/_next/')) continue;
      for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
        const place = path.join(entry.parentPath, entry.name);
        const type = types[path.extname(place)];
        if (!entry.isFile() || !type) continue;
        const headers = {
          'content-type': type,
          'cache-control': 'public, max-age=31536000, immutable',
          // A frame in a sandbox has no origin, so that what it loads comes from elsewhere.
          'access-control-allow-origin': '*',
        };
        const name = path.relative(folder, place).replaceAll(path.sep, '/');
        const file = keptAnswer(200, headers, await readFile(place));
        const brotli = await readFile(`${place}.br`).catch(() => null);
        if (brotli) Object.assign(file, { brotli: Promise.resolve(brotli), smallest: true });
        files.set(address + name, file);
      }
    }
    return new StaticFiles(files, JSON.parse(await readFile(inlineScriptsFile, 'utf8')) as string[]);
  }

  /** The script of every page. */
  get pageScript(): PageScript {
    this.#pageScript ??= this.#findPageScript();
    return this.#pageScript;
  }

  #findPageScript(): PageScript {
    for (const [address, { body }] of this.files)
      if (address.startsWith('/scripts/page-')) return { address, uses: usedByScript(body.toString('utf8')) };
    throw new Error('dist/browser has no script for pages: run npm run build');
  }

  /** The file at an address, ready to be sent; null where there is none. */
  find(address: string): KeptAnswer | null {
    return this.files.get(address) ?? null;
  }

  /** The style sheet at an address; null where there is none. */
  sheet(address: string): StyleSheet | null {
    const known = this.#sheets.get(address);
    if (known) return known;
    const file = this.files.get(address);
    if (!file) return null;
    const sheet = styleSheet(file.body.toString('utf8'));
    this.#sheets.set(address, sheet);
    return sheet;
  }
}
