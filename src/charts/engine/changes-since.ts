import type { Lang } from '@/domain/bilingual';
import type { Cell, Table } from '@/tables/table';

/** A figure that is another now. `before` or `now` is null where there was or is none: that is not a zero. */
export interface FigureChange {
  row: string;
  column: string;
  before: string | null;
  now: string | null;
}

interface Figure {
  row: string;
  column: string;
  text: string;
  value: string | number;
}

/** The texts of a row name it: a vendor; a quarter and its group. */
function nameOf(table: Table, row: readonly Cell[]): string {
  const texts = row.filter((_, at) => table.columns[at]?.kind === 'text');
  return texts.map(({ text }) => text).join(' · ');
}

function figuresOf(table: Table, lang: Lang): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const cells of table.rows) {
    const row = nameOf(table, cells);
    table.columns.forEach(({ key, kind, label }, at) => {
      const cell = cells[at];
      if (kind !== 'number' || !cell || cell.value === null) return;
      figures.set(`${row}\n${key}`, { row, column: label[lang], text: cell.text, value: cell.value });
    });
  }
  return figures;
}

/** Which figures of a table are others now? In the order in which they stood, new ones last. */
export function changesSince(earlier: Table, now: Table, lang: Lang): FigureChange[] {
  const [before, after] = [figuresOf(earlier, lang), figuresOf(now, lang)];
  const changed = [...before].flatMap(([key, old]) => {
    const today = after.get(key);
    if (today?.value === old.value) return [];
    return [{ row: old.row, column: old.column, before: old.text, now: today?.text ?? null }];
  });
  const added = [...after].flatMap(([key, { row, column, text }]) =>
    before.has(key) ? [] : [{ row, column, before: null, now: text }],
  );
  return [...changed, ...added];
}
