import type { Amount } from '@/domain/amount';
import type { Bilingual } from '@/domain/bilingual';
import { readCount } from '@/domain/count-phrase';
import { type DateHabit, readDate } from '@/domain/date-phrase';
import type { PartialDate } from '@/domain/partial-date';
import { readMoney } from '../cells/money-cell';
import { isBroken, isNothing, plainCell } from '../cells/plain-cell';
import type { Column } from '../columns';
import type { CellProblem, PlannedRow } from './planned-row';

/** A row cannot be used, for this reason. */
export class Refused extends Error {
  constructor(readonly problem: CellProblem) {
    super(problem.reason.en);
  }
}

/** The most of a cell that is told. */
const told = 200;

/** Reads the cells of one row by the fields that they hold, and keeps what is to be said of them. */
export class RowReader {
  constructor(
    private readonly columns: readonly Column[],
    private readonly cells: readonly string[],
    private readonly habits: ReadonlyMap<string, DateHabit>,
    readonly row: PlannedRow,
  ) {}

  /** The cell of a field; '' where there is none, or where it says nothing. Refuses one that a spreadsheet could not reckon. */
  at(field: string): string {
    const column = this.columns.find((each) => each.field === field);
    const cell = column === undefined ? '' : (this.cells[column.at] ?? '');
    if (isBroken(cell))
      this.refuse(field, cell, {
        zh: '这一格是没有算出来的公式或错误值；请在表格软件里算好再存',
        en: 'This cell is an error, or a formula that was never reckoned. Let the spreadsheet reckon it and save again.',
      });
    return isNothing(cell) ? '' : cell;
  }

  /** The same without markup. */
  text(field: string): string {
    return plainCell(this.at(field));
  }

  /** The head of the column of a field. */
  headOf(field: string): string {
    const [own = ''] = field.split(/[.[]/);
    return (
      this.columns.find((column) => column.field === field || column.field?.split('.')[0] === own)?.header ??
      field
    );
  }

  refuse(field: string, value: string, reason: Bilingual): never {
    throw new Refused({ column: this.headOf(field), value: value.slice(0, told), reason });
  }

  /** Says that a cell was not used, or how it was read. */
  warn(field: string, value: string, reason: Bilingual): void {
    const warning = { column: this.headOf(field), value: value.slice(0, told), reason };
    if (
      !this.row.warnings.some(
        ({ column, value: said }) => column === warning.column && said === warning.value,
      )
    )
      this.row.warnings.push(warning);
  }

  /** Warns of words that say nothing in our vocabulary. */
  warnWords(field: string, words: readonly string[]): void {
    for (const word of words)
      this.warn(field, word, {
        zh: '没有对应的说法，没有写入',
        en: 'There is no such word here; it was left out.',
      });
  }

  date(field: string): PartialDate | null {
    const cell = this.text(field);
    if (cell === '') return null;
    const reading = readDate(cell, this.habits.get(field));
    return 'date' in reading ? reading.date : this.refuse(field, cell, reading.question);
  }

  money(field: 'amount' | 'valuation'): Amount | null {
    const cell = this.text(field);
    if (cell === '') return null;
    const unit = this.columns.find((each) => each.field === field)?.unit ?? null;
    const reading = readMoney(cell, { unit, currency: this.text('currency') });
    return 'amount' in reading ? reading.amount : this.refuse(field, cell, reading.question);
  }

  count(field: string): number | null {
    const cell = this.text(field);
    if (cell === '') return null;
    const scale = this.columns.find((each) => each.field === field)?.unit?.scale ?? null;
    const reading = readCount(cell, scale);
    return 'count' in reading ? reading.count : this.refuse(field, cell, reading.question);
  }

  /** A text in both languages, or nothing. */
  words(field: string): Bilingual | null {
    const text = this.text(field);
    return text === '' ? null : { zh: text, en: text };
  }

  /** The names of a record: those of each language, else the one that it has. */
  names(plain: string, other: string | null = null): Bilingual {
    const isHan = (name: string) => /\p{Script=Han}/u.test(name);
    const [han, latin] = other === null ? [plain, plain] : isHan(plain) ? [plain, other] : [other, plain];
    const [zh, en] = [this.text('name.zh'), this.text('name.en')];
    const both = { zh: zh || han || en, en: en || latin || zh };
    if (both.zh === '') this.refuse('name', '', { zh: '没有名称', en: 'There is no name.' });
    return both;
  }
}
