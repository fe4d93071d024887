import { AsyncLocalStorage } from 'node:async_hooks';

type Run = <Result>(work: () => Result) => Result;

// On globalThis: the front, which starts, and the app, which asks, are bundled apart.
const kept = globalThis as typeof globalThis & { trackerRootContext?: Run };

/** Keeps the async context outside of any request. A process that answers requests calls this once, when it starts. */
export function captureRootContext(): void {
  kept.trackerRootContext ??= AsyncLocalStorage.snapshot();
}

/**
 * Runs work of the database outside of the request that it is for. What Prisma and a connection keep for later (the last
 * hundred transactions, for one) otherwise keeps the request with it, and with that the whole page that it was answered with.
 */
export const inRootContext: Run = (work) =>
  kept.trackerRootContext ? kept.trackerRootContext(work) : work();
