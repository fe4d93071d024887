import { mkdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * Tells a cache in front of the server (deploy/nginx.conf) which edition is the newest: `folder/edition` is a link to
 * the folder `folder/editions/NUMBER`, exchanged in one step. The cache reads the link with each request and has the number in its
 * keys, so a publication needs no purge. Several processes may tell; none ever takes the number back.
 */
export async function linkEdition(folder: string, edition: number): Promise<void> {
  const link = path.join(folder, 'edition');
  const target = path.join(folder, 'editions', String(edition));
  await mkdir(target, { recursive: true });
  const linked = Number(path.basename(await readlink(link).catch(() => '')) || -1);
  if (linked >= edition) return;
  const made = `${link}.${process.pid}`;
  await rm(made, { force: true });
  await symlink(target, made);
  await rename(made, link);
  await rm(path.join(folder, 'editions', String(linked)), { recursive: true, force: true });
}
