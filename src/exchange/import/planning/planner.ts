import type { Facts } from '@/database/reading';
import type { Payload } from '@/database/record-rows';
import type { DateHabit } from '@/domain/date-phrase';
import { fieldChanges } from '@/domain/field-changes';
import { futureField } from '@/editorial/future-dates';
import { payloadsOf } from '@/editorial/record-payloads';
import { type ProposedRecord, validateRecord } from '@/editorial/validation';
import { type LinkedName, namesIn } from '../cells/names-cell';
import type { Column, ImportKind } from '../columns';
import type { RawRow } from '../reading/raw-table';
import type { KnownRecords } from './known-records';
import { ofTwoRows, together } from './merged-record';
import { NeededRecords } from './needed-records';
import { otherFields } from './other-fields';
import { eventOf, suspect } from './plan-event';
import { indicatorOf } from './plan-indicator';
import { modelOf } from './plan-model';
import { organizationOf } from './plan-organization';
import { peopleMoveOf } from './plan-people-move';
import { sourceOf } from './plan-source';
import { type PlannedRow, plannedRow, type RowDecision, rowKey } from './planned-row';
import type { RowPlan, RowTools } from './row-plan';
import { Refused, RowReader } from './row-reader';

/** What somebody and the columns say of every row. */
export interface PlannerSetting {
  kind: ImportKind;
  columns: readonly Column[];
  /** Field → how its column writes dates. */
  habits: ReadonlyMap<string, DateHabit>;
  decisions: Readonly<Record<string, RowDecision>>;
}

const planOf: Readonly<Record<Exclude<ImportKind, 'model'>, (tools: RowTools) => RowPlan>> = {
  'funding-event': eventOf,
  organization: organizationOf,
  source: sourceOf,
  indicator: indicatorOf,
  'people-move': peopleMoveOf,
};

/** Makes records of rows, one after the other, and compares them with those on file. */
export class Planner {
  /** Supporting records by the row that first needs them. */
  readonly #supports = new Map<PlannedRow, string[]>();
  readonly #proposed = new Map<PlannedRow, ProposedRecord>();
  /** Kind and slug of what a row has made → that row. */
  readonly #rows = new Map<string, PlannedRow>();
  readonly #needed: NeededRecords;

  constructor(
    private readonly setting: PlannerSetting,
    private readonly known: KnownRecords,
    file: string,
  ) {
    this.#needed = new NeededRecords(known, file);
  }

