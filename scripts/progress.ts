import { StartProblem } from '@/database/start-problem';

/** One line of progress: what it is, how it went, how long it took. */
export async function step<T>(
  name: string,
  what: string,
  work: () => Promise<T>,
  result?: (value: T) => string,
): Promise<T> {
  const start = performance.now();
  process.stdout.write(`${name.padEnd(9)} ${what} … `);
  try {
    const value = await work();
    const said = result?.(value);
    process.stdout.write(`${said ? `${said}, ` : ''}${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    return value;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

/** Ends the process with one line on what to do; a stack trace only for what nobody foresaw. */
export function giveUp(error: unknown): never {
  if (error instanceof StartProblem) process.stderr.write(`\n${error.message}\n`);
  else process.stderr.write(`\nUnexpected: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
