import { writeFile } from 'node:fs/promises';
import { provenExpressions, verdictOn } from './expression-proof';
import { expressionsInUse, keyOf, provenFile } from './expressions';
import { giveUp } from './progress';

/** Proves the expressions that are new, and keeps the list of those that are proven. */
try {
  const before = provenExpressions();
  const proven = new Set<string>();
  for (const expression of expressionsInUse()) {
    const { source, flags, file, line } = expression;
    const key = keyOf(expression);
    if (source === null || expression.linear || proven.has(key)) continue;
    const verdict = before.has(key) ? 'linear' : await verdictOn(source, flags);
    if (verdict === 'linear') proven.add(key);
    else process.stdout.write(`${file}:${line}: ${verdict}: ${key}\n`);
  }
  await writeFile(provenFile, `${JSON.stringify([...proven].sort(), null, 2)}\n`);
  process.stdout.write(`${proven.size} expressions are proven linear: ${provenFile}\n`);
} catch (error) {
  giveUp(error);
}
