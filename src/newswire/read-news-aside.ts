import { runInWorker, type WorkerLimits } from '@/domain/worker-pool';
import type { NewsEvent } from './news-event';

/** Texts to be read on a thread of their own. */
export interface NewsTask {
  texts: readonly string[];
  organizations: readonly string[];
}

const limits: WorkerLimits = {
  name: 'news',
  file: 'reading-worker.mjs',
  variable: 'READING_WORKER',
  threads: 2,
  longestQueue: 32,
  longestTask: 15_000,
  megabytes: 256,
};

/** Reads texts beside the server's own thread, so that nobody waits for them. Throws `NotDone` where a limit was met. */
export function readNewsAside(
  texts: readonly string[],
  organizations: readonly string[],
): Promise<NewsEvent[][]> {
  return runInWorker<NewsTask, NewsEvent[][]>(limits, { texts, organizations });
}
