import type { Bilingual } from '@/domain/bilingual';
import { linear } from '@/domain/expression/linear';
import { isKnownHead } from './columns';
import { largest, unpack } from './reading/archive';
import { type HeadedTable, headed } from './reading/head-row';
import { jsonOf, linesOf } from './reading/json-table';
import { adapted } from './reading/known-layouts';
import { markdownOf } from './reading/markdown-table';
import {
  type Grid,
  type RawTable,
  type TableChoice,
  type TableFormat,
  tableFormats,
} from './reading/raw-table';
import { separatedOf } from './reading/separated-table';
import { longestCell, mostColumns, mostRows, tooManyColumns } from './reading/table-limits';
import { textOf } from './reading/text-encoding';
import { workbookFormat, workbookOf } from './reading/workbook-table';
import { unreadable } from './unreadable-table';

/** Reads a table out of a file, as it says itself or as somebody chose. Throws `UnreadableTable`. */
export async function readTable(
  bytes: Uint8Array,
  name: string,
  choice: TableChoice = {},
): Promise<RawTable> {
  if (bytes.length === 0) throw unreadable('文件是空的', 'The file is empty.');
  if (bytes.length > largest)
    throw unreadable('文件超过 200 MB，请分开导入', 'The file is larger than 200 MB; split it.');
  const notes: Bilingual[] = [];
  const { format, grids } = await gridsOf(bytes, name, choice, notes);
  const tables = grids.flatMap((grid) => {
    const clean = { ...grid, rows: grid.rows.map((row) => ({ ...row, cells: row.cells.map(shortCell) })) };
    const table = checked(headed(clean, choice.headRow));
    return table.headers.length === 0 ? [] : [table];
  });
  return { format, ...chosen(tables, choice.table, notes) };
}

async function gridsOf(
  bytes: Uint8Array,
  name: string,
  choice: TableChoice,
  notes: Bilingual[],
): Promise<{ format: TableFormat; grids: Grid[] }> {
  const book = workbookFormat(bytes, isZip(bytes) ? namesInside(bytes) : []);
  if (book === 'xlsx' || book === 'xls' || book === 'ods')
    return { format: book, grids: await workbookOf(bytes, book) };
  if (isZip(bytes))
    throw unreadable(
      '这个压缩文件不是表格；请解压后逐个导入其中的表格，本站导出的数据集请用 datapackage.zip',
      'This archive is no table. Unpack it and import the tables in it one by one; of an export of this site take datapackage.zip.',
    );
  refuseOther(bytes, name);
  const text = textOf(bytes, notes, choice.encoding);
  refuseText(text, name);
  const format = formatOf(name, text, choice);
  switch (format) {
    case 'json':
      return { format, grids: jsonOf(text) };
    case 'ndjson':
      return { format, grids: [linesOf(text)] };
    case 'md':
      return { format, grids: markdownOf(text) };
    default:
      return {
        format,
        grids: [separatedOf(text, choice.delimiter || (format === 'tsv' ? '\t' : undefined))],
      };
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** The names in an archive; its size is looked at where it is unpacked. */
function namesInside(bytes: Uint8Array): string[] {
  const names: string[] = [];
  unpack(bytes, (name) => {
    names.push(name);
    return false;
  });
  return names;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, at) => bytes[at] === character.charCodeAt(0));
}

/** One sentence for files of other kinds, instead of one for each of their lines. */
function refuseOther(bytes: Uint8Array, name: string): void {
  if (startsWith(bytes, '%PDF'))
    throw unreadable('PDF 不是表格；请另存为 XLSX 或 CSV', 'A PDF is no table; save it as XLSX or CSV.');
  if (startsWith(bytes, 'PAR1'))
    throw unreadable('不读 Parquet；请用 CSV 或 NDJSON', 'Parquet is not read; use CSV or NDJSON.');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    throw unreadable('请先解压这个 .gz 文件', 'Unpack this .gz file first.');
  if (/\.ya?ml$/i.test(name)) throw yaml();
}

const yaml = () =>
  unreadable(
    '不读 YAML；请把其中的条目转成 JSON 或 CSV 再导入（landscape.yml 可用 yq -o=json 转换）',
    'YAML is not read; turn its items into JSON or CSV first (for a landscape.yml: yq -o=json).',
  );

