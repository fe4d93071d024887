import { strFromU8, unzipSync } from 'fflate';
import type { Facts } from '@/database/reading';
import { parseBoundedJson } from '@/domain/bounded-json';
import { fieldChanges } from '@/domain/field-changes';
import { isRecordKind, type RecordKind } from '@/domain/records/record';
import { payloadsOf } from '@/editorial/record-payloads';
import { nameOf, standingByName } from '@/editorial/standing';
import { type ProposedRecord, type ValidRecord, validateRecord } from '@/editorial/validation';
import { recordsFile } from '../export/data-package';
import type { OpenedImport, PlannedPart, PlannedRow } from './plan';
import { largest, refuseBomb } from './table-file';

/** A record as an export of ours writes it. */
interface ExportedRecord {
  kind: string;
  record: Record<string, unknown>;
}

function isExported(value: unknown): value is ExportedRecord {
  const { kind, record } = (value ?? {}) as Partial<ExportedRecord>;
  return typeof kind === 'string' && typeof record === 'object' && record !== null;
}

/** The records of a file that an export of ours wrote (package, JSON, NDJSON); null for any other file. */
export function exportedRecords(bytes: Uint8Array): ExportedRecord[] | null {
  const text = bytes[0] === 0x50 && bytes[1] === 0x4b ? packedRecords(bytes) : startOf(bytes, '{');
  if (text === null) return null;
  try {
    const [first = ''] = text.split('\n', 1);
    if (first.startsWith('{"edition":')) {
      const { records } = parseBoundedJson(text) as { records?: unknown[] };
      return records?.every(isExported) ? records : null;
    }
    if (!first.startsWith('{"kind":') || !isExported(parseBoundedJson(first))) return null;
    const records = text
      .split('\n')
      .flatMap((line): unknown[] => (line === '' ? [] : [parseBoundedJson(line)]));
    return records.every(isExported) ? records : null;
  } catch {
    return null;
  }
}

function startOf(bytes: Uint8Array, mark: string): string | null {
  return bytes.length <= largest && bytes[0] === mark.charCodeAt(0) ? new TextDecoder().decode(bytes) : null;
}

function packedRecords(bytes: Uint8Array): string | null {
  const isRecords = (name: string) => name === recordsFile;
  refuseBomb(bytes, isRecords);
  const found = unzipSync(bytes, { filter: ({ name }) => isRecords(name) })[recordsFile];
  return found ? strFromU8(found) : null;
}

/** Records that are compared at a time. */
const batchSize = 1000;

/** Reads what an export holds. Nothing of it is guessed. It is one part: its records refer to each other both ways. */
export function openDataset(facts: Facts, exported: readonly ExportedRecord[]): OpenedImport {
  async function* parts() {
    yield await planned(facts, exported);
  }
  return { kind: 'dataset', columns: [], notes: [], size: exported.length, parts };
}

async function planned(facts: Facts, exported: readonly ExportedRecord[]): Promise<PlannedPart> {
  const rows: PlannedRow[] = [];
  const records: ProposedRecord[] = [];
  const checked: { row: PlannedRow; record: ValidRecord }[] = [];
  exported.forEach(({ kind, record }, at) => {
    const slug = String(record.slug ?? '');
    const row: PlannedRow = {
      line: at + 1,
      outcome: 'refused',
      kind: isRecordKind(kind) ? kind : 'source',
      slug,
      name: nameOf(kind, slug),
      changes: [],
      problems: [],
    };
    rows.push(row);
    const valid = validateRecord({ kind, slug, baseVersion: 0, payload: record }, at);
    if (Array.isArray(valid))
      row.problems = valid.map(({ field, reason }) => ({
        column: field,
        value: String(record[field.split(/[.[]/)[0] ?? ''] ?? '').slice(0, 200),
        reason,
      }));
    else checked.push({ row, record: valid });
  });
  for (let start = 0; start < checked.length; start += batchSize) {
    const batch = checked.slice(start, start + batchSize);
    const standing = await standingByName(
      facts.db,
      batch.map(({ record }) => record),
    );
    const there = [...standing.values()].filter(({ retracted }) => retracted === null);
    const payloads = await payloadsOf(
      facts.db,
      there.map(({ id, kind }) => ({ id, kind: kind as RecordKind })),
    );
    for (const { row, record } of batch) {
      const known = standing.get(nameOf(record.kind, record.slug));
      const now = (known && payloads.get(known.id)) ?? null;
      row.changes = now === null ? [] : fieldChanges(now, record.payload as Record<string, unknown>);
      row.outcome = now === null ? 'new' : row.changes.length > 0 ? 'changed' : 'same';
      if (row.outcome !== 'same') records.push({ ...record, baseVersion: known?.version ?? 0 });
    }
  }
  return { rows, records };
}
