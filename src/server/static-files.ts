import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type KeptAnswer, keptAnswer } from './kept-answer';

/** Where each public folder lies. The names of the files in them carry a hash: what is under a name never changes. */
const folders: Readonly<Record<string, string>> = {
  '/scripts/': 'dist/browser',
  '/_next/static/': '.next/static',
};
const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const brotlied = promisify(brotliCompress);

/** Scripts and style sheets of the build, each read and compressed once, when first asked for. */
export class StaticFiles {
  readonly #kept = new Map<string, Promise<KeptAnswer>>();

  private constructor(
    /** Places on disk by public path. */
    private readonly places: ReadonlyMap<string, string>,
  ) {}

  /** Looks what the build made. In development Next makes and serves its own files. */
  static async ofBuild(dev: boolean): Promise<StaticFiles> {
    const places = new Map<string, string>();
    for (const [address, folder] of Object.entries(folders)) {
      if (dev && address.startsWith('/_next/')) continue;
      for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
        const place = path.join(entry.parentPath, entry.name);
        if (entry.isFile() && types[path.extname(place)])
          places.set(address + path.relative(folder, place).replaceAll(path.sep, '/'), place);
      }
    }
    return new StaticFiles(places);
  }

  /** The address of the script of every page. */
  get pageScript(): string {
    for (const address of this.places.keys()) if (address.startsWith('/scripts/page-')) return address;
    throw new Error('dist/browser has no script for pages: build anew');
  }

  /** The file under a public path, ready to be sent; null where there is none. */
  find(address: string): Promise<KeptAnswer> | null {
    const place = this.places.get(address);
    if (place === undefined) return null;
    let kept = this.#kept.get(address);
    if (!kept) {
      kept = answerOf(place);
      this.#kept.set(address, kept);
    }
    return kept;
  }
}

async function answerOf(place: string): Promise<KeptAnswer> {
  const body = await readFile(place);
  const headers = {
    'content-type': types[path.extname(place)] ?? '',
    'cache-control': 'public, max-age=31536000, immutable',
  };
  // Sent many times, compressed once: worth more effort than a page.
  const brotli = brotlied(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
  return { ...keptAnswer(200, headers, body), brotli };
}
