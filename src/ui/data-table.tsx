import type { ReactNode } from 'react';
import { FilterLink } from './filter-link';

/** One column. `sort` makes its head a link that sorts by it. */
export type Column<Row> = {
  key: string;
  header: ReactNode;
  /** The head as plain text, for stacked rows on phones; needed where `header` is not a text. */
  label?: string;
  /** Figures stand at the end. */
  align?: 'start' | 'end' | 'center';
  /** A CSS length for the column's width: '8rem'. */
  width?: string;
  cell: (row: Row) => ReactNode;
  sort?: { href: string; direction: 'ascending' | 'descending' | null };
};

type Props<Row> = {
  /** What the table holds; also its name for screen readers. */
  caption: string;
  captionHidden?: boolean;
  /** The first column is the row's heading. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The anchor of a row. */
  rowId?: (row: Row) => string | undefined;
  /** Totals, one cell a column. */
  total?: readonly { key: string; cells: readonly ReactNode[] }[];
  /** On phones rows become label-and-value blocks instead of scrolling sideways. */
  stack?: boolean;
  /** Stacked rows leave out lines that only say `Unknown` or hold a `.nothing`: for lists, where each record has a page. */
  sparse?: boolean;
  /** Wider than the page also on a desktop: it scrolls in a box of its own. */
  wide?: boolean;
  note?: ReactNode;
  /** Stands in place of the rows where there are none. */
  empty?: ReactNode;
};

// Roles repeat what the elements say, because phones lose it where CSS turns a table into blocks (stack).
const roles = {
  table: 'table',
  group: 'rowgroup',
  row: 'row',
  head: 'columnheader',
  rowHead: 'rowheader',
  cell: 'cell',
} as const;
// A box that scrolls has to be reachable by keyboard (WCAG 2.1.1) also where the browser does not see to it.
function scrollable(name: string) {
  return { role: 'group', tabIndex: 0, 'aria-label': name } as const;
}

const arrows = { ascending: ' ↑', descending: ' ↓' } as const;

function Head<Row>({ column, stack }: { column: Column<Row>; stack: boolean }) {
  const { sort } = column;
  const direction = sort?.direction ?? null;
  return (
    <th
      scope="col"
      role={stack ? roles.head : undefined}
      data-align={column.align}
      style={column.width === undefined ? undefined : { inlineSize: column.width }}
      aria-sort={direction ?? undefined}
    >
      {sort === undefined ? (
        column.header
      ) : (
        <FilterLink href={sort.href}>
          {column.header}
          <span aria-hidden="true">{direction === null ? ' ↕' : arrows[direction]}</span>
        </FilterLink>
      )}
    </th>
  );
}

function labelOf<Row>(column: Column<Row>): string | undefined {
  return column.label ?? (typeof column.header === 'string' ? column.header : undefined);
}

/** A table of records. The head stays in view; on phones the first column does too, or rows stack. */
export function DataTable<Row>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowKey,
  rowId,
  total = [],
  stack = false,
  sparse = false,
  wide = false,
  note,
  empty,
}: Props<Row>) {
  if (rows.length === 0 && empty !== undefined) return <p className="table-empty">{empty}</p>;
  const [first, ...rest] = columns;
  if (first === undefined) return null;
  const role = (name: keyof typeof roles) => (stack ? roles[name] : undefined);
  return (
    <>
      <div
        className="table-box"
        data-stack={stack ? '' : undefined}
        data-sparse={sparse ? '' : undefined}
        data-wide={wide ? '' : undefined}
        data-tall={rows.length > 14 ? '' : undefined}
        {...(stack && !wide ? {} : scrollable(caption))}
      >
        <table className="table" role={role('table')}>
          <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
          <thead role={role('group')}>
            <tr role={role('row')}>
              {columns.map((column) => (
                <Head key={column.key} column={column} stack={stack} />
              ))}
            </tr>
          </thead>
          <tbody role={role('group')}>
            {rows.map((row) => (
              <tr key={rowKey(row)} id={rowId?.(row)} role={role('row')}>
                <th scope="row" role={role('rowHead')} data-align={first.align}>
                  {first.cell(row)}
                </th>
                {rest.map((column) => (
                  <td
                    key={column.key}
                    role={role('cell')}
                    data-align={column.align}
                    data-label={stack ? labelOf(column) : undefined}
                  >
                    {stack ? <div>{column.cell(row)}</div> : column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {total.length === 0 ? null : (
            <tfoot role={role('group')}>
              {total.map(({ key, cells }) => (
                <tr key={key} role={role('row')}>
                  {columns.map((column, at) =>
                    at === 0 ? (
                      <th key={column.key} scope="row" role={role('rowHead')} data-align={column.align}>
                        {cells[at]}
                      </th>
                    ) : (
                      <td
                        key={column.key}
                        role={role('cell')}
                        data-align={column.align}
                        data-label={stack ? labelOf(column) : undefined}
                      >
                        {stack ? <div>{cells[at]}</div> : cells[at]}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tfoot>
          )}
        </table>
      </div>
      {note === undefined ? null : <p className="table-note">{note}</p>}
    </>
  );
}
