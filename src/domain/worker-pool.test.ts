import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeWorkers, NotDone, runInWorker, type WorkerLimits } from './worker-pool';

const program = `
export default function work(task) {
  if (task === 'spin') for (;;);
  if (task === 'fill') for (const kept = []; ; ) kept.push({ at: kept.length, text: 'x'.repeat(50) + kept.length });
  if (task === 'throw') throw new Error('thrown inside');
  return task + 1;
}`;
const limits: WorkerLimits = {
  name: 'test',
  file: 'none.mjs',
  variable: 'WORKER_POOL_TEST',
  threads: 1,
  longestQueue: 2,
  longestTask: 20_000,
  megabytes: 32,
};
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tracker-worker-'));
  process.env.WORKER_POOL_TEST = path.join(folder, 'work.mjs');
  await writeFile(process.env.WORKER_POOL_TEST, program);
});
afterAll(async () => {
  await closeWorkers();
  await rm(folder, { recursive: true });
});

const whyNot = (task: string, longestTask = limits.longestTask) =>
  runInWorker({ ...limits, longestTask }, task).then(
    () => 'done',
    (error: unknown) => (error instanceof NotDone ? error.why : (error as Error).message),
  );

it('ends what takes too long or too much memory, says which, and goes on', async () => {
  expect(await whyNot('spin', 500)).toBe('time');
  expect(await runInWorker(limits, 1)).toBe(2);
  expect(await whyNot('fill')).toBe('memory');
  expect(await runInWorker(limits, 2)).toBe(3);
  expect(await whyNot('throw')).toBe('thrown inside');
}, 60_000);

it('leaves this thread free meanwhile, and refuses when too many wait', async () => {
  const spinning = whyNot('spin', 3000);
  // One is at work, two wait, and the fourth is refused before the first is given up.
  const waiting = [whyNot('spin', 3000), whyNot('spin', 3000)];
  expect(await Promise.race([spinning, whyNot('spin')])).toBe('queue');
  await Promise.all([spinning, ...waiting]);
}, 60_000);
