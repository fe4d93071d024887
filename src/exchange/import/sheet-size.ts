import { type Look, refuseBomb } from './archive';
import { unreadable } from './unreadable-table';

/** Rows and columns that a sheet of Excel can have. */
const [excelRows, excelColumns] = [1_048_576, 16_384];
/** Cells between the first one and the last, empty ones too: readers make a place for each. */
const mostCells = 20_000_000;
/** Characters of a reference to a cell with what stands around it. */
const longestReference = 40;

/** The last row and column that a sheet names, in any reference: of a cell, of its dimension, of merged cells. */
class Extent {
  private row = 1;
  private column = 1;
  private rest = '';

  /** Looks at the next piece of a sheet's text. */
  add(text: string): void {
    const seen = this.rest + text;
    for (const [, letters = '', digits = ''] of seen.matchAll(/["':]\$?([A-Z]{1,3})\$?(\d{1,9})(?=["':])/g)) {
      let column = 0;
      for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
      this.column = Math.max(this.column, column);
      this.row = Math.max(this.row, Number(digits));
    }
    this.rest = seen.slice(-longestReference);
    this.refuse();
  }

  private refuse(): void {
    const { row, column } = this;
    if (row * column <= mostCells && row <= excelRows && column <= excelColumns) return;
    throw unreadable(
      `工作表一直延伸到第 ${row} 行、第 ${column} 列，格子太多；请删去表格右边和下边多余的格子，或另存为 CSV`,
      `The sheet reaches to row ${row}, column ${column}: too many cells. Delete what stands far right of or below the table, or save it as CSV.`,
    );
  }
}

/** Refuses a workbook that would unpack to too much, or whose sheets reach so far that reading them fills the memory. */
export function refuseSheetBomb(bytes: Uint8Array): void {
  const extents = new Map<string, Extent>();
  const decoder = new TextDecoder('latin1');
  const look: Look = (name, chunk) => {
    if (!/\.xml$/i.test(name) || /(?:sharedStrings|styles|theme\d*)\.xml$/i.test(name)) return;
    const extent = extents.get(name) ?? new Extent();
    extents.set(name, extent);
    extent.add(decoder.decode(chunk));
  };
  refuseBomb(bytes, () => true, look);
}
