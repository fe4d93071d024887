import type { Bilingual } from '@/domain/bilingual';
import { linear } from '@/domain/expression/linear';
import { type HeadUnit, unitNamed } from '../cells/unit-of-head';
import { isKnownHead } from '../columns';
import type { Grid, RawRow } from './raw-table';

/** Rows among which the head is looked for: titles, units and notes stand above it. */
const searched = 30;

/** A table whose head is known. */
export interface HeadedTable {
  name: string;
  headers: string[];
  headRow: number | null;
  rows: RawRow[];
  notes: Bilingual[];
  unit: HeadUnit | null;
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length;

/** The row whose cells name most columns; where none does, the first that has several cells. */
function headOf(rows: readonly RawRow[]): number {
  const scores = rows.slice(0, searched).map(({ cells }) => new Set(cells.filter(isKnownHead)).size);
  const most = Math.max(...scores);
  if (most > 1 || (most === 1 && scores[0] === 1)) return scores.indexOf(most);
  const several = rows.slice(0, searched).findIndex(({ cells }) => filled(cells) > 1);
  return Math.max(several, 0);
}

const unitLine = linear(
  /(?:金额)?单位\s*[:：]\s*([^\s，,；;)）]{1,20})|\b(?:amounts? )?in ((?:US\$|USD|RMB|CNY|EUR|HK\$)?\s*(?:thousands|millions|billions))\b/i,
);
const totalWord =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*和|汇总|平均|平均值|grand total|sub-?totals?|totals?|sum|average|mean)\s*[:：]?$/i;
const noteWord = linear(
  /^(?:注|备注|说明|附注|数据来源|资料来源|来源|制表|notes?|sources?|remarks?|disclaimer)\s*\d*\s*[:：.]|^[*※†]\s*\S/i,
);
const figure = /^[\d.,%\s+\-()（）$¥€£~约]*(?:[万亿千百]+)?(?:元|美元|人民币)?$/;

/** Is this row a sum of the others? What a company is called may be the same word, so nothing but figures stands beside it. */
function isTotal(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell !== '');
  const [first = '', ...others] = said;
  return totalWord.test(first) && others.every((cell) => figure.test(cell));
}

function isNote(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell !== '');
  return said.length === 1 && cells.length > 1 && noteWord.test(said[0] ?? '');
}

/** Finds the head of a grid and leaves out what is no row: titles above, sums, notes, the head once more. */
export function headed(grid: Grid, wished: number | undefined): HeadedTable {
  const rows = grid.rows.filter(({ cells }) => filled(cells) > 0);
  const notes: Bilingual[] = [];
  const chosen = wished === undefined ? -1 : rows.findIndex(({ line }) => line === wished);
  const at = grid.hasHead ? 0 : chosen >= 0 ? chosen : headOf(rows);
  const above = rows.slice(0, at);
  const head = rows[at];
  // A head of two rows, 融资 over 金额 and 日期: where the lower one says nothing the upper one does.
  const upper = above.at(-1)?.cells ?? [];
  const headers = (head?.cells ?? []).map(
    (cell, column) => cell || (isKnownHead(upper[column] ?? '') ? (upper[column] ?? '') : ''),
  );
  let unit: HeadUnit | null = null;
  for (const { cells } of above)
    for (const cell of cells) {
      const [, zh, en] = unitLine.exec(cell.slice(0, 300)) ?? [];
      unit ??= unitNamed(zh ?? en ?? '');
    }
  if (above.length > 0) {
    const text = above
      .map(({ cells }) => cells.find((cell) => cell !== '') ?? '')
      .join(' / ')
      .slice(0, 160);
    notes.push({ zh: `表头之上不读：${text}`, en: `Left out above the head: ${text}` });
  }
  if (unit !== null) notes.push({ zh: `金额单位：${unit.text}`, en: `Unit of amounts: ${unit.text}` });
  const body: RawRow[] = [];
  const out: number[] = [];
  const headText = headers.join('\u0000');
  for (const row of rows.slice(at + 1)) {
    const isHead = filled(row.cells) > 1 && row.cells.join('\u0000').startsWith(headText);
    if (isHead || isTotal(row.cells) || isNote(row.cells)) out.push(row.line);
    else body.push(row);
  }
  if (out.length > 0) {
    const lines = `${out.slice(0, 10).join('、')}${out.length > 10 ? '…' : ''}`;
    notes.push({
      zh: `合计、附注或重复的表头，不是记录，不读：第 ${lines} 行`,
      en: `Sums, notes or heads once more, which are no records, were left out: row ${lines.replaceAll('、', ', ')}`,
    });
  }
  const headRow = grid.hasHead ? null : (head?.line ?? null);
  return { name: grid.name, headers, headRow, rows: body, notes, unit };
}
