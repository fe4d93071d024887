import type { Bilingual } from '@/domain/bilingual';
import { linear } from '@/domain/expression/linear';
import { chineseUnits } from './amount-numerals';
import { plainDigits } from './written-digits';

export type CountReading = { count: number } | { question: Bilingual };

const units: Readonly<Record<string, number>> = {
  ...chineseUnits,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  t: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

const countWithUnit = linear(
  /^(\d+(?:,\d{3})*(?:\.\d+)?)\s*(万亿|千亿|百亿|十亿|亿|千万|百万|万|千|trillion|billion|million|thousand|bn|mn|T|B|M|K)?\s*(?:个|参数量?|词元|params?|parameters|tokens?)*$/i,
);

/** Nothing that has so few parameters is a model; the figure counts in a unit that nobody named. */
const fewest = 1000;

/** A number of parameters: 7B, 1.8万亿, 130亿, 1.3e10, 6,500,000,000; `scale`: what one of a bare figure is worth. */
export function readCount(cell: string, scale: number | null): CountReading {
  const text = plainDigits(cell.normalize('NFKC').trim().slice(0, 60));
  const [, digits, unit = ''] = countWithUnit.exec(text) ?? [];
  if (digits === undefined)
    return {
      question: {
        zh: '看不懂参数规模；请写一个确切的数，如 7B、130亿',
        en: 'The number of parameters cannot be read; write one exact number, such as 7B or 130亿.',
      },
    };
  const times = unit === '' ? (scale ?? 1) : (units[unit.toLowerCase()] ?? Number.NaN);
  const count = Math.round(Number(digits.replaceAll(',', '')) * times);
  if (unit === '' && scale === null && count < fewest)
    return {
      question: {
        zh: `“${text}”是多少？请在表头写单位，如 参数量（亿）、Params (B)`,
        en: `"${text}" of what? Name the unit in the head: Params (B), 参数量（亿）.`,
      },
    };
  if (!Number.isSafeInteger(count) || count <= 0)
    return {
      question: { zh: '参数规模不可能是这个数', en: 'This cannot be a number of parameters.' },
    };
  return { count };
}
