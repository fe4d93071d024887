import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dataDirectory } from '@/database/data-directory';
import { StartProblem } from '@/database/start-problem';
import { setting } from '@/domain/settings';

/** Characters that the secret in the file must have at least. */
const shortest = 32;

/**
 * The secret that signs session cookies: `AUTH_SECRET`, which all machines of a site share, or on one machine a file in
 * the data directory that the first process makes. It is in no database, so a backup alone opens no session. Throws a
 * `StartProblem` where others can read the file.
 */
export async function authSecret(): Promise<string> {
  const given = setting('AUTH_SECRET');
  if (given) return given;
  const file = path.join(dataDirectory(), 'auth-secret');
  return (await kept(file)) ?? (await made(file));
}

async function kept(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null);
  if (!found) return null;
  const mode = found.mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new StartProblem(
      `Others can read ${file} (mode ${mode.toString(8)}), which signs everybody's session. If nobody has, make it private: chmod 600 ${file}. Else delete it: a new one is made, and everybody signs in again.`,
    );
  const text = (await readFile(file, 'utf8')).trim();
  if (text.length < shortest)
    throw new StartProblem(
      `${file} holds no secret. Delete it: a new one is made, and everybody signs in again.`,
    );
  return text;
}

/** Of several processes that start at once, the first makes it and all use that one. */
async function made(file: string): Promise<string> {
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(own, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new StartProblem(
      `The secret that signs sessions cannot be written to ${file} (${(error as NodeJS.ErrnoException).code}). Set AUTH_SECRET, or DATA_DIR to a folder that this user owns.`,
    );
  }
  try {
    // Fails where another process was first.
    await link(own, file).catch(() => undefined);
  } finally {
    await rm(own, { force: true });
  }
  const secret = await kept(file);
  if (secret === null)
    throw new StartProblem(`${file} could not be made; set AUTH_SECRET, or DATA_DIR to another disk.`);
  return secret;
}
