import writeExcelFile from 'write-excel-file/node';
import type { Lang } from '@/domain/bilingual';
import type { Table } from './table';

/** Characters that a spreadsheet takes in one cell. */
const longestCell = 32_000;

/** A table as a spreadsheet: numbers are numbers, and no text is a formula. */
export async function xlsxOf(table: Table, lang: Lang, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const head = table.columns.map(({ label }) => ({ value: label[lang], fontWeight: 'bold' as const }));
  const rows = table.rows.map((row) =>
    row.map(({ value }) => (typeof value === 'string' ? value.slice(0, longestCell) || null : value)),
  );
  const file = writeExcelFile([
    {
      data: [head, ...rows],
      sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      stickyRowsCount: 1,
      columns: table.columns.map(({ kind }) => ({ width: kind === 'number' ? 14 : 28 })),
    },
  ]);
  return new Uint8Array(await file.toBuffer());
}
