import type { Bilingual } from '@/domain/bilingual';
import { readCount } from '@/domain/count-phrase';
import { readDate } from '@/domain/date-phrase';
import { linear } from '@/domain/expression/linear';
import { plainDigits } from '@/domain/written-digits';
import type { Field } from './book';

/** What a text says as a value of a field, or why it says none. */
export type Reading = { value: unknown } | { reason: Bilingual };

const notRead = {
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
function wordOf(names: Readonly<Record<string, Bilingual>>, text: string): string | undefined {
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
      const reading = readDate(text);
      return 'date' in reading ? { value: reading.date } : { reason: reading.question };
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
  const plain = plainDigits(text.normalize('NFKC').trim()).replaceAll(/[,\s]/g, '');
  if (/^[-−]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(plain)) return Number(plain.replace('−', '-'));
  const count = readCount(text, null);
  return 'count' in count ? count.count : null;
}
