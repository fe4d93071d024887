import path from 'node:path';
import { mustRun } from './program';
import { fingerprint, isFresh, noteFresh } from './staleness';

const generated = 'src/database/generated';

/** Generates the Prisma client if the schema has changed since. True if it had to. */
export async function generateClient(): Promise<boolean> {
  const print = await fingerprint(['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  const stamp = path.join(generated, '.made-from');
  if (await isFresh(stamp, print)) return false;
  await mustRun('prisma generate', process.execPath, ['node_modules/prisma/build/index.js', 'generate']);
  await noteFresh(stamp, print);
  return true;
}
