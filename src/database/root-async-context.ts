import { AsyncLocalStorage } from 'node:async_hooks';
import { remember } from '@/domain/remember';

type Run = <Result>(work: () => Result) => Result;

const root = () => remember<{ run?: Run }>('root context', () => ({}));

/** Keeps the async context outside of any request. A process that answers requests calls this once, when it starts. */
export function captureRootContext(): void {
  root().run ??= AsyncLocalStorage.snapshot();
}

/**
 * Runs work of the database outside of the request that it is for. What Prisma and a connection keep for later (the last
 * hundred transactions, for one) otherwise keeps the request with it, and with that the whole page that it was answered with.
 */
export const inRootContext: Run = (work) => {
  const { run } = root();
  return run ? run(work) : work();
};
