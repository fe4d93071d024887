import { describe, expect, it } from 'vitest';
import { keepServing } from './keep-serving';
import type { Serving } from './serving';

/** A server that ends when it is told to, with a code (null: killed). */
function made(): { serving: Serving; end: (code: number | null) => void } {
  let end: (code: number | null) => void = () => undefined;
  const ended = new Promise<number | null>((resolve) => (end = resolve));
  return {
    end: (code) => end(code),
    serving: {
      pid: 1,
      ended,
      stop: async () => {
        end(0);
        await ended;
      },
    },
  };
}

function kept(pauses: readonly number[], start: (servers: ReturnType<typeof made>[]) => Promise<Serving>) {
  const [first, servers, lines] = [made(), [] as ReturnType<typeof made>[], [] as string[]];
  servers.push(first);
  const serving = keepServing(first.serving, {
    start: () => start(servers),
    say: (line) => lines.push(line),
    pauses,
  });
  return { serving, servers, lines, first };
}

const another = async (servers: ReturnType<typeof made>[]) => {
  const next = made();
  servers.push(next);
  return next.serving;
};

describe('a server that died', () => {
  it('is brought back, and that is said; one that was asked to end is not', async () => {
    const { serving, servers, lines, first } = kept([0, 0], async (all) => {
      const next = await another(all);
      // The one that is back is then stopped in order.
      queueMicrotask(() => all.at(-1)?.end(0));
      return next;
    });
    first.end(null);
    expect(await serving.ended).toBe(0);
    expect(servers.length).toBe(2);
    expect(lines.at(-1)).toBe('The server is back.');
  });

  it('is given up after some tries in a row, with the code that it ended with', async () => {
    const { serving, lines, first } = kept([0, 0, 0], () => Promise.reject(new Error('no port')));
    first.end(134);
    expect(await serving.ended).toBe(134);
    expect(lines.filter((line) => line === 'no port').length).toBe(3);
    expect(lines.at(-1)).toContain('given up');
  });

  it('is not brought back once somebody has asked to stop', async () => {
    const { serving, servers, first } = kept([3600], another);
    first.end(1);
    await serving.stop();
    expect(await serving.ended).toBe(0);
    expect(servers.length).toBe(1);
  });
});
