import { parse } from 'csv-parse/sync';
import { UnreadableTable, unreadable } from '../unreadable-table';
import { delimiters, type Grid } from './raw-table';
import { longestCell, mostColumns, mostEmptyColumns, mostRows, tooManyColumns } from './table-limits';

/** Lines that tell what parts the cells. */
const tellingLines = 30;
const tellingCharacters = 65_536;

/** How often a mark stands in a line, outside of quotes. */
function counted(line: string, mark: string): number {
  let [count, quoted] = [0, false];
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === mark && !quoted) count += 1;
  }
  return count;
}

/** What parts the cells: the mark that stands equally often in most lines. Excel writes what the region says. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, tellingCharacters)
    .split(/\r?\n|\r/, tellingLines)
    .filter((line) => line.trim() !== '');
  const scores = delimiters.map((mark) => {
    const counts = lines.map((line) => counted(line, mark));
    const often = new Map<number, number>();
    for (const count of counts) if (count > 0) often.set(count, (often.get(count) ?? 0) + 1);
    const [most = 0, alike = 0] = [...often].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return { mark, alike, most };
  });
  return scores.sort((a, b) => b.alike - a.alike || b.most - a.most)[0]?.mark ?? ',';
}

const sepLine = /^\ufeff?sep=(.)\r?\n/i;

/** Reads texts parted by commas, semicolons, tabs; `sep=;` as the first line says which. Throws `UnreadableTable`. */
export function separatedOf(text: string, chosen: string | undefined): Grid {
  const said = sepLine.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const delimiter = chosen || said?.[1] || delimiterOf(body);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(body, {
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
  const before = said ? 1 : 0;
  return {
    name: '',
    rows: records.map(({ record, info }) => ({ line: info.lines + before, cells: record })),
    hasHead: false,
  };
}
