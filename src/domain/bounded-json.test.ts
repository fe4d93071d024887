import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseBoundedJson } from './bounded-json';

it('parses what JSON.parse parses, where texts are whole characters', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 10 }), fc.constantFrom(undefined, 1), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      if (/\\u0000|\\ud[89a-f]/i.test(text)) return;
      expect(parseBoundedJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

it('takes brackets in texts for texts, and escaped pairs for characters', () => {
  const text = `["${'['.repeat(500)}", "\\"[[[", "\\\\", "\\\\u0000", "\\ud83e\\udd16"]`;
  expect(parseBoundedJson(text)).toEqual(JSON.parse(text));
});

it('refuses what only exhausts, and what no database keeps', () => {
  for (const text of [
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    '{"a":'.repeat(41) + 1 + '}'.repeat(41),
    '["\\u0000"]',
    '["\\ud800"]',
    '["\\udc00\\ud800"]',
    '["\\ud83e\\u0041"]',
    '[1,]',
  ])
    expect(() => parseBoundedJson(text)).toThrow(SyntaxError);
});
