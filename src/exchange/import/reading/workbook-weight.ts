import { unreadable } from '../unreadable-table';

/** Rows and columns that a sheet of Excel can have. */
const [excelRows, excelColumns] = [1_048_576, 16_384];
/** Cells between the first one and the last, empty ones too, of all sheets: readers make a place for each. */
const mostCells = 20_000_000;

/** Attributes that say where something is, by the name of their element. */
const placed: Readonly<Record<string, string>> = { c: 'r', row: 'r', dimension: 'ref', mergeCell: 'ref' };
/** How a place is written: of a cell, of a row, of the cells between two. Readers take other ways of writing it for far ones. */
const place = /^(?:\$?([A-Z]{1,3}))?\$?(\d{1,9})(?::\$?([A-Z]{1,3})\$?(\d{1,9}))?$/;
const longestPlace = 40;
/**
 * Characters of one tag or one text: a cell of Excel has at most 32,767, six times as many where each is written as an entity.
 * Readers of XML look at the beginning of what has not ended yet again and again.
 */
const longestPiece = 250_000;
/** Bytes of the list of a workbook's parts: some two thousand sheets. */
const longestList = 256 * 1024;

/** The last row and column that a sheet names. */
interface Extent {
  row: number;
  column: number;
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function widen(extent: Extent, written: string): void {
  const [, letters = 'A', digits, lastLetters = 'A', lastDigits = '1'] =
    (written.length <= longestPlace && place.exec(written)) || [];
  if (digits === undefined) {
    const shown = written.slice(0, longestPlace);
    throw unreadable(
      `工作表里有一个单元格的位置写作“${shown}”，不是位置；请另存为 CSV`,
      `A cell of the sheet stands at "${shown}", which is no place; save it as CSV.`,
    );
  }
  extent.row = Math.max(extent.row, Number(digits), Number(lastDigits));
  extent.column = Math.max(extent.column, columnOf(letters), columnOf(lastLetters));
  if (extent.row > excelRows || extent.column > excelColumns) refuse(extent);
}

function refuse({ row, column }: Extent): never {
  throw unreadable(
    `工作表一直延伸到第 ${row} 行、第 ${column} 列，格子太多；请删去表格右边和下边多余的格子，或另存为 CSV`,
    `The sheet reaches to row ${row}, column ${column}: too many cells. Delete what stands far right of or below the table, or save it as CSV.`,
  );
}

function inPieces(length: number): void {
  if (length > longestPiece)
    throw unreadable(
      '工作簿里有一段文字或一个标签太长；请另存为 CSV',
      'A text or a tag of the workbook is too long; save it as CSV.',
    );
}

/** What is no element, and how it ends. */
const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
  ['</', '>'],
] as const;

const local = (name: string) => name.slice(name.lastIndexOf(':') + 1);

/** How far the sheet in this XML reaches; one cell where it is no sheet. Looks at each character once. */
function extentOf(xml: string): Extent {
  const extent = { row: 1, column: 1 };
  let ended = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    // What stands before it is a text.
    inPieces(at - ended);
    const aside = asides.find(([begins]) => xml.startsWith(begins, at));
    if (aside) {
      const end = xml.indexOf(aside[1], at + aside[0].length);
      inPieces((end === -1 ? xml.length : end) - at);
      if (end === -1) return extent;
      at = end + aside[1].length;
      ended = at;
      continue;
    }
    const begin = at + 1;
    for (at = begin; at < xml.length && !/[\s/>]/.test(xml.charAt(at)); ) at += 1;
    const wanted = at - begin > 20 ? undefined : placed[local(xml.slice(begin, at))];
    // Its attributes: what stands in quotes may hold anything.
    for (let from = at; at < xml.length; at += 1) {
      const mark = xml.charAt(at);
      if (mark === '>') break;
      if (mark !== '"' && mark !== "'") continue;
      const end = xml.indexOf(mark, at + 1);
      inPieces((end === -1 ? xml.length : end) - begin);
      if (end === -1) return extent;
      if (wanted && local(xml.slice(from, at).replace('=', '').trim()) === wanted)
        widen(extent, xml.slice(at + 1, Math.min(end, at + 2 + longestPlace)));
      from = end + 1;
      at = end;
    }
    inPieces(at - begin);
    ended = at + 1;
  }
  inPieces(xml.length - ended);
  return extent;
}

/**
 * Refuses a workbook whose sheets together reach so far that reading them fills the memory, or whose parts are such that
 * reading them takes more than time in proportion. Throws `UnreadableTable`.
 */
export function refuseHeavyWorkbook(files: Readonly<Record<string, Uint8Array>>): void {
  let cells = 0;
  for (const [name, content] of Object.entries(files)) {
    if (name.endsWith('.rels') && content.length > longestList)
      throw unreadable(
        '工作簿的工作表太多；请另存为 CSV',
        'The workbook has too many sheets; save it as CSV.',
      );
    const extent = extentOf(
      Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1'),
    );
    cells += extent.row * extent.column;
    if (cells > mostCells) refuse(extent);
  }
}
