import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { useBundledFont } from './font';

/** More pictures are waiting than the queue takes: try again in a moment. */
export class TooManyPictures extends Error {
  override name = 'TooManyPictures';
}

const threads = 2;
const longestQueue = 64;
const longestDrawing = 15_000;
/** Milliseconds that the second thread waits for another task: to start one takes longer than most drawings. */
const patience = 60_000;
/** Megabytes that a thread's own objects may take. Without a limit it collects its garbage as if it had the whole machine. */
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 };

// Kept on globalThis: routes and pages are separate bundles of one process and must not open a pool each.
const kept = globalThis as typeof globalThis & { trackerPicturePool?: Piscina };

function pool(): Piscina {
  if (kept.trackerPicturePool) return kept.trackerPicturePool;
  const filename = process.env.PICTURE_WORKER ?? join(process.cwd(), 'dist', 'picture-worker.mjs');
  if (!existsSync(filename)) throw new Error(`${filename} is missing: the build makes it.`);
  useBundledFont();
  kept.trackerPicturePool = new Piscina({
    filename,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: patience,
    maxQueue: longestQueue,
    resourceLimits: memory,
  });
  return kept.trackerPicturePool;
}

/**
 * Runs a task in the picture worker. The threads start with the first one. Throws `TooManyPictures` where the queue
 * is full, and what the drawing threw; a drawing that does not come back within 15 s is ended with its thread.
 */
export async function runInPictureWorker<Task, Result>(task: Task): Promise<Result> {
  const workers = pool();
  if (workers.queueSize >= longestQueue) throw new TooManyPictures();
  return workers.run(task, { signal: AbortSignal.timeout(longestDrawing) });
}

/** Ends the threads: for tests, and for a process that stops. */
export async function closePicturePool(): Promise<void> {
  await kept.trackerPicturePool?.destroy();
  delete kept.trackerPicturePool;
}
