import type { Facts } from '@/database/reading';
import type { Payload } from '@/database/record-rows';
import { fieldChanges } from '@/domain/field-changes';
import { payloadsOf } from '@/editorial/record-payloads';
import { nameOf, standingByName } from '@/editorial/standing';
import { type ProposedRecord, validateRecord } from '@/editorial/validation';
import { isRecordKind, type RecordKind } from '@/records/record';
import { csvField } from '@/tables/csv';
import { type DatasetColumn, type DatasetTable, datasetTables } from '../../export/dataset-table';
import type { RawRow, RawTable } from '../reading/raw-table';
import { cleaned } from '../table-file';
import { type OpenedImport, type PlannedPart, type PlannedRow, plannedRow } from './planned-row';

/** The table of an export of ours with these heads, in any order; null for any other table. */
export function ownTable(headers: readonly string[]): DatasetTable | null {
  const heads = new Set(headers.filter((head) => head !== ''));
  return (
    datasetTables.find(({ part, columns }) => {
      const own = columns.map(({ name }) => name);
      const all =
        part === null
          ? own
          : ['record', 'position', ...own.filter((name) => name !== 'record' && name !== 'position')];
      return heads.size === all.length && all.every((name) => heads.has(name));
    }) ?? null
  );
}

/** A row of such a table: the record that it is about, and where in it. */
interface OwnRow {
  raw: RawRow;
  row: PlannedRow;
  kind: RecordKind;
  slug: string;
  /** Its place among the parts; null where the row is the record itself. */
  position: number | null;
}

/** Reads a table that an export of ours wrote, perhaps with changes since: each row by its own key, nothing is guessed. */
export function openOwnTable(facts: Facts, table: RawTable, own: DatasetTable): OpenedImport {
  async function* parts() {
    yield await planned(facts, table, own);
  }
  return {
    kind: 'dataset',
    columns: [],
    question: null,
    notes: [
      ...table.notes,
      {
        zh: `本站导出的表 ${own.name}：按代号逐格比较`,
        en: `The table ${own.name} of an export of this site: compared cell by cell, by slug.`,
      },
    ],
    tables: table.tables,
    headRow: table.headRow,
    size: table.rows.length,
    parts,
  };
}

async function planned(facts: Facts, table: RawTable, own: DatasetTable): Promise<PlannedPart> {
  const at = (row: RawRow, head: string) => row.cells[table.headers.indexOf(head)] ?? '';
  const rows = table.rows.map((raw): OwnRow => {
    const [ofKind = '', ofSlug = ''] = at(raw, 'record').split('/');
    const kind = own.part === null ? (own.kinds[0] as RecordKind) : isRecordKind(ofKind) ? ofKind : 'source';
    const slug = own.part === null ? at(raw, 'slug') : ofSlug;
    const position = own.part === null ? null : Number(at(raw, 'position'));
    const row = plannedRow(raw.line, kind, raw.sheet);
    return { raw, row: Object.assign(row, { slug, name: nameOf(kind, slug) }), kind, slug, position };
  });
  const standing = await standingByName(facts.db, rows);
  const there = [...standing.values()].filter(({ retracted }) => retracted === null);
  const payloads = await payloadsOf(
    facts.db,
    there.map(({ id, kind }) => ({ id, kind: kind as RecordKind })),
  );
  const byRecord = new Map<string, OwnRow[]>();
  for (const each of rows) {
    const name = nameOf(each.kind, each.slug);
    byRecord.set(name, [...(byRecord.get(name) ?? []), each]);
  }
  const columns = own.columns.filter(({ name }) => name !== 'record' && name !== 'position');
  const records: ProposedRecord[] = [];
  for (const [name, ofRecord] of byRecord) {
    const known = standing.get(name);
    const now = (known && payloads.get(known.id)) ?? null;
    const [first] = ofRecord;
    if (!first) continue;
    let wanted: Payload = now ?? { slug: first.slug };
    for (const { raw, row, position } of ofRecord) {
      const cells = new Map(columns.map((column) => [column.name, at(raw, column.name)]));
      const before = partOf(now, own.part, position);
      const after = withCells(before, columns, cells);
      row.changes = fieldChanges(before ?? {}, after).map((change) =>
        own.part === null ? change : { ...change, field: `${own.part}[${position}].${change.field}` },
      );
      row.outcome = now === null ? 'new' : row.changes.length > 0 ? 'changed' : 'same';
      if (row.outcome !== 'same') wanted = withPart(wanted, own.part, position, after);
    }
    if (ofRecord.every(({ row }) => row.outcome === 'same')) {
      for (const { row } of ofRecord) row.record = now;
      continue;
    }
    const record = { kind: first.kind, slug: first.slug, baseVersion: known?.version ?? 0, payload: wanted };
    const valid = validateRecord(record, 0);
    for (const { row } of ofRecord) row.record = wanted;
    if (!Array.isArray(valid)) {
      records.push({ ...record, payload: valid.payload });
      continue;
    }
    for (const { row } of ofRecord) {
      if (row.outcome === 'same') continue;
      row.outcome = 'refused';
      row.problems = valid.map(({ field, reason }) => ({ column: field, value: '', reason }));
    }
  }
  return { rows: rows.map(({ row }) => row), records };
}

