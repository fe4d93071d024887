import type { IncomingMessage } from 'node:http';
import { ConcurrencyLimiter } from '@/domain/concurrency-limiter';
import { saysWho } from './traffic';

/**
 * What is made at once and what may wait. Making is one thread's work: more at once makes none of it quicker, and the
 * server comes to its door more rarely, so that refusals are slow (`npm run torture -- overload`). All that readers
 * look at just after a publication has to find a place to wait.
 */
const madeAtOnce = 4;
const mostWaiting = 60;
/** An export lasts as long as its client takes to read it, and one client is only one of several. */
const exportedAtOnce = 8;
const exportedToEach = 3;
/** Programs ask many things at once, and can wait; how much they may ask is counted for each. */
const programsAtOnce = 12;
const mostProgramsWaiting = 250;
/** Writing has places of its own, so that a crowd of readers does not keep editors out. */
const writtenAtOnce = 16;
const mostWaitingToWrite = 64;
/** Nor does one client keep the others out: an office behind one address has as many. */
const writtenForEach = 24;

/** Places for what is answered at once, apart from each other: a crowd of one kind keeps none of the others out. */
export class Places {
  readonly reading = new ConcurrencyLimiter(madeAtOnce, mostWaiting);
  readonly writing = new ConcurrencyLimiter(writtenAtOnce, mostWaitingToWrite, writtenForEach);
  /** Places of their own: what programs ask for does not keep readers and editors out. */
  readonly programs = new ConcurrencyLimiter(programsAtOnce, mostProgramsWaiting);
  readonly exports = new ConcurrencyLimiter(exportedAtOnce, mostWaiting, exportedToEach);

  /** Whoever does not say who they are only reads, also where others write. */
  of(request: IncomingMessage): ConcurrencyLimiter {
    return request.method === 'POST' || saysWho(request) ? this.writing : this.reading;
  }
}
