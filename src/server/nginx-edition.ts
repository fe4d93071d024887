import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two reloads: several publications in a row need one. */
const least = 250;

/**
 * Tells the nginx before the server (deploy/nginx.conf) which edition is the newest: it has the number in the keys of its
 * cache, so a publication needs no purge. In `folder` stand `edition.conf`, which nginx includes, and `nginx.pid`.
 */
export class NginxEdition {
  #newest = 0;
  #telling: Promise<void> | null = null;

  constructor(
    private readonly folder: string,
    private readonly failed: (error: Error) => void,
  ) {}

  /** Returns at once; several processes on a machine may tell, and none takes the number back. */
  tell(edition: number): void {
    this.#newest = Math.max(this.#newest, edition);
    this.#telling ??= this.#tell().finally(() => {
      this.#telling = null;
    });
  }

  /** Ends when nginx was told of everything so far. */
  async told(): Promise<void> {
    await this.#telling;
  }

  async #tell(): Promise<void> {
    for (let done = 0; done < this.#newest; ) {
      done = this.#newest;
      try {
        if (await this.#written(done)) await this.#reload();
      } catch (error) {
        this.failed(error as Error);
      }
      if (done < this.#newest) await pause(least);
    }
  }

  /** Writes the file in one step; false where it has that number, or a later one, already. */
  async #written(edition: number): Promise<boolean> {
    const file = path.join(this.folder, 'edition.conf');
    const known = /\d+/.exec(await readFile(file, 'utf8').catch(() => ''))?.[0];
    if (known !== undefined && Number(known) >= edition) return false;
    const made = `${file}.${process.pid}`;
    await writeFile(made, `set $edition ${edition};\n`);
    await rename(made, file);
    return true;
  }

  async #reload(): Promise<void> {
    const stated = await readFile(path.join(this.folder, 'nginx.pid'), 'utf8').catch(() => '');
    // nginx may start after the server; it then reads the file by itself.
    if (Number(stated) > 1) process.kill(Number(stated), 'SIGHUP');
  }
}
