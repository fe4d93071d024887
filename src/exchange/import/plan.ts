import type { Facts } from '@/database/reading';
import type { Bilingual } from '@/domain/bilingual';
import { type DateHabit, type DateOrder, habitOf } from '@/domain/date-phrase';
import { books } from '@/records/books';
import { type Column, type ColumnWishes, columnsOf, type ImportKind, kindOfTable, needed } from './columns';
import { knownRecords } from './planning/known-records';
import { openOwnTable, ownTable } from './planning/own-table';
import type { OpenedImport, PlannedPart, RowDecision } from './planning/planned-row';
import { Planner } from './planning/planner';
import type { RawTable, TableChoice } from './reading/raw-table';

/** Rows of a part. */
const partSize = 1000;

/** What somebody says of a file, beside what it says itself. */
export interface ImportWishes extends ColumnWishes {
  /** The name of the file: the source of rows that name none. */
  file: string;
  kind?: ImportKind;
  /** Which table of the file, and how its text is read. */
  table?: TableChoice;
  dateOrder?: DateOrder;
  /** The year of days that name none. */
  year?: number;
  /** Import rows that are perhaps on record already. */
  duplicates?: boolean;
  /** By the key of a row (`rowKey`). */
  decisions?: Readonly<Record<string, RowDecision>>;
}

/** How each column of dates writes them. */
function habitsOf(
  table: RawTable,
  columns: readonly Column[],
  kind: ImportKind,
  wishes: ImportWishes,
): Map<string, DateHabit> {
  return new Map(
    columns.flatMap(({ field, at }) => {
      if (field === null || books[kind][field]?.as !== 'date') return [];
      const habit = habitOf(cellsAt(table, at));
      return [[field, { ...habit, order: wishes.dateOrder ?? habit.order, year: wishes.year ?? null }]];
    }),
  );
}

function* cellsAt(table: RawTable, at: number): Generator<string> {
  for (const { cells } of table.rows) yield cells[at] ?? '';
}

/** What has to be answered before rows of this table are read; null where it is understood. */
function questionOf(
  table: RawTable,
  columns: readonly Column[],
  kind: ImportKind,
  isSure: boolean,
  mapping: Readonly<Record<string, string>>,
): Bilingual | null {
  const heads = table.headers
    .filter((head) => head !== '')
    .slice(0, 20)
    .join(', ')
    .slice(0, 300);
  if (table.question !== null && !Object.values(mapping).includes('vendor')) return table.question;
  if (!isSure)
    return {
      zh: `看不出这张表里是什么。请选定种类和各列的含义。表头：${heads}`,
      en: `It cannot be told what this table holds. Choose the kind, and what its columns are. Heads: ${heads}`,
    };
  const { fields, reason } = needed[kind];
  if (!columns.some(({ field }) => field !== null && fields.includes(field)))
    return { zh: `${reason.zh}。表头：${heads}`, en: `${reason.en} Heads: ${heads}` };
  if (kind === 'model' && !columns.some(({ field }) => field === 'vendor'))
    return {
      zh: `没有写厂商的列；请选定哪一列是厂商。表头：${heads}`,
      en: `No column names the vendor; choose the one that does. Heads: ${heads}`,
    };
  return null;
}

const looksLikeMoney = /amount|raised|fund|valuation|usd|rmb|cny|money|金额|融资|估值|资金/i;

/** Columns that are not imported, so that nothing is left out without a word. */
function leftOut(columns: readonly Column[]): Bilingual[] {
  const out = columns.flatMap(({ field, header }) => (field === null && header !== '' ? [header] : []));
  if (out.length === 0) return [];
  const money = out.filter((header) => looksLikeMoney.test(header));
  const notes = [
    {
      zh: `不导入的列：${out.join('、').slice(0, 400)}`,
      en: `Columns that are left out: ${out.join(', ').slice(0, 400)}`,
    },
  ];
  if (money.length > 0)
    notes.unshift({
      zh: `这些列看起来是金额，没有导入；请选定含义：${money.join('、').slice(0, 300)}`,
      en: `These columns look like money and are left out; choose what they hold: ${money.join(', ').slice(0, 300)}`,
    });
  return notes;
}

/** Reads what a table holds. Nothing of it is written. */
export async function openTable(facts: Facts, table: RawTable, wishes: ImportWishes): Promise<OpenedImport> {
  const own = wishes.kind === undefined && !wishes.mapping ? ownTable(table.headers) : null;
  if (own) return openOwnTable(facts, table, own);
  const told = kindOfTable(table.headers);
  const kind = wishes.kind ?? told.kind;
  const mapping = wishes.mapping ?? {};
  const columns = columnsOf(table.headers, kind, wishes, table.unit);
  const question = questionOf(table, columns, kind, wishes.kind !== undefined || told.isSure, mapping);
  async function* parts(): AsyncGenerator<PlannedPart> {
    if (question !== null) {
      yield { rows: [], records: [], refused: table.rows.length };
      return;
    }
    const setting = {
      kind,
      columns,
      habits: habitsOf(table, columns, kind, wishes),
      decisions: wishes.decisions ?? {},
    };
    const planner = new Planner(setting, await knownRecords(facts), wishes.file);
    for (let start = 0; start < table.rows.length; start += partSize) {
      const rows = table.rows.slice(start, start + partSize).flatMap((row) => planner.plan(row));
      await planner.compare(facts, rows);
      yield { rows, records: planner.recordsOf(rows, wishes.duplicates ?? false) };
    }
  }
  return {
    kind,
    columns,
    question,
    notes: [...table.notes, ...leftOut(columns)],
    tables: table.tables,
    headRow: table.headRow,
    size: table.rows.length,
    parts,
  };
}
