import type { Lang } from '@/domain/bilingual';
import { csvOf } from '@/tables/csv';
import type { Table } from '@/tables/table';
import { xlsxOf } from '@/tables/xlsx';

/** The formats of a list's files. */
export const listFormats = ['csv', 'xlsx', 'json'] as const;
type ListFormat = (typeof listFormats)[number];

/** A list as JSON: its columns, and a row an object by their keys. */
function listJson(table: Table, lang: Lang, edition: number) {
  return {
    edition,
    language: lang,
    columns: table.columns.map(({ key, label, kind, unit }) => ({
      key,
      label: label[lang],
      type: kind,
      unit,
    })),
    rows: table.rows.map((cells) =>
      Object.fromEntries(table.columns.map(({ key }, at) => [key, cells[at]?.value ?? null])),
    ),
  };
}

/** The body of a list's file. `name` is that of the sheet. */
export async function listFile(
  table: Table,
  format: ListFormat,
  lang: Lang,
  name: string,
  edition: number,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === 'csv') return csvOf(table, lang, true);
  if (format === 'xlsx') return xlsxOf(table, lang, name);
  return JSON.stringify(listJson(table, lang, edition), null, 1);
}
