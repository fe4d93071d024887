import { type Cell, type CellValue, readOds, readXls, readXlsx, type Sheet, type Workbook } from 'hucre';
import type { Grid, TableFormat } from './raw-table';
import { refuseSheetBomb } from './sheet-size';
import { unreadable } from './unreadable-table';

/** Reads every sheet that is shown. Throws `UnreadableTable`. */
export async function workbookOf(bytes: Uint8Array, format: 'xlsx' | 'xls' | 'ods'): Promise<Grid[]> {
  if (format !== 'xls') refuseSheetBomb(bytes);
  let workbook: Workbook;
  try {
    const read = { xlsx: readXlsx, xls: readXls, ods: readOds }[format];
    workbook = await read(bytes, { readStyles: true });
  } catch (error) {
    const name = format.toUpperCase();
    throw unreadable(
      `不是可读的 ${name} 文件：${(error as Error).message}`,
      `This is no readable ${name} file: ${(error as Error).message}`,
    );
  }
  return workbook.sheets
    .filter((sheet) => !sheet.hidden && !sheet.veryHidden && sheet.rows.length > 0)
    .map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet), hasHead: false }));
}

export function workbookFormat(bytes: Uint8Array, names: readonly string[]): TableFormat | null {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return 'xls';
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  return names.includes('content.xml') ? 'ods' : null;
}

function rowsOf(sheet: Sheet): Grid['rows'] {
  const rows = sheet.rows.map((values, row) => ({
    line: row + 1,
    cells: values.map((value, column) => textOf(value, sheet.cells?.get(`${row},${column}`))),
  }));
  // One cell over several rows says the same of each of them; over several columns it is a title.
  for (const { startRow, endRow, startCol } of sheet.merges ?? []) {
    const text = rows[startRow]?.cells[startCol] ?? '';
    for (let row = startRow + 1; row <= endRow && row < rows.length; row++) {
      const cells = rows[row]?.cells;
      if (cells) while (cells.length <= startCol) cells.push('');
      if (cells && cells[startCol] === '') cells[startCol] = text;
    }
  }
  return rows;
}

/** A cell as its reader sees it: with the currency and the unit of its format, as much of a date as is shown, its link. */
function textOf(value: CellValue, cell: Cell | undefined): string {
  if (cell?.formula !== undefined && value === null) return `#UNRECKONED =${cell.formula}`.slice(0, 200);
  const text = valueText(value, cell?.style?.numFmt);
  const target = cell?.hyperlink?.target ?? '';
  return /^https?:\/\//.test(target) && text !== '' && !text.includes(target)
    ? `[${text.replaceAll(/[[\]]/g, '')}](${target})`
    : text;
}

function valueText(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : shownDate(value, format);
  if (typeof value === 'number') return shownNumber(value, format);
  return String(value);
}

/** Words of a number format stand in quotes or brackets; what is left says what is shown. */
function bare(format: string): string {
  return format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
}

/** mmm-yy shows a month: the day behind it was never said. */
function shownDate(date: Date, format: string | undefined): string {
  const day = date.toISOString().slice(0, 10);
  if (format === undefined) return day;
  const shown = bare(format);
  if (shown.includes('d') || !/[my]/.test(shown)) return day;
  return shown.includes('m') ? day.slice(0, 7) : day.slice(0, 4);
}

const localeOfYen = /\[\$[¥￥]-(?:411|[0-9a-f]*411)\]/i;

/** 50000000 shown as $50,000,000 is dollars; 1.5 shown as 1.5亿元 is that. */
function shownNumber(value: number, format: string | undefined): string {
  // No exponent: it is how JavaScript writes, not how the cell is shown.
  const number = Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  if (format === undefined || format === 'General') return number;
  const [positive = ''] = format.split(';');
  if (positive.includes('%')) return `${Number((value * 100).toPrecision(12))}%`;
  const [, named = ''] = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(positive) ?? [];
  const quoted = [...positive.matchAll(/"([^"]*)"|\\(.)/g)].map(([, text, one]) => text ?? one ?? '').join('');
  const unquoted = positive.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  const sign = localeOfYen.test(positive)
    ? 'JPY'
    : named.trim() || (/^[$¥￥€£₩₹]/.exec(unquoted.trim() || quoted.trim())?.[0] ?? '');
  // A comma behind the digits shows thousands of the value: the words behind it are no unit of it.
  const scaled = /[0#?],+(?![0#?])/.test(unquoted);
  const words = quoted.replace(sign, '').trim();
  const unit = scaled || !/^(?:[万亿千百十]*(?:元|美元|港元|欧元|日元|英镑|人民币)?|k|m|mm|b|bn|million|billion|usd|eur|hkd|cny|rmb)$/i.test(words) ? '' : words;
  return [sign === '￥' ? '¥' : sign, `${number}${/^[\p{Script=Han}]/u.test(unit) ? unit : ''}`, /^[a-z]/i.test(unit) ? unit : '']
    .filter((part) => part !== '')
    .join(' ');
}
