import { remember } from './remember';

/** Work that goes on after the request that began it was answered, and how to make it end early. */
interface Underway {
  done: Promise<unknown>;
  end: () => void;
}

const all = () => remember('underway', () => new Set<Underway>());

/** A server that stops waits for this work. `end` asks it to end early, with nothing half done. */
export function keepUnderway<Result>(done: Promise<Result>, end: () => void): Promise<Result> {
  const work = { done, end };
  all().add(work);
  const forget = () => all().delete(work);
  done.then(forget, forget);
  return done;
}

/** Resolves when nothing is under way any more; what is not done after `patience` milliseconds is asked to end. */
export async function finishUnderway(patience: number): Promise<void> {
  const timer = setTimeout(() => {
    for (const { end } of all()) end();
  }, patience);
  while (all().size > 0) await Promise.allSettled([...all()].map(({ done }) => done));
  clearTimeout(timer);
}
