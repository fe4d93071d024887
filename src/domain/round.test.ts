import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRound, parseRound, type Round, roundOrder } from './round';

function read(label: string): Round {
  const result = parseRound(label);
  if (!result.ok) throw new Error(result.reason.en);
  return result.round;
}

const forms: Record<string, [string, string, string]> = {
  种子轮: ['seed', '种子轮', 'Seed'],
  'Pre-种子': ['seed', 'Pre-种子轮', 'Pre-Seed'],
  '天使+轮': ['angel', '天使+轮', 'Angel+'],
  'Pre-A+++轮': ['series', 'Pre-A+++轮', 'Pre-A+++'],
  A轮: ['series', 'A轮', 'Series A'],
  'A++++轮': ['series', 'A++++轮', 'Series A++++'],
  B6轮: ['series', 'B6轮', 'Series B6'],
  'B-2轮': ['series', 'B2轮', 'Series B2'],
  C轮追加: ['series', 'C轮', 'Series C'],
  'Series C extension': ['series', 'C轮', 'Series C'],
  'Pre-IPO': ['pre-ipo', 'Pre-IPO', 'Pre-IPO'],
  基石轮: ['cornerstone', '基石轮', 'Cornerstone'],
  港股IPO: ['ipo', 'IPO', 'IPO'],
  新三板: ['ipo', 'IPO', 'IPO'],
  战略投资: ['strategic', '战略融资', 'Strategic'],
  老股转让: ['transfer', '股权转让', 'Share transfer'],
  股权融资: ['equity', '股权融资', 'Equity'],
  债权融资: ['debt', '债权融资', 'Debt'],
  定增: ['placement', '定向增发', 'Private placement'],
  私有化: ['merger', '并购', 'M&A'],
  启动资金: ['unknown', '启动资金', '启动资金'],
};

describe('parseRound', () => {
  it.each(Object.entries(forms))('reads %s', (label, [family, zh, en]) => {
    const round = read(label);
    expect([round.family, formatRound(round, 'zh'), formatRound(round, 'en')]).toEqual([family, zh, en]);
    expect(round.label).toBe(label);
  });

  it.each(['300668SZ', '红杉中国', '腾讯', '5000万'])('refuses %s and says why in both languages', (junk) => {
    const result = parseRound(junk);
    expect(result.ok).toBe(false);
    if (!result.ok)
      expect([result.reason.zh, result.reason.en].every((reason) => reason.includes(junk))).toBe(true);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseRound(text).ok === 'boolean'));
  });

  it('reads its own normal form back', () => {
    const parts = fc.tuple(fc.boolean(), fc.constantFrom(...'ABCDEFGH'), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(parts, fc.constantFrom('zh' as const, 'en' as const), ([pre, letter, plus], lang) => {
        const round = read(`${pre ? 'Pre-' : ''}${letter}${'+'.repeat(plus)}轮`);
        const again = read(formatRound(round, lang));
        expect({ ...again, label: '' }).toEqual({ ...round, label: '' });
      }),
    );
  });
});

describe('roundOrder', () => {
  it('goes from seed to IPO, and gives no place to types without a stage', () => {
    const stages = [
      'Pre-种子',
      '种子轮',
      '天使轮',
      '天使+轮',
      'Pre-A轮',
      'A轮',
      'A+轮',
      'Pre-B轮',
      'B轮',
      'H轮',
      'Pre-IPO',
      '基石轮',
      'IPO',
    ];
    const places = stages.map((label) => roundOrder(read(label)));
    expect(places).toEqual([...places].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(new Set(places).size).toBe(stages.length);
    expect(roundOrder(read('战略融资'))).toBeNull();
  });
});
