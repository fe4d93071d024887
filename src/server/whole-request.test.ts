import { expect, it } from 'vitest';
import { holdsZero } from './whole-request';

it('finds U+0000 in a body however JSON writes it, and nothing that only looks so', () => {
  const backslashes = (n: number) => '\\'.repeat(n);
  for (const text of [
    'a\0b',
    JSON.stringify({ a: 'b\0' }),
    JSON.stringify({ 'a\0': 1 }),
    `"${backslashes(3)}u0000"`,
  ])
    expect([text, holdsZero(Buffer.from(text))]).toEqual([text, true]);
  for (const text of ['{}', '"u0000"', `"${backslashes(2)}u0000"`, `"${backslashes(4)}u0000"`, '"\\u0001"'])
    expect([text, holdsZero(Buffer.from(text))]).toEqual([text, false]);
  // Whatever it looks like, it is what a reader of JSON makes of it.
  for (let n = 1; n < 9; n++) {
    const text = `"${backslashes(n)}u0000"`;
    let said: string;
    try {
      said = JSON.parse(text) as string;
    } catch {
      continue;
    }
    expect([n, holdsZero(Buffer.from(text))]).toEqual([n, said.includes('\0')]);
  }
});
