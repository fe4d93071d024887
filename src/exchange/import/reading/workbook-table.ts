import { strFromU8, strToU8, zipSync } from 'fflate';
import { type Cell, type CellValue, readOds, readXls, readXlsx, type Sheet, type Workbook } from 'hucre';
import { linear } from '@/domain/expression/linear';
import { unreadable } from '../unreadable-table';
import { unpack } from './archive';
import type { Grid, TableFormat } from './raw-table';
import { refuseHeavyWorkbook } from './workbook-weight';

/** Reads every sheet that is shown. Throws `UnreadableTable`. */
export async function workbookOf(bytes: Uint8Array, format: 'xlsx' | 'xls' | 'ods'): Promise<Grid[]> {
  const book = format === 'xls' ? bytes : measured(bytes);
  let workbook: Workbook;
  try {
    const read = { xlsx: readXlsx, xls: readXls, ods: readOds }[format];
    workbook = await read(book, { readStyles: true });
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

const [packages, offices] = ['package/2006', 'officeDocument/2006'].map(
  (name) => `http://schemas.openxmlformats.org/${name}/relationships`,
);

/** What was unpacked and found light enough, packed again: the reader finds nothing else. */
function measured(bytes: Uint8Array): Uint8Array {
  const files = unpack(bytes, (name) => /\.xml(?:\.rels)?$|^mimetype$|^_rels\/\.rels$/.test(name));
  refuseHeavyWorkbook(files);
  // Some programs leave out what says where the parts are; spreadsheets open such files all the same.
  if (files['xl/workbook.xml'] && !files['_rels/.rels'])
    files['_rels/.rels'] = strToU8(
      `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${offices}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    );
  const related = files['xl/_rels/workbook.xml.rels'];
  const list = related && strFromU8(related);
  const unlisted = ['sharedStrings', 'styles'].filter(
    (part) => files[`xl/${part}.xml`] && list !== undefined && !list.includes(`${part}.xml`),
  );
  if (list !== undefined && unlisted.length > 0) {
    const more = unlisted.map(
      (part) => `<Relationship Id="own-${part}" Type="${offices}/${part}" Target="${part}.xml"/>`,
    );
    files['xl/_rels/workbook.xml.rels'] = strToU8(
      list.replace('</Relationships>', `${more.join('')}</Relationships>`),
    );
  }
  return zipSync(files, { level: 0 });
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

/** What stands in a format for itself: in quotes, behind a backslash, in brackets. */
const literals = linear(/"[^"]*"|\\.|\[[^\]]*\]/g);
const namedCurrency = linear(/\[\$([^\]-]+)(?:-[^\]]*)?\]/);

/** Words of a number format stand in quotes or brackets; what is left says what is shown. */
function bare(format: string): string {
  return format.replaceAll(literals, '').toLowerCase();
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

function signAtStart(text: string): string | undefined {
  return /^[$¥￥€£₩₹]/.exec(text.trim())?.[0];
}

/** 50000000 shown as $50,000,000 is dollars; 1.5 shown as 1.5亿元 is that. */
function shownNumber(value: number, format: string | undefined): string {
  // No exponent: it is how JavaScript writes, not how the cell is shown.
  const number = Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  if (format === undefined || format === 'General') return number;
  const [positive = ''] = format.split(';');
  if (positive.includes('%')) return `${Number((value * 100).toPrecision(12))}%`;
  const [, named = ''] = namedCurrency.exec(positive) ?? [];
  const quoted = [...positive.matchAll(/"([^"]*)"|\\(.)/g)]
    .map(([, text, one]) => text ?? one ?? '')
    .join('');
  const unquoted = positive.replaceAll(literals, '');
  const sign = localeOfYen.test(positive)
    ? 'JPY'
    : named.trim() || (signAtStart(unquoted) ?? signAtStart(quoted) ?? '');
  // A comma behind the digits shows thousands of the value: the words behind it are no unit of it.
  const scaled = /[0#?],+(?![0#?])/.test(unquoted);
  const words = quoted.replace(sign, '').trim();
  const unit =
    scaled ||
    !/^(?:[万亿千百十]*(?:元|美元|港元|欧元|日元|英镑|人民币)?|k|m|mm|b|bn|million|billion|usd|eur|hkd|cny|rmb)$/i.test(
      words,
    )
      ? ''
      : words;
  return [
    sign === '￥' ? '¥' : sign,
    `${number}${/^[\p{Script=Han}]/u.test(unit) ? unit : ''}`,
    /^[a-z]/i.test(unit) ? unit : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
