import { bundledAt, closeWorkers, NotDone, runInWorker, type WorkerLimits } from '@/domain/worker-pool';
import { useBundledFont } from './font';

/** More pictures are waiting than the queue takes: try again in a moment. */
export class TooManyPictures extends Error {
  override name = 'TooManyPictures';
}

const limits: WorkerLimits = {
  name: 'pictures',
  file: 'picture-worker.mjs',
  variable: 'PICTURE_WORKER',
  threads: 2,
  longestQueue: 64,
  longestTask: 15_000,
  megabytes: 256,
  prepare: useBundledFont,
};

/**
 * Runs a task in the picture worker. Throws `TooManyPictures` where the queue is full, `NotDone` where the drawing does not
 * come back within 15 s or needs too much memory, and what the drawing threw.
 */
export async function runInPictureWorker<Task, Result>(task: Task): Promise<Result> {
  try {
    return await runInWorker<Task, Result>(limits, task);
  } catch (error) {
    if (error instanceof NotDone && error.why === 'queue') throw new TooManyPictures();
    throw error;
  }
}

/** Which drawing program is at work: in development it may change from one picture to the next. */
export const pictureProgram = (): number => bundledAt(limits);

/** Ends the threads: for tests, and for a process that stops. */
export function closePicturePool(): Promise<void> {
  return closeWorkers(limits.name);
}
