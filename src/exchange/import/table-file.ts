import { parse } from 'csv-parse/sync';
import { zipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import type { Bilingual } from '@/domain/bilingual';
import { parseBoundedJson } from '@/domain/bounded-json';
import { linear } from '@/domain/expression/linear';
import { largest, unpack } from './archive';
import { UnreadableTable, unreadable } from './unreadable-table';
import { refuseHeavyWorkbook } from './workbook-weight';

/** The formats that a table may come in. */
export const tableFormats = ['csv', 'tsv', 'xlsx', 'json', 'ndjson', 'md'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A table as a file holds it: its head, its rows as texts, and what had to be done to read it. */
export interface RawTable {
  format: TableFormat;
  headers: string[];
  /** The number of the line or row in the file, from 1, and its cells. */
  rows: { line: number; cells: string[] }[];
  /** What was done beside reading: another encoding, blanks cut off. */
  notes: Bilingual[];
}

const mostRows = 1_000_000;
const mostColumns = 200;
/** Columns that a row may have where those without a head are left out. */
const mostEmptyColumns = 20_000;
/** Characters of one cell. */
const longestCell = 20_000;

const tooManyColumns = () =>
  unreadable(
    `表格超过 ${mostColumns} 列；请删去不需要的列再导入`,
    `The table has more than ${mostColumns} columns; leave out those that are not needed.`,
  );

/** Reads a table out of a file. Throws `UnreadableTable`. */
export async function readTable(bytes: Uint8Array, name: string): Promise<RawTable> {
  if (bytes.length === 0) throw unreadable('文件是空的', 'The file is empty.');
  if (bytes.length > largest)
    throw unreadable('文件超过 200 MB，请分开导入', 'The file is larger than 200 MB; split it.');
  const notes: Bilingual[] = [];
  if (isZip(bytes)) return checked({ format: 'xlsx', ...(await sheetOf(bytes)), notes });
  const text = textOf(bytes, notes);
  const format = formatOf(name, text);
  switch (format) {
    case 'json':
      return checked({ format, ...objectsOf(jsonOf(text)), notes });
    case 'ndjson':
      return checked({ format, ...objectsOf(linesOf(text)), notes });
    case 'md':
      return checked({ format, ...markdownOf(text), notes });
    default:
      return checked({ format, ...separatedOf(text, format === 'tsv' ? '\t' : delimiterOf(text)), notes });
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** UTF-8 where it is that, UTF-16 where a mark says so, else GB18030, which Chinese spreadsheets still write. */
function textOf(bytes: Uint8Array, notes: Bilingual[]): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) {
    notes.push({ zh: '按 UTF-16 读取', en: 'Read as UTF-16.' });
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    try {
      const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
      notes.push({ zh: '不是 UTF-8，按 GB18030 读取', en: 'Not UTF-8; read as GB18030.' });
      return text;
    } catch {
      throw unreadable('看不出文字编码；请另存为 UTF-8', 'The encoding cannot be told; save it as UTF-8.');
    }
  }
}

/** Does a line that ends in a bracket stand before one that begins with one, as in NDJSON? */
function hasObjectAfterObject(text: string): boolean {
  let [closed, newLine] = [false, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) newLine = true;
    else if (code !== 0x20 && code !== 0x0d && code !== 0x09) {
      if (code === 0x7b && closed && newLine) return true;
      [closed, newLine] = [code === 0x7d, false];
    }
  }
  return false;
}

/** Characters at the beginning of a text that tell of which kind it is. */
const telling = 65_536;
const headAndRule = linear(/^\|?.*\|.*\n\s*\|?\s*:?-{2,}/m);

function formatOf(name: string, text: string): TableFormat {
  const [, ending = ''] = /\.([a-z]+)$/i.exec(name) ?? [];
  const named = tableFormats.find((format) => format === ending.toLowerCase());
  const start = text.trimStart();
  if (named === 'json' && start.startsWith('{') && hasObjectAfterObject(start)) return 'ndjson';
  if (named && named !== 'xlsx') return named;
  if (ending.toLowerCase() === 'jsonl') return 'ndjson';
  if (start.startsWith('[')) return 'json';
  if (start.startsWith('{')) return 'ndjson';
  if (headAndRule.test(start.slice(0, telling))) return 'md';
  return text.split('\n', 1)[0]?.includes('\t') ? 'tsv' : 'csv';
}

/** Excel writes what the machine's region says; the head tells which. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split('\n', 1);
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t', '，'].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

type Content = Pick<RawTable, 'headers' | 'rows'>;

function separatedOf(text: string, delimiter: string): Content {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      // One more than is taken, so that too many are told and not cut off.
      to: mostRows + 2,
      on_record: (read) => {
        // With `info` it comes as it is handed out, whatever its type says.
        if ((read as unknown as (typeof records)[number]).record.length > mostEmptyColumns)
          throw tooManyColumns();
        return read;
      },
      max_record_size: longestCell * mostColumns,
    }) as unknown as typeof records;
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw unreadable(
      `表格读不下去：${(error as Error).message}`,
      `The table cannot be read on: ${(error as Error).message}`,
    );
  }
  const [head, ...rest] = records;
  return {
    headers: head?.record ?? [],
    rows: rest.map(({ record, info }) => ({ line: info.lines, cells: record })),
  };
}

function jsonOf(text: string): unknown[] {
  let content: unknown;
  try {
    content = parseBoundedJson(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw unreadable(
      `不是正确的 JSON：${(error as Error).message}`,
      `This is no valid JSON: ${(error as Error).message}`,
    );
  }
  if (Array.isArray(content)) return content;
  const list = Object.values((content ?? {}) as object).find((value) => Array.isArray(value));
  if (Array.isArray(list)) return list;
  throw unreadable('JSON 里没有列表', 'The JSON holds no list.');
}

function linesOf(text: string): unknown[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [parseBoundedJson(line)];
      } catch {
        throw unreadable(`第 ${at + 1} 行不是正确的 JSON`, `Line ${at + 1} is no valid JSON.`);
      }
    });
}

/** Objects as a table: nested parts get a name with a point, lists of texts one cell with a line each. */
function objectsOf(objects: readonly unknown[]): Content {
  const headers = new Set<string>();
  const flat = objects.map((each, at) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each))
      throw unreadable(`第 ${at + 1} 项不是对象`, `Item ${at + 1} is no object.`);
    const cells = new Map<string, string>();
    flatten(each as Record<string, unknown>, '', cells);
    for (const name of cells.keys()) headers.add(name);
    if (headers.size > mostColumns) throw tooManyColumns();
    return cells;
  });
  return {
    headers: [...headers],
    rows: flat.map((cells, at) => ({
      line: at + 1,
      cells: [...headers].map((header) => cells.get(header) ?? ''),
    })),
  };
}