  /** The rows that one row of the file makes. */
  plan(raw: RawRow): PlannedRow[] {
    const { kind, columns, habits, decisions } = this.setting;
    const decision = decisions[rowKey(raw)] ?? {};
    const cells = corrected(raw.cells, columns, decision);
    const readerOf = () => new RowReader(columns, cells, habits, plannedRow(raw.line, kind, raw.sheet));
    let names: readonly (LinkedName | null)[] = [null];
    if (kind === 'model') {
      const column = columns.find(({ field }) => field === 'name');
      const several = column === undefined ? [] : namesIn(cells[column.at] ?? '');
      if (several.length > 1) names = several;
    }
    return names.map((one) => this.#planned(readerOf(), decision, one));
  }

  #planned(reader: RowReader, decision: RowDecision, one: LinkedName | null): PlannedRow {
    const { kind } = this.setting;
    const { row } = reader;
    if (decision.do === 'skip') {
      row.outcome = 'skipped';
      return row;
    }
    this.#needed.pending = [];
    const tools = { reader, needed: this.#needed, decision };
    try {
      const { name, payload: said, slug } = kind === 'model' ? modelOf(tools, one) : planOf[kind](tools);
      const payload: Payload = { ...said, ...otherFields(kind, reader, this.#needed, said) };
      row.name = name;
      const record = { kind, slug, baseVersion: 0, payload: { ...payload, slug } };
      const checked = validateRecord(record, 0);
      if (Array.isArray(checked)) {
        row.problems = checked.map(({ field, reason }) => ({
          column: reader.headOf(field),
          value: reader.at(field.split(/[.[]/)[0] ?? '').slice(0, 200),
          reason,
        }));
        return row;
      }
      const future = futureField(kind, payload);
      if (future !== null)
        reader.refuse(future, reader.text(future), {
          zh: '日期在将来；这里只收录已经发生的事',
          en: 'The date lies in the future; only what has happened is kept here.',
        });
      row.slug = slug;
      this.#accept(row, { ...record, payload: checked.payload }, reader);
      if (kind === 'funding-event') suspect(row, payload, this.#needed);
      if (row.outcome === 'duplicate' && decision.do === 'accept') row.outcome = 'new';
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      row.problems = [error.problem];
    }
    return row;
  }

  /** Keeps a record as what its row makes, or adds it to that of an earlier row about the same. */
  #accept(row: PlannedRow, record: ProposedRecord, reader: RowReader): void {
    const name = `${record.kind}/${record.slug}`;
    const earlier = this.#rows.get(name);
    if (!earlier) {
      row.outcome = 'new';
      row.record = record.payload as Payload;
      this.#rows.set(name, row);
      this.#needed.made.set(name, record);
      this.#proposed.set(row, record);
      this.#supports.set(row, this.#needed.pending);
      row.makes = this.#needed.pending.flatMap((each) => {
        const made = this.#needed.made.get(each);
        return made
          ? [{ kind: made.kind as PlannedRow['kind'], slug: made.slug, record: made.payload as Payload }]
          : [];
      });
      return;
    }
    row.outcome = 'same';
    const proposed = this.#proposed.get(earlier);
    const { record: whole, against } = ofTwoRows(
      this.setting.kind,
      (proposed?.payload ?? earlier.record ?? {}) as Payload,
      record.payload as Payload,
    );
    for (const field of against)
      reader.warn(field, reader.text(field), {
        zh: `第 ${earlier.line} 行是同一条记录，写的不一样；以先出现的为准`,
        en: `Row ${earlier.line} is about the same record and says something else; the first holds.`,
      });
    row.record = whole;
    if (fieldChanges((earlier.record ?? {}) as Payload, whole).length === 0) return;
    if (!proposed)
      reader.refuse('slug', row.name, {
        zh: `与第 ${earlier.line} 行是同一条记录，但相隔太远；请把两行放在一起`,
        en: `This is the same record as row ${earlier.line}, too far from it; put the two beside each other.`,
      });
    reader.warn('name', row.name, {
      zh: `与第 ${earlier.line} 行是同一条记录，已合并`,
      en: `The same record as row ${earlier.line}; the two were put together.`,
    });
    earlier.record = whole;
    this.#proposed.set(earlier, { ...proposed, payload: whole });
    this.#needed.made.set(`${record.kind}/${record.slug}`, { ...proposed, payload: whole });
    this.#supports.get(earlier)?.push(...this.#needed.pending);
  }

  /** Compares rows about records that stand with what those say: what a row leaves empty stays as it is. */
  async compare(facts: Facts, rows: readonly PlannedRow[]): Promise<void> {
    const standing = rows.flatMap((row) => {
      const record = this.known.records.get(`${row.kind}/${row.slug}`);
      return record && row.outcome === 'new' ? [{ row, ...record }] : [];
    });
    const payloads = await payloadsOf(
      facts.db,
      standing.map(({ row, id }) => ({ id, kind: row.kind })),
    );
    for (const { row, id, version } of standing) {
      const now = payloads.get(id);
      const record = this.#proposed.get(row);
      if (!now || !record) continue;
      const wanted = together(this.setting.kind, now, record.payload as Payload);
      row.record = wanted;
      row.changes = fieldChanges(now, wanted);
      // That the file is a source of it too is no news where the row says nothing else.
      const parts = ['citations', 'statements'];
      const news = row.changes.filter(({ field }) => !parts.includes(field));
      if (news.length === 0 && this.#needed.restsOnFile(record.payload as Payload)) row.changes = [];
      row.outcome = row.changes.length === 0 ? 'same' : 'changed';
      this.#proposed.set(row, { ...record, baseVersion: version, payload: wanted });
    }
  }

  /**
   * What is to be published of these rows: those that are new or changed, and before them what they refer to. Each record
   * is given out once.
   */
  recordsOf(rows: readonly PlannedRow[], duplicates: boolean): ProposedRecord[] {
    const records: ProposedRecord[] = [];
    const { made } = this.#needed;
    const add = (name: string) => {
      const record = made.get(name);
      if (!record) return;
      made.set(name, null);
      // The source of a record that is made with the row.
      for (const { source } of ((record.payload as Payload).citations ?? []) as { source: string }[])
        add(`source/${source}`);
      records.push(record);
    };
    for (const row of rows) {
      const imported =
        row.outcome === 'new' || row.outcome === 'changed' || (duplicates && row.outcome === 'duplicate');
      const record = this.#proposed.get(row);
      if (imported) for (const name of this.#supports.get(row) ?? []) add(name);
      if (imported && record) records.push(record);
      if (record) made.set(`${record.kind}/${record.slug}`, null);
      this.#supports.delete(row);
      this.#proposed.delete(row);
    }
    return records;
  }
}

/** Cells as somebody corrected them, by the heads of their columns. */
function corrected(
  cells: readonly string[],
  columns: readonly Column[],
  { cells: wished }: RowDecision,
): readonly string[] {
  if (!wished) return cells;
  const result = [...cells];
  for (const { header, at } of columns) {
    const cell = wished[header];
    if (cell !== undefined) result[at] = cell;
  }
  return result;
}
