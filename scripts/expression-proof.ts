import { existsSync, readFileSync } from 'node:fs';
import { provenFile } from './expressions';

/** The expressions that were proven before. */
export function provenExpressions(): Set<string> {
  if (!existsSync(provenFile)) return new Set();
  return new Set(JSON.parse(readFileSync(provenFile, 'utf8')) as string[]);
}

/** What recheck says of an expression: 'linear', or how its time grows, or that it found no answer in time. */
export async function verdictOn(source: string, flags: string): Promise<string> {
  // The same program on every machine, without the one for its processor.
  process.env.RECHECK_BACKEND = 'pure';
  const { check } = await import('recheck');
  const found = await check(source, flags, { timeout: 10_000 });
  if (found.status === 'safe') return 'linear';
  return found.status === 'vulnerable' ? found.complexity.summary : 'not decided in time';
}
