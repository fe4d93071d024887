import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linear } from './linear';
import { stepsTaken } from './matcher';

const plain = (match: RegExpExecArray) => ({
  at: match.index,
  texts: [...match],
  groups: { ...match.groups },
});
const all = (expression: RegExp, text: string) => {
  const global = expression.flags.includes('g') ? expression.flags : `${expression.flags}g`;
  return {
    built: new RegExp(expression.source, global),
    ours: linear(new RegExp(expression.source, global)),
    text,
  };
};
function expectSame(expression: RegExp, text: string): void {
  const { built, ours } = all(expression, text);
  expect([...text.matchAll(ours)].map(plain), `${expression} in ${text}`).toEqual(
    [...text.matchAll(built)].map(plain),
  );
}

describe('linear expressions', () => {
  const written: readonly RegExp[] = [
    /(a|ab)(c|bcd)?(d*)/,
    /(?:a+b?)+$/,
    /^(?<first>.*?)(?<rest>b+)c/,
    /(?<=a+)b(?!c)/,
    /\bab*\b|\B[cd]/i,
    /(?:a|b(?=c)){2,3}?[^d]/,
    /(?<!\bA)\.(?=\s*$)/,
    /x*?|y/,
    /^a|b$/m,
    /(?<=[\p{Lu}\p{Script=Han}])c|💡+|[^a]💡/u,
  ];
  it('find in any text what the built-in ones find', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...written),
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'A', '.', ' ', '\n', 'x', '智', '💡'), {
          maxLength: 14,
        }),
        (expression, parts) => expectSame(expression, parts.join('')),
      ),
      { numRuns: 4000 },
    );
  });

  it('stand in for the built-in ones in replace, split, test and search', () => {
    const digits = linear(/(?<whole>\d+)(?:\.(?<part>\d+))?/g);
    expect('1.5 or 20'.replace(digits, '<$<whole>|$2>')).toBe('<1|5> or <20|>');
    expect('a1b22c'.split(linear(/\d+/))).toEqual(['a', 'b', 'c']);
    expect([linear(/b/).test('abc'), 'abc'.search(linear(/c/)), 'abc'.match(linear(/d/))]).toEqual([
      true,
      2,
      null,
    ]);
    expect('💡💡'.replace(linear(/(?:)/gu), '-')).toBe('-💡-💡-');
  });

  it('take at most twice the steps for twice the text, where the built-in ones take its square or its power', () => {
    const runaway: readonly [RegExp, string][] = [
      [/(?:a|a)*b/, 'a'],
      [/(?:a+)+b/, 'a'],
      [/\s+$/, ' '],
      [/(?:.*,)*x/, ','],
      [/a(?=[^b]*b)/g, 'a'],
      [/(?<=b[^b]*)a/g, 'a'],
      [/(?:a|ab)*?(?:bc)+$/, 'ab'],
    ];
    const stepsFor = (expression: RegExp, text: string) => {
      const before = stepsTaken();
      text.replace(linear(expression), '');
      return stepsTaken() - before;
    };
    for (const [expression, piece] of runaway) {
      const once = stepsFor(expression, `${piece.repeat(2000)}!`);
      expect(stepsFor(expression, `${piece.repeat(4000)}!`), String(expression)).toBeLessThanOrEqual(
        2.1 * once,
      );
    }
  });

  it('refuse what they could not do in linear time, or would do differently', () => {
    for (const expression of [/(a)\1/, /(?:a*)*b/, /(?:(a)|b)*/, /(?=(a))b/])
      expect(() => linear(expression), String(expression)).toThrow();
  });
});