const yamlStart = linear(/^(?:---\s*\n)?(?:#[^\n]*\n)*[\w-]+:[ \t]*\n\s+(?:- )?[\w-]+:/);

function refuseText(text: string, name: string): void {
  const start = text.slice(0, telling).trimStart();
  if (/^<(?:!doctype|html|\?xml|table)/i.test(start))
    throw unreadable(
      '这是网页或 XML，不是表格；请另存为 CSV 或 XLSX',
      'This is a web page or XML and no table; save it as CSV or XLSX.',
    );
  if (!/\.(?:csv|tsv|md|json|ndjson|jsonl)$/i.test(name) && yamlStart.test(start)) throw yaml();
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
const headAndRule = linear(/^\|?.*\|.*\n\s*\|?\s*:?-+:?\s*\|/m);

function formatOf(name: string, text: string, { delimiter }: TableChoice): TableFormat {
  const [, ending = ''] = /\.([a-z]+)$/i.exec(name) ?? [];
  const named = tableFormats.find((format) => format === ending.toLowerCase());
  const start = text.trimStart();
  if (named === 'json' && start.startsWith('{') && hasObjectAfterObject(start)) return 'ndjson';
  if (named && !['xlsx', 'xls', 'ods'].includes(named)) return named;
  if (ending.toLowerCase() === 'jsonl') return 'ndjson';
  if (delimiter) return 'csv';
  if (start.startsWith('[')) return 'json';
  if (start.startsWith('{')) return hasObjectAfterObject(start) ? 'ndjson' : 'json';
  if (headAndRule.test(start.slice(0, telling))) return 'md';
  return 'csv';
}

/** Blanks at the ends go, and so do rows and columns without anything; what is too large is refused. */
function checked(table: HeadedTable): HeadedTable {
  const headers = [...table.headers];
  while (headers.length > 0 && headers.at(-1) === '') headers.pop();
  if (headers.length > mostColumns) throw tooManyColumns();
  if (headers.some((header) => header.length > longestCell))
    throw unreadable('表头有一格太长', 'A cell of the head is too long.');
  const rows = table.rows.flatMap(({ cells, ...row }) => {
    const own = cells.slice(0, headers.length);
    if (own.every((cell) => cell === '')) return [];
    if (own.some((cell) => cell.length > longestCell))
      throw unreadable(`第 ${row.line} 行有一格太长`, `A cell in row ${row.line} is too long.`);
    while (own.length < headers.length) own.push('');
    return [{ ...row, cells: own }];
  });
  if (rows.length > mostRows)
    throw unreadable('超过一百万行，请分开导入', 'More than a million rows; split the file.');
  return { ...table, headers, rows };
}

/** Tables that go together have one head, and amounts in one unit. */
const headText = ({ headers, unit }: HeadedTable) => [...headers, unit?.text].join('\u0000').toLowerCase();

/** The table that somebody chose; else all with the head of the first that has rows, which belong together. */
function chosen(
  tables: readonly HeadedTable[],
  wished: string | undefined,
  notes: Bilingual[],
): Omit<RawTable, 'format'> {
  const named = tables.find(({ name }) => name === wished && wished !== undefined && wished !== '');
  const best = tables
    .map((table) => ({
      table,
      score: table.rows.length > 0 ? 1 + table.headers.filter(isKnownHead).length : 0,
    }))
    .sort((a, b) => b.score - a.score)[0]?.table;
  const first = named ?? best;
  if (!first) throw unreadable('没有表头', 'There is no head with the names of columns.');
  const read = named ? [named] : tables.filter((table) => headText(table) === headText(first));
  const left = tables.filter((table) => !read.includes(table) && table.rows.length > 0);
  if (left.length > 0) {
    const names = left
      .map(({ name, rows }) => `${name || '—'} (${rows.length})`)
      .join(', ')
      .slice(0, 300);
    notes.push({
      zh: `另有 ${left.length} 张表没有读，可另选：${names}`,
      en: `${left.length} other tables were not read; choose one of them to read it: ${names}`,
    });
  }
  const several = read.length > 1;
  if (several)
    notes.push({
      zh: `${read.length} 张表头相同的表一起读：${read
        .map(({ name }) => name)
        .join('、')
        .slice(0, 300)}`,
      en: `${read.length} tables with the same head are read together: ${read
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 300)}`,
    });
  const together = {
    headers: first.headers,
    headRow: first.headRow,
    rows: read.flatMap(({ name, rows }) => (several ? rows.map((row) => ({ ...row, sheet: name })) : rows)),
    notes: [...notes, ...read.flatMap((table) => table.notes)],
    tables: tables.map((table) => ({
      name: table.name,
      rows: table.rows.length,
      read: read.includes(table),
    })),
    unit: first.unit,
    question: null,
  };
  return adapted(together);
}

/** Before anything is made of it: a text of megabytes may stand in every cell of a workbook that holds it once. */
function shortCell(cell: string): string {
  return cell.length > longestCell ? cell : cleaned(cell);
}

/** One width for letters, digits and blanks; links of Markdown stay as they are. */
export function cleaned(cell: string): string {
  return cell
    .replace(/[\0\ufeff\u200b-\u200d]/g, '')
    .replace(/[\u00a0\u3000]/g, ' ')
    .trim();
}
