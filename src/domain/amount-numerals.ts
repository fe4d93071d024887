import { linear } from '@/domain/expression/linear';
import { chineseNumber } from './chinese-number';
import { plainDigits } from './written-digits';

/** What one Chinese unit is worth. */
export const chineseUnits: Readonly<Record<string, number>> = {
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};
/** Source of a regular expression for a Chinese unit, longest first. */
export const chineseUnitPattern = '万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千';
/** Source of a regular expression for a number in digits. */
export const figurePattern = '\\d+(?:,\\d{3})*(?:\\.\\d+)?';

const ones = '一二两三四五六七八九';
const english = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Powers of ten times decimals leave dust such as 229999999.99999997. */
export function withoutDust(value: number): number {
  return Number(value.toPrecision(15));
}

function inWan(value: number): string {
  return `${withoutDust(value / 1e4)}万`;
}

function figureOf(digits: string): number {
  return Number(digits.replaceAll(',', ''));
}

const compound = linear(
  new RegExp(
    `(?<![\\d.])(${figurePattern})(万亿|千亿|百亿|十亿|亿|万)[零〇]?(${figurePattern})(千万|百万|十万|万|千)(?![亿万])`,
    'g',
  ),
);

/** Traditional characters of amounts; the same words are meant. */
const traditional = '億萬圓幣歐韓鎊數餘過約級兩幾達';
const simple = '亿万元币欧韩镑数余过约级两几达';
const traditionalOnes = /[億萬圓幣歐韓鎊數餘過約級兩幾達]/g;

const countingWord = linear(/(?<=[\d一二两三四五六七八九十数几])\s*个(?=[十百千]?[万亿])/g);
const vagueInside = linear(
  new RegExp(`([\\d${ones}十百千])\\s*[余多几]\\s*(万亿|千亿|百亿|亿|千万|百万|万)`, 'g'),
);
const decimalWords = linear(new RegExp(`([${ones}十]+)点([零〇${ones}]+)`, 'g'));
const twoOnes = linear(new RegExp(`(?<![${ones}十百千\\d])([${ones}])([${ones}])(?=[十百千万亿])`, 'g'));
const chineseRun = linear(
  new RegExp(`(?<![数几第\\d])[${ones}十][零〇${ones}十百千万亿]*(?![十百千万亿]|\\s*[元美港]{0,2}级)`, 'g'),
);
const englishOnes = linear(
  new RegExp(`\\b(${english.join('|')}) (hundred )?(?=(?:thousand|[mbt]r?illion)\\b)`, 'gi'),
);

/**
 * Writes every number of a phrase as digits and one unit, so that the amount rules meet one form only:
 * 两亿五千万 and 2亿5千万 become 25000万, 一点五亿 1.5亿, 1个亿 1亿, 十余亿 10亿余, 两三千万 约2-3千万,
 * half a billion 0.5 billion. Vague words (数亿, 大几千万, 千万级) stay as they are.
 */
export function plainNumerals(text: string): string {
  return (
    plainDigits(text.replace(traditionalOnes, (one) => simple[traditional.indexOf(one)] ?? one))
      // A hyphen between numbers; any other dash is one too. A tilde before a number means "about".
      .replace(/[‐-―－−]|(?<=[\d元亿万千kmb])\s*[~～]/gi, '-')
      .replace(countingWord, '')
      .replace(/半(?=亿)/g, '0.5')
      // 5000余万, 十几亿, 三千多万: the word stands inside the number, and says "more" of the whole.
      .replace(vagueInside, '$1$2余')
      .replace(
        decimalWords,
        (_, whole: string, decimals: string) =>
          `${chineseNumber(whole)}.${[...decimals].map((digit) => chineseNumber(digit)).join('')}`,
      )
      .replace(twoOnes, (_, low: string, high: string) => `约${chineseNumber(low)}-${chineseNumber(high)}`)
      .replace(
        // A run that begins with 百, 千, 万 or 亿 is a bare unit (千万级, 超百亿); one behind 数 or 几 is vague.
        chineseRun,
        (run) => {
          const value = chineseNumber(run);
          return value === null ? run : /[万亿]/.test(run) ? inWan(value) : String(value);
        },
      )
      .replace(compound, (whole, high: string, large: string, low: string, small: string) => {
        const [above, below] = [chineseUnits[large] ?? 1, chineseUnits[small] ?? 1];
        const rest = figureOf(low) * below;
        return rest < above ? inWan(figureOf(high) * above + rest) : whole;
      })
      .replace(/\bhalf an? (?=[mbt]illion)/gi, '0.5 ')
      .replace(
        englishOnes,
        (_, word: string, hundred?: string) =>
          `${Math.max(1, english.indexOf(word.toLowerCase())) * (hundred ? 100 : 1)} `,
      )
  );
}
