import { setTimeout as pause } from 'node:timers/promises';
import type { Serving } from './serving';

/** How a server that died is brought back. */
export interface Revival {
  start: () => Promise<Serving>;
  say: (line: string) => void;
  /** Seconds before each further try in a row; there are no more tries than pauses. */
  pauses?: readonly number[];
  /** Milliseconds after which a server that ran counts as sound, and the tries begin anew. */
  sound?: number;
}

/** A server that is brought back when it dies. */
export interface KeptServing {
  /** Ends when the server was stopped or is given up, with the exit code. */
  ended: Promise<number>;
  stop: () => Promise<void>;
}

const defaults = { pauses: [1, 2, 4, 8, 16], sound: 600_000 };

/**
 * Keeps a server running: one that ends by itself with a failure, or is killed, is started again after a pause that grows,
 * a few times in a row, and that is said. One that was asked to end is left alone.
 */
export function keepServing(first: Serving, revival: Revival): KeptServing {
  const { start, say, pauses, sound } = { ...defaults, ...revival };
  let serving: Serving | null = first;
  const stopped = new AbortController();

  const again = async (tries: number): Promise<{ serving: Serving; tries: number } | null> => {
    for (let at = tries; at < pauses.length; at++) {
      const seconds = pauses[at] ?? 0;
      say(
        `The server ended by itself. It is started again in ${seconds} s (try ${at + 1} of ${pauses.length}) …`,
      );
      await pause(seconds * 1000, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (stopped.signal.aborted) return null;
      const started = await start().catch((error: Error) => {
        say(error.message);
        return null;
      });
      if (started) {
        say('The server is back.');
        return { serving: started, tries: at + 1 };
      }
    }
    say('The server ends again and again; that is given up. Its last words stand above.');
    return null;
  };

  const run = async (): Promise<number> => {
    let tries = 0;
    for (let now = first; ; ) {
      const began = performance.now();
      const code = await now.ended;
      if (code === 0 || stopped.signal.aborted) return 0;
      if (performance.now() - began > sound) tries = 0;
      serving = null;
      const revived = await again(tries);
      if (!revived) return stopped.signal.aborted ? 0 : (code ?? 1);
      ({ serving: now, tries } = revived);
      serving = now;
      if (stopped.signal.aborted) await now.stop();
    }
  };

  const ended = run();
  return {
    ended,
    stop: async () => {
      stopped.abort();
      await serving?.stop();
      await ended;
    },
  };
}
