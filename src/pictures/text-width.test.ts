import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceText, breakAnywhere, fitText, textWidth, wrapText } from './text-width';

const bare = (lines: string[]) => lines.join('').replace(/\s/g, '');
const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'大模型 AI，（5 个）。ab') }));

describe('text in pictures', () => {
  it('loses nothing when it breaks a text, balanced or not', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 400 }), (text, width) => {
        const whole = text.replace(/\s/g, '');
        expect(bare(wrapText(text, 12, width))).toBe(whole);
        expect(bare(balanceText(text, 12, width))).toBe(whole);
        expect(breakAnywhere(text, 12, width).join('')).toBe(text);
      }),
    );
  });

  it('never starts a line with a closing mark nor parts a number from its measure word', () => {
    const lines = wrapText('图中十五家厂商共有 42 个模型，其中华为最多（8 个）。', 12, 61);
    expect(lines.filter((line) => /^[，。）]|^个/.test(line))).toEqual([]);
  });

  it('never parts a sum of money from its unit', () => {
    for (let width = 60; width < 200; width += 7) {
      const lines = wrapText('至少 116.5亿元，至多 144.4亿美元，另有 4 笔未披露', 12, width);
      expect(lines.filter((line) => /^[万亿元美]/.test(line))).toEqual([]);
    }
  });

  it('keeps together what a no-break space holds together', () => {
    expect(wrapText('most of them (37\u202f%) here', 12, 90)).not.toContainEqual(expect.stringMatching(/^%/));
  });

  it('cuts only what does not fit', () => {
    expect(fitText('北京大学', 12, 48)).toBe('北京大学');
    const cut = fitText('北京大学信息工程学院', 12, 60);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(60);
  });
});
