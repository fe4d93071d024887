import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountRuleVersion, readAmount } from './amount-phrase';

const wan = 1e4;
const yi = 1e8;

/** Lower bound, upper bound, kind, hardness of each bound, currency. */
type Expected = [number | null, number | null, string, string, string | null];

// The table of the funding conventions, and the forms that newswires really use.
const phrases: Record<string, Expected> = {
  '3.5亿': [3.5 * yi, 3.5 * yi, 'exact', 'hard hard', null],
  '4000万元': [4000 * wan, 4000 * wan, 'exact', 'hard hard', 'CNY'],
  约8000万元: [7200 * wan, 8800 * wan, 'approximate', 'soft soft', 'CNY'],
  '2亿元左右': [1.8e8, 2.2e8, 'approximate', 'soft soft', 'CNY'],
  近3亿美元: [2.4 * yi, 3 * yi, 'near', 'soft hard', 'USD'],
  超亿元: [yi, 2 * yi, 'over', 'hard soft', 'CNY'],
  超千万美元: [1000 * wan, 2000 * wan, 'over', 'hard soft', 'USD'],
  上亿元: [yi, 2 * yi, 'over', 'hard soft', 'CNY'],
  超3亿: [3 * yi, 4 * yi, 'over', 'hard soft', null],
  '3亿余': [3 * yi, 4 * yi, 'over', 'hard soft', null],
  '5000余万元': [5000 * wan, 6000 * wan, 'over', 'hard soft', 'CNY'],
  超43亿港元: [43 * yi, 44 * yi, 'over', 'hard soft', 'HKD'],
  超40亿美元: [40 * yi, 50 * yi, 'over', 'hard soft', 'USD'],
  数百万: [100 * wan, 1000 * wan, 'several', 'soft soft', null],
  数千万元: [1000 * wan, yi, 'several', 'soft soft', 'CNY'],
  数亿美元: [yi, 10 * yi, 'several', 'soft soft', 'USD'],
  数十亿元: [10 * yi, 100 * yi, 'several', 'soft soft', 'CNY'],
  千万级: [1000 * wan, yi, 'level', 'soft soft', null],
  亿元级: [yi, 10 * yi, 'level', 'soft soft', 'CNY'],
  十亿级: [10 * yi, 100 * yi, 'level', 'soft soft', null],
  大几千万: [5000 * wan, yi, 'several', 'soft soft', null],
  亿元及以上: [yi, null, 'bucket', 'hard null', 'CNY'],
  不超过5000万: [null, 5000 * wan, 'one-sided', 'null hard', null],
  不低于1亿元: [yi, null, 'one-sided', 'hard null', 'CNY'],
  '1.2-1.5亿元': [1.2 * yi, 1.5 * yi, 'range', 'hard hard', 'CNY'],
  三千万: [3000 * wan, 3000 * wan, 'exact', 'hard hard', null],
  两亿元: [2 * yi, 2 * yi, 'exact', 'hard hard', 'CNY'],
  '２０００万元': [2000 * wan, 2000 * wan, 'exact', 'hard hard', 'CNY'],
  '1,200万': [1200 * wan, 1200 * wan, 'exact', 'hard hard', null],
  '2.3亿美元': [2.3e8, 2.3e8, 'exact', 'hard hard', 'USD'],
  'US$1 billion': [1e9, 1e9, 'exact', 'hard hard', 'USD'],
  'more than US$1 billion': [1e9, 2e9, 'over', 'hard soft', 'USD'],
  'nearly 300 million dollars': [2.4e8, 3e8, 'near', 'soft hard', 'USD'],
  'several hundred million dollars': [1e8, 1e9, 'several', 'soft soft', 'USD'],
  'HK$3.2 billion': [3.2e9, 3.2e9, 'exact', 'hard hard', 'HKD'],
  'over 5 billion yuan': [5e9, 6e9, 'over', 'hard soft', 'CNY'],
  '€20m': [2e7, 2e7, 'exact', 'hard hard', 'EUR'],
  未披露: [null, null, 'undisclosed', 'null null', null],
  undisclosed: [null, null, 'undisclosed', 'null null', null],
};

describe('readAmount', () => {
  it.each(Object.entries(phrases))('reads %s', (phrase, expected) => {
    const reading = readAmount(phrase);
    const { min, max, kind, minBound, maxBound } = reading?.range ?? {};
    expect([min, max, kind, `${minBound} ${maxBound}`, reading?.currency]).toEqual(expected);
    expect(reading?.rule).toBe(amountRuleVersion);
  });

  it('marks a sum over several rounds', () => {
    expect(readAmount('累计融资超83亿元')?.cumulative).toBe(true);
    expect(readAmount('超83亿元')?.cumulative).toBe(false);
  });

  it('finds nothing where there is no amount', () => {
    for (const text of ['', '完成A轮融资', 'led by Sequoia']) expect(readAmount(text)).toBeNull();
  });

  it('never throws, and never gives an upside-down, negative or infinite range', () => {
    const piece = fc.constantFrom(
      '约',
      '近',
      '超',
      '数',
      '大几',
      '3',
      '.5',
      ',',
      '亿',
      '千万',
      '万',
      '元',
      '美元',
      '级',
      '余',
      '$',
      ' million',
      '-',
      '十',
      '两',
      '不超过',
      '，',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (phrase) => {
        const range = readAmount(phrase)?.range;
        if (!range) return;
        for (const bound of [range.min, range.max])
          if (bound !== null) expect(bound >= 0 && Number.isFinite(bound)).toBe(true);
        if (range.min !== null && range.max !== null) expect(range.min).toBeLessThanOrEqual(range.max);
        expect(range.min === null).toBe(range.minBound === null);
        expect(range.max === null).toBe(range.maxBound === null);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back any exact number of 万 or 亿', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom(['万', wan] as const, ['亿', yi] as const),
        (hundredths, [word, unit]) => {
          const value = hundredths / 100;
          expect(readAmount(`${value}${word}元`)?.range.min).toBeCloseTo(value * unit, 2);
        },
      ),
    );
  });
});
