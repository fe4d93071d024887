import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsTaken } from '@/domain/expression/matcher';
import { cleanText } from './clean-text';
import { readNews } from './read-news';

const pieces = [
  '融资',
  '完成',
  '甲、',
  '3亿',
  'A轮',
  '领投',
  '获 ',
  '（',
  '估值',
  '由',
  '，',
  '投资，',
  '「',
  'A and ',
  'A & ',
  'A, ',
  'raises ',
  '$5 million ',
  'led by ',
  'Series A ',
  'x',
  '1',
  '。',
  '\n',
  '<script>',
  '收购',
  '的',
  '和',
  '等',
  '元',
  ' ',
  '360',
  '**',
  '\u200b',
];

/** Texts that held a process for seconds, when expressions could run away. */
const runaways: readonly [string, string][] = [
  ['刚', '甲公司融资'],
  ['first ', 'closes '],
  ['new latest ', 'closes fund'],
  ['甲公司近日', '完成融资'],
  ['Aa ', 'raises $5 million'],
  ['等、', '由甲领投'],
];

describe('text that is no news', () => {
  it('costs at most about twice the steps when it is twice as long', () => {
    for (const [piece, end] of [...runaways, ...pieces.map((each) => [each, '完成融资'] as const)]) {
      const stepsFor = (length: number) => {
        const before = stepsTaken();
        readNews(`${piece.repeat(Math.floor(length / piece.length))}${end}`);
        return stepsTaken() - before;
      };
      // The fewest that a text of this length costs, so that a text which is hardly looked at may vary.
      const once = Math.max(stepsFor(20_000), 5_000);
      expect(stepsFor(40_000), piece).toBeLessThanOrEqual(2.2 * once);
      expect(stepsFor(400), piece).toBeLessThanOrEqual(2.2 * Math.max(stepsFor(200), 5_000));
    }
  }, 60_000);

  it('is read to its end, whatever is repeated in it: no pattern runs away', () => {
    for (const piece of pieces) {
      const text = piece.repeat(Math.floor(200_000 / piece.length));
      expect(Array.isArray(readNews(`${text}完成融资 raises $5 million`)), piece).toBe(true);
    }
  }, 60_000);

  it('never throws, and places lie inside the text and hold what was read there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces, '星辰智能', '红杉中国', '天使轮', '跟投', '约2亿元'), {
          maxLength: 30,
        }),
        (parts) => {
          const text = parts.join('');
          for (const { company, round, amount, investors } of readNews(text)) {
            for (const found of [company, round, amount, ...investors]) {
              if (!found) continue;
              expect(found.start).toBeGreaterThanOrEqual(0);
              expect(found.end).toBeLessThanOrEqual(text.length);
              expect(found.end).toBeGreaterThan(found.start);
            }
            for (const { start, end, value } of investors)
              expect(cleanText(text.slice(start, end)).shown).toBe(value.name);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
