import { unreadable } from '../unreadable-table';

export const mostRows = 1_000_000;
export const mostColumns = 200;
/** Columns that a row may have where those without a head are left out. */
export const mostEmptyColumns = 20_000;
/** Characters of one cell. */
export const longestCell = 20_000;

export const tooManyColumns = () =>
  unreadable(
    `表格超过 ${mostColumns} 列；请删去不需要的列再导入`,
    `The table has more than ${mostColumns} columns; leave out those that are not needed.`,
  );
