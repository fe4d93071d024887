import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@/database/embedded';
import { migrate } from '@/database/migrate';
import { closePicturePool } from '@/pictures/pool';
import {
  accept,
  differences,
  drawCases,
  type PictureCase,
  publishPictureFacts,
  writeReport,
} from '../tests/pictures/suite';
import { bundlePictureWorker } from './bundle-workers';

const usage = `npm run pictures -- check    compares every picture with the accepted one
npm run pictures -- accept   makes the pictures of now the accepted ones
Ends with 0: same, 1: different, 2: the suite broke.`;
const workerFile = 'node_modules/.cache/ai-landscape/picture-worker.mjs';

/** Draws every case on a database of its own, which is gone afterwards. */
async function drawOnScratch(): Promise<PictureCase[]> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'tracker-pictures-'));
  const database = await startEmbedded(path.join(scratch, 'data'));
  try {
    await migrate(database.url);
    process.env.DATABASE_URL = database.url;
    process.env.PICTURE_WORKER = workerFile;
    await bundlePictureWorker(workerFile);
    await publishPictureFacts(database.url, database.superuserUrl);
    return await drawCases();
  } finally {
    await closePicturePool();
    await database.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function run(task: string | undefined): Promise<number> {
  if (task !== 'check' && task !== 'accept') {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const cases = await drawOnScratch();
  const found = await differences(cases);
  if (found.length === 0) {
    process.stdout.write(`same: ${cases.length} pictures\n`);
    return 0;
  }
  if (task === 'accept') {
    await accept(found);
    process.stdout.write(`accepted: ${found.length} of ${cases.length} pictures\n`);
    return 0;
  }
  const report = await writeReport(found, 'test-results/pictures');
  process.stdout.write(
    `different: ${found.length} of ${cases.length} pictures\n${found.map(({ name }) => `  ${name}`).join('\n')}\nSee ${report}\nIf they are as you want them: npm run pictures -- accept\n`,
  );
  return 1;
}

function broke(error: unknown): never {
  process.stderr.write(`the suite broke: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(2);
}

process.once('uncaughtException', broke);
try {
  process.exitCode = await run(process.argv[2]);
} catch (error) {
  broke(error);
}
// The pool of database connections and workers must not keep the process alive.
process.exit();
