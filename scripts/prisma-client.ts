import path from 'node:path';
import { mustRun } from './program';
import { giveUp, step } from './progress';
import { fingerprint, isFresh, noteFresh } from './staleness';

const generated = 'src/database/generated';

/** Generates the Prisma client if the schema has changed since; ends the process with the reason if it cannot. */
export async function prepareClient(): Promise<void> {
  const print = await fingerprint(['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  const stamp = path.join(generated, '.made-from');
  if (await isFresh(stamp, print)) return;
  try {
    await step('client', 'Prisma client', () =>
      mustRun('prisma generate', process.execPath, ['node_modules/prisma/build/index.js', 'generate']),
    );
    await noteFresh(stamp, print);
  } catch (error) {
    giveUp(error);
  }
}