function flatten(
  object: Readonly<Record<string, unknown>>,
  prefix: string,
  cells: Map<string, string>,
): void {
  for (const [key, value] of Object.entries(object)) {
    if (value === null || value === undefined) continue;
    if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
      cells.set(prefix + key, value.join('\n'));
    else if (typeof value === 'object') flatten(value as Record<string, unknown>, `${prefix}${key}.`, cells);
    else cells.set(prefix + key, String(value));
  }
}

/** Characters of the row of dashes below a head. */
const longestRule = 20_000;
const ruleRow = linear(/^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/);

function markdownOf(text: string): Content {
  const lines = text.split(/\r?\n/);
  const rule = lines.findIndex(
    (line, at) => at > 0 && line.length <= longestRule && line.includes('--') && ruleRow.test(line),
  );
  if (rule < 1) throw unreadable('没有找到 Markdown 表格', 'There is no Markdown table in it.');
  const cellsOf = (line: string) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) =>
        cell
          .trim()
          .replaceAll('\\|', '|')
          .replaceAll(/<br\s*\/?>/gi, '\n'),
      );
  const rows: Content['rows'] = [];
  for (let at = rule + 1; at < lines.length && lines[at]?.includes('|'); at++)
    rows.push({ line: at + 1, cells: cellsOf(lines[at] ?? '') });
  return { headers: cellsOf(lines[rule - 1] ?? ''), rows };
}

async function sheetOf(bytes: Uint8Array): Promise<Content> {
  const files = unpack(bytes, (name) => /\.xml(?:\.rels)?$/.test(name));
  refuseHeavyWorkbook(files);
  // The reader unpacks for itself: given what was unpacked here, it finds nothing else.
  const measured = Buffer.from(zipSync(files, { level: 0 }));
  let sheets: { data: unknown[][] }[];
  try {
    sheets = (await readSheets(measured)) as unknown as typeof sheets;
  } catch (error) {
    throw unreadable(
      `不是可读的 XLSX 文件：${(error as Error).message}`,
      `This is no readable XLSX file: ${(error as Error).message}`,
    );
  }
  const [head = [], ...rest] = sheets.find(({ data }) => data.length > 0)?.data ?? [];
  const text = (value: unknown) =>
    value === null || value === undefined
      ? ''
      : value instanceof Date
        ? value.toISOString().slice(0, 10)
        : String(value);
  return {
    headers: head.map(text),
    rows: rest.map((cells, at) => ({ line: at + 2, cells: cells.map(text) })),
  };
}

/** Blanks at the ends go, and so do rows and columns without anything; what is too large is refused. */
function checked(table: RawTable): RawTable {
  const { notes } = table;
  if (table.headers.some((header) => header.length > longestCell))
    throw unreadable('表头有一格太长', 'A cell of the head is too long.');
  const headers = table.headers.map(clean);
  while (headers.length > 0 && headers.at(-1) === '') headers.pop();
  if (headers.length === 0) throw unreadable('没有表头', 'There is no head with the names of columns.');
  if (headers.length > mostColumns) throw tooManyColumns();
  const rows = table.rows.flatMap(({ line, cells }) => {
    const sent = cells.slice(0, headers.length);
    // Before anything is made of them: a text of megabytes may stand in every cell of a workbook that holds it once.
    if (sent.some((cell) => cell.length > longestCell))
      throw unreadable(`第 ${line} 行有一格太长`, `A cell in row ${line} is too long.`);
    const own = sent.map(clean);
    if (own.every((cell) => cell === '')) return [];
    return [{ line, cells: [...own, ...Array(Math.max(0, headers.length - own.length)).fill('')] }];
  });
  if (rows.length > mostRows)
    throw unreadable('超过一百万行，请分开导入', 'More than a million rows; split the file.');
  const dropped = table.rows.length - rows.length;
  if (dropped > 0) notes.push({ zh: `跳过 ${dropped} 个空行`, en: `${dropped} empty rows were left out.` });
  return { ...table, headers, rows, notes };
}

/** One width for letters, digits and blanks; links of Markdown stay as they are. */
function clean(cell: string): string {
  return cell
    .replace(/[\0\ufeff\u200b-\u200d]/g, '')
    .replace(/[\u00a0\u3000]/g, ' ')
    .trim();
}
