import type { IncomingMessage } from 'node:http';
import { ConcurrencyLimiter } from '@/domain/concurrency-limiter';
import { limits } from './limits';
import { saysWho } from './traffic';

const placesFor = ({ atOnce, waiting, each }: { atOnce: number; waiting: number; each?: number }) =>
  new ConcurrencyLimiter(atOnce, waiting, each);

/** Places for what is answered at once, apart from each other: a crowd of one kind keeps none of the others out. */
export class Places {
  readonly reading = placesFor(limits.made);
  readonly writing = placesFor(limits.written);
  /** Places of their own: what programs ask for does not keep readers and editors out. */
  readonly programs = placesFor(limits.programs);
  readonly exports = placesFor(limits.exports);

  /** Whoever does not say who they are only reads, also where others write. */
  of(request: IncomingMessage): ConcurrencyLimiter {
    return request.method === 'POST' || saysWho(request) ? this.writing : this.reading;
  }
}
