import { linear } from '@/domain/expression/linear';
import { looseSpan, type PartialDate, partialDateOf } from '@/domain/partial-date';

/** A name with the link that it carried. */
export interface LinkedName {
  name: string;
  url: string | null;
}

const markdownLinkToWeb = linear(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g);
const bracketLink = linear(/\[[^\]]+\]\([^)]*\)/g);
const outerMarks = linear(/^[-*•/|]+|[|/]+$/g);

/** [名称](https://…), one or several, also with text between; texts without a link are split where lists are. */
export function namesIn(cell: string): LinkedName[] {
  const links = [...cell.matchAll(markdownLinkToWeb)].map(([, name = '', url = '']) => ({
    name: name.trim(),
    url,
  }));
  const rest = cell.replaceAll(bracketLink, '\n');
  const names = rest
    .split(/[、；;\n]|，(?=\S)|,\s+|\s{2,}|<br\s*\/?>/)
    .flatMap((name) =>
      name.trim().replaceAll(outerMarks, '').trim() === '' ? [] : [{ name: name.trim(), url: null }],
    );
  return [...links, ...names];
}

const markdownLink = linear(/!?\[([^\]]*)\]\([^)]*\)/g);
const htmlTag = linear(/<[^>]+>/g);

/** A cell without the markup of Markdown and HTML: its text. */
export function plainCell(cell: string): string {
  return cell
    .replaceAll(markdownLink, '$1')
    .replaceAll(htmlTag, ' ')
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The first link in a cell; null where there is none. */
export function linkIn(cell: string): string | null {
  return /https?:\/\/[^\s)\]，。；]+/.exec(cell)?.[0] ?? null;
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
  /^([\d,.]+)\s*(万亿|亿|万|T|B|M|K|trillion|billion|million)?\s*(?:个|参数|parameters)?$/i,
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

/** Nothing is said: —, 无, 不详, N/A. */
export function isNothing(cell: string): boolean {
  return /^(?:[-—–/\\.]*|无|空|不详|未知|暂无|n\/?a|null|none|unknown|tbd)$/i.test(cell.trim());
}
