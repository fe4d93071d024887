import type { Lang } from '@/domain/bilingual';
import { unitNames } from '@/i18n/charts';
import type { Table } from './table';

/**
 * The table as CSV (RFC 4180: CRLF, quotes where needed), numbers in full. A text that a spreadsheet would run as a
 * formula gets an apostrophe before it (OWASP, CSV injection).
 */
export function csvOf(table: Table, lang: Lang, byteOrderMark: boolean): string {
  const heads = table.columns.map(({ label, unit }) => {
    const name = unit === null ? undefined : (unitNames[unit]?.[lang] ?? unit);
    return name === undefined
      ? label[lang]
      : lang === 'zh'
        ? `${label.zh}（${name}）`
        : `${label.en} (${name})`;
  });
  const lines = [heads, ...table.rows.map((row) => row.map((cell) => cell.value))].map((line) =>
    line.map(csvField).join(','),
  );
  return `${byteOrderMark ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}

/** What begins a formula, in the width of Chinese input methods too; blanks before it do not keep a program from running it. */
const formula = /^[\s\0]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r]/;

/** One field of a line; a text that looks like a formula is defused. */
export function csvField(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  // Some spreadsheets part fields at semicolons or tabs: what stands behind one would begin a field of its own.
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