function partOf(payload: Payload | null, part: string | null, position: number | null): Payload | null {
  if (part === null || payload === null) return payload;
  return ((payload[part] ?? []) as Payload[])[position ?? -1] ?? null;
}

function withPart(payload: Payload, part: string | null, position: number | null, after: Payload): Payload {
  if (part === null) return { ...payload, ...after };
  const parts = [...((payload[part] ?? []) as Payload[])];
  if (position !== null && position >= 0 && position <= parts.length) parts[position] = after;
  else parts.push(after);
  return { ...payload, [part]: parts };
}

/** A record, or a part of one, with what the cells say; a cell that says what stands leaves it as it is. */
function withCells(
  now: Payload | null,
  columns: readonly DatasetColumn[],
  cells: ReadonlyMap<string, string>,
): Payload {
  const result: Payload = { ...now };
  for (const column of columns) {
    const cell = cells.get(column.name) ?? '';
    const [field = '', inner] = column.name.split('.');
    const group = result[field] as Payload | null | undefined;
    const there = inner === undefined ? result[field] : group?.[inner];
    if (saysTheSame(there, cell)) {
      if (inner === undefined && result[field] === undefined) result[field] = null;
      continue;
    }
    const value = valueIn(cell, column.type);
    result[field] = inner === undefined ? value : { ...group, [inner]: value };
  }
  // A group of which nothing is said is nothing.
  for (const [field, value] of Object.entries(result))
    if (isGroup(value) && Object.values(value).every((each) => each === null)) result[field] = null;
  return result;
}

function isGroup(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function saysTheSame(there: unknown, cell: string): boolean {
  if (there === null || there === undefined) return cell === '';
  if (Array.isArray(there))
    return cleaned(JSON.stringify(there)) === cell || (there.length === 0 && cell === '');
  if (typeof there === 'string') return cleaned(there) === cell || cleaned(defused(there)) === cell;
  return typeof there === 'number'
    ? cell !== '' && Number(cell) === there
    : String(there) === cell.toLowerCase();
}

/** A text as our CSV writes it, with an apostrophe before what a spreadsheet would run. */
function defused(text: string): string {
  const field = csvField(text);
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}

function valueIn(cell: string, type: DatasetColumn['type']): unknown {
  if (cell === '') return type === 'array' ? [] : null;
  if (type === 'number') return Number.isFinite(Number(cell)) ? Number(cell) : cell;
  if (type === 'boolean') return /^true$/i.test(cell) ? true : /^false$/i.test(cell) ? false : cell;
  if (type === 'string') return /^'\s*[=+\-@]/.test(cell) ? cell.slice(1) : cell;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}
