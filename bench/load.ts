import autocannon from 'autocannon';
import { quantile } from './result';

/** What a server did under load. */
export interface Load {
  /** Answers a second. */
  rate: number;
  /** Milliseconds to an answer: the middle, and all but one in a hundred. */
  median: number;
  p99: number;
}

/**
 * Asks for the paths one after the other over so many connections, as browsers do (compressed), for some seconds. Throws
 * where anything but 200 comes back: a bench of errors measures nothing.
 */
export async function loadOf(
  url: string,
  paths: readonly string[],
  connections: number,
  seconds: number,
): Promise<Load> {
  const times: number[] = [];
  const headers = { 'accept-encoding': 'gzip, deflate, br' };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url,
        connections,
        duration: seconds,
        requests: paths.map((path) => ({ method: 'GET' as const, path, headers })),
      },
      (error: Error | null, done) => (error ? reject(error) : resolve(done)),
    );
    running.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers that are no 200, ${result.errors} errors`);
  return { rate: times.length / result.duration, median: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
