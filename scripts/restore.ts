import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { borrowDatabase } from '@/database/borrowed-database';
import { StartProblem } from '@/database/start-problem';
import { restore } from '@/exchange/backup/restore';
import { giveUp } from './progress';

const usage = `npm run restore -- FILE.sql.gz
Into an empty database: an empty folder named in DATA_DIR, or a new database named in DATABASE_URL.`;

async function run(): Promise<void> {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || file.startsWith('-') || more.length > 0) throw new StartProblem(usage);
  await access(file).catch((error: NodeJS.ErrnoException) => {
    throw new StartProblem(`${file} cannot be read (${error.code}).`);
  });
  const { url, giveBack } = await borrowDatabase();
  try {
    const head = await pipeline(createReadStream(file), createGunzip(), (bytes: AsyncIterable<Uint8Array>) =>
      restore(url, bytes),
    );
    process.stdout.write(`Restored ${file}: edition ${head.edition}. Start the site with npm run up.\n`);
  } finally {
    await giveBack();
  }
}

try {
  await run();
} catch (error) {
  giveUp(error);
}
