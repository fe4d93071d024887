import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { borrowDatabase } from '@/database/borrowed-database';
import { migrate } from '@/database/migrate';
import { StartProblem } from '@/database/start-problem';
import { backup } from '@/exchange/backup/backup';
import { giveUp } from './progress';

const usage = `npm run backup -- FILE.sql.gz
Everything but sessions: facts, history, proposals, accounts, links. Keep it as safe as the database: it holds password
hashes and the secrets of webhooks. It does not hold the secret that signs sessions. The site may go on running.`;

async function run(): Promise<void> {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new StartProblem(usage);
  if (await stat(file).catch(() => null))
    throw new StartProblem(`${file} is there already; name another file.`);
  const { url, giveBack } = await borrowDatabase();
  // A backup that is not whole never has the name of one.
  const part = `${file}.part`;
  try {
    await migrate(url);
    await pipeline(backup(url), createGzip(), createWriteStream(part, { mode: 0o600 }));
    await rename(part, file);
    const { size } = await stat(file);
    process.stdout.write(`Backed up to ${file} (${Math.ceil(size / 1024)} KB).\n`);
  } catch (error) {
    await rm(part, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC')
      throw new StartProblem(`${file} cannot be written (${code}).`);
    throw error;
  } finally {
    await giveBack();
  }
}

try {
  await run();
} catch (error) {
  giveUp(error);
}
