/**
 * Rows as a page carries them: names of fields once, and fields in which all rows are alike once. Rows that have not all
 * the same fields stay as they are.
 */
export type PackedRows =
  | { rows: readonly unknown[] }
  | { same: object; fields: string[]; cells: unknown[][] };

type Row = Readonly<Record<string, unknown>>;

/** Packs plain data; `unpackRows` gives what JSON would have kept of it. */
export function packRows(rows: readonly unknown[]): PackedRows {
  const [first] = rows;
  if (rows.length < 2 || !isRow(first)) return { rows };
  const fields = Object.keys(first);
  const alike = (row: unknown): row is Row =>
    isRow(row) &&
    Object.keys(row).length === fields.length &&
    fields.every((field) => row[field] !== undefined);
  if (!rows.every(alike)) return { rows };
  const shared = fields.filter((field) => {
    const text = JSON.stringify(first[field]);
    return rows.every((row) => JSON.stringify(row[field]) === text);
  });
  const own = fields.filter((field) => !shared.includes(field));
  return {
    same: Object.fromEntries(shared.map((field) => [field, first[field]])),
    fields: own,
    cells: rows.map((row) => own.map((field) => row[field])),
  };
}

/** The rows that were packed. */
export function unpackRows(packed: PackedRows): readonly unknown[] {
  if ('rows' in packed) return packed.rows;
  const { same, fields, cells } = packed;
  return cells.map((row) => ({
    ...same,
    ...Object.fromEntries(fields.map((field, at) => [field, row[at]])),
  }));
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
