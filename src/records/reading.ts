import type { Bilingual } from '@/domain/bilingual';
import { linear } from '@/domain/expression/linear';
import { looseSpan, type PartialDate, partialDateOf } from '@/domain/partial-date';
import type { Field } from './book';

/** What a text says as a value of a field, or why it says none. */
export type Reading = { value: unknown } | { reason: Bilingual };

const notRead = {
  date: {
    zh: '看不懂这个日期；请写作 2023、2023-05 或 2023-05-06',
    en: 'This date cannot be read; write 2023, 2023-05 or 2023-05-06.',
  },
  number: {
    zh: '看不懂这个数；请写作 7000000000、7B 或 70亿',
    en: 'This number cannot be read; write 7000000000, 7B or 70亿.',
  },
  flag: { zh: '请写 是 或 否', en: 'Write yes or no.' },
  address: { zh: '网址要以 http:// 或 https:// 开头', en: 'An address begins with http:// or https://.' },
} as const satisfies Record<string, Bilingual>;

const listMarks = linear(/[、；;\n/|+]|，|,\s*/g);

/** Parts of a list in one text. */
function partsOf(text: string): string[] {
  return text.split(listMarks).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '');

/** The word of a vocabulary that is meant: its key, or its name in either language. */
export function wordOf(names: Readonly<Record<string, Bilingual>>, text: string): string | undefined {
  const wanted = folded(text);
  return Object.keys(names).find((word) =>
    [word, names[word]?.zh ?? '', names[word]?.en ?? ''].some((name) => folded(name) === wanted),
  );
}

function noWord(names: Readonly<Record<string, Bilingual>>): Bilingual {
  return {
    zh: `请写 ${Object.keys(names).join('、')} 之一（${Object.values(names)
      .map(({ zh }) => zh)
      .join('、')}）`,
    en: `Write one of ${Object.keys(names).join(', ')}.`,
  };
}

/**
 * Reads the text of one field, the same in forms and tables. References stay names, for only the facts know whom they
 * mean; money has a reader of its own (`amount-phrase.ts`). Never a value that the text does not state.
 */
export function readText(field: Field, text: string): Reading {
  switch (field.as) {
    case 'number': {
      const number = numberIn(text);
      return number === null ? { reason: notRead.number } : { value: number };
    }
    case 'date': {
      const date = dateIn(text);
      return date === null ? { reason: notRead.date } : { value: date };
    }
    case 'flag': {
      if (/^(?:yes|true|1|是|有|对|✓|√)$/i.test(text.trim())) return { value: true };
      return /^(?:no|false|0|否|无|不是|×)$/i.test(text.trim()) ? { value: false } : { reason: notRead.flag };
    }
    case 'choice': {
      const word = wordOf(field.names, text);
      return word === undefined ? { reason: noWord(field.names) } : { value: word };
    }
    case 'choices': {
      const words = partsOf(text).map((part) => wordOf(field.names, part));
      return words.includes(undefined) ? { reason: noWord(field.names) } : { value: words };
    }
    case 'address':
      return /^https?:\/\//.test(text) ? { value: text } : { reason: notRead.address };
    case 'bilingual':
      return { value: { zh: text, en: text } };
    case 'lines':
    case 'addresses':
    case 'references':
      return { value: partsOf(text) };
    default:
      return { value: text };
  }
}

/** A plain number, or a count with its unit. */
function numberIn(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[,，\s]/g, '');
  if (/^[-−]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(plain)) return Number(plain.replace('−', '-'));
  return countIn(text);
}

const quarterDate = linear(/^(\d{4})\s*(?:年)?\s*(?:第?([一二三四1-4])季度|[Qq]([1-4]))$/);
const dayDate = linear(
  /^(\d{4})(?:\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2}))?)?\s*[年月日号]?(?:\s+\d{1,2}:\d{2}.*)?$/,
);

/** A date in any of the forms that tables hold: 2023年5月6日, 2023/5/6, 2023.5, May 2023, 45052. */
export function dateIn(cell: string): PartialDate | null {
  const text = cell.normalize('NFKC').trim();
  const serial = /^\d{5}$/.exec(text);
  if (serial) {
    // Excel counts days from the last of 1899.
    const day = new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10);
    return day;
  }
  const quarter = quarterDate.exec(text);
  if (quarter) {
    const number =
      quarter[3] ?? (quarter[2] ? (('一二三四'.indexOf(quarter[2]) + 1 || Number(quarter[2])) as number) : 0);
    return `${quarter[1]}-Q${number}`;
  }
  const numbers = dayDate.exec(text);
  if (numbers) {
    const [, year, month, day] = numbers;
    const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined);
    const span = looseSpan(parts.join('-'));
    return span ? partialDateOf(span) : null;
  }
  const english = /^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$/.exec(text);
  if (english) {
    const month = [
      'jan',
      'feb',
      'mar',
      'apr',
      'may',
      'jun',
      'jul',
      'aug',
      'sep',
      'oct',
      'nov',
      'dec',
    ].indexOf((english[2] ?? '').slice(0, 3).toLowerCase());
    const day = english[1] ?? english[3];
    if (month >= 0)
      return [english[4], String(month + 1).padStart(2, '0'), day?.padStart(2, '0')]
        .filter((part) => part !== undefined)
        .join('-');
  }
  const span = looseSpan(text);
  return span ? partialDateOf(span) : null;
}

const countWithUnit = linear(
  /^([\d,.]+)\s*(万亿|亿|万|T|B|M|K|trillion|billion|million)?\s*(?:个|参数|词元|parameters|tokens)?$/i,
);

/** A number of parameters: 7B, 1.8万亿, 130亿, 13 billion, 6,500,000,000. */
export function countIn(cell: string): number | null {
  const [, digits, unit = ''] = countWithUnit.exec(cell.normalize('NFKC').trim()) ?? [];
  if (digits === undefined) return null;
  const times: Readonly<Record<string, number>> = {
    '': 1,
    万: 1e4,
    亿: 1e8,
    万亿: 1e12,
    k: 1e3,
    m: 1e6,
    b: 1e9,
    t: 1e12,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
  };
  const number = Number(digits.replaceAll(',', '')) * (times[unit.toLowerCase()] ?? Number.NaN);
  return Number.isFinite(number) && number > 0 ? Math.round(number) : null;
}
