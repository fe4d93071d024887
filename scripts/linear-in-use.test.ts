import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { linear, linearExpressions } from '@/domain/expression/linear';
import '@/exchange/import/plan';
import '@/newswire/read-news';

const plain = (match: RegExpExecArray) => ({
  at: match.index,
  texts: [...match],
  groups: { ...match.groups },
});
const all = (expression: Pick<RegExp, 'source' | 'flags'>, text: string) => {
  const global = expression.flags.includes('g') ? expression.flags : `${expression.flags}g`;
  return {
    built: new RegExp(expression.source, global),
    ours: linear(new RegExp(expression.source, global)),
    text,
  };
};
function expectSame(expression: Pick<RegExp, 'source' | 'flags'>, text: string): void {
  const { built, ours } = all(expression, text);
  expect([...text.matchAll(ours)].map(plain), `/${expression.source}/ in ${text}`).toEqual(
    [...text.matchAll(built)].map(plain),
  );
}

it('linear expressions find in news what the built-in ones find: every expression in use, in every line', () => {
  const lines = readFileSync('tests/newswire/examples.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const inUse = linearExpressions();
  expect(inUse.length).toBeGreaterThan(60);
  for (const expression of inUse) for (const line of lines) expectSame(expression, line);
}, 60_000);
