import { lexer, type Tokens } from 'marked';
import { unreadable } from '../unreadable-table';
import type { Grid } from './raw-table';
import { longestCell, mostColumns, tooManyColumns } from './table-limits';

const heading = /^ {0,3}#{1,6}\s+(\S.*)$/;
const fence = /^\s{0,3}(?:```|~~~)/;
/** Lines of a table that are given to the parser at a time take longer the more there are. */
const mostLines = 200_000;

/** Reads every table of GitHub's Markdown, each by the heading above it. Throws `UnreadableTable` where there is none. */
export function markdownOf(text: string): Grid[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const grids: Grid[] = [];
  let [name, fenced] = ['', false];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (fence.test(line)) fenced = !fenced;
    if (fenced) continue;
    name = heading.exec(line)?.[1]?.trim() ?? name;
    if (!line.includes('|') && !lines[at + 1]?.includes('|')) continue;
    let end = at;
    while (end < lines.length && end - at < mostLines && (lines[end] ?? '').trim() !== '') end += 1;
    const grid = tableOf(lines.slice(at, end), at, name);
    if (grid) grids.push(grid);
    if (grid) at = end - 1;
  }
  if (grids.length === 0) throw unreadable('没有找到 Markdown 表格', 'There is no Markdown table in it.');
  return grids;
}

/** GFM: a row of hyphens, one suffices, below the head. */
function isRule(line: string | undefined): boolean {
  return line !== undefined && line.length < longestCell && line.includes('-') && /^[\s|:-]+$/.test(line);
}

function tableOf(lines: readonly string[], start: number, name: string): Grid | null {
  if (!isRule(lines[1])) return null;
  if ((lines[0] ?? '').split('|').length > mostColumns + 2) throw tooManyColumns();
  const token = lexer(lines.join('\n')).find((each): each is Tokens.Table => each.type === 'table');
  if (!token) return null;
  const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => broken(cell.text));
  return {
    name,
    rows: [
      { line: start + 1, cells: cells(token.header) },
      ...token.rows.map((row, at) => ({ line: start + at + 3, cells: cells(row) })),
    ],
    hasHead: true,
  };
}

function broken(text: string): string {
  return text.replaceAll(/<br\s*\/?>/gi, '\n');
}
