import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

async function filesUnder(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => null);
  if (!entries) return [place];
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** One hash over the content of all these files and folders; a missing one counts as empty. */
export async function fingerprint(places: readonly string[], except: RegExp = /$^/): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(places.map(filesUnder))).flat().filter((file) => !except.test(file));
  for (const file of files.sort()) {
    hash.update(file).update('\0');
    hash.update(await readFile(file).catch(() => Buffer.alloc(0)));
  }
  return hash.digest('hex');
}

/** Does the stamp say that this fingerprint was already dealt with? */
export async function isFresh(stamp: string, print: string): Promise<boolean> {
  return (await readFile(stamp, 'utf8').catch(() => '')) === print;
}

/** Notes that it was dealt with. Written last, so that a killed run counts as not done. */
export async function noteFresh(stamp: string, print: string): Promise<void> {
  await writeFile(stamp, print);
}
