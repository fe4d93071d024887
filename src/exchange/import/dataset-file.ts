import { strFromU8 } from 'fflate';
import { parseBoundedJson } from '@/domain/bounded-json';
import { recordsFile } from '../export/data-package';
import { largest, unpack } from './reading/archive';

/** A record as an export of ours writes it. */
export interface ExportedRecord {
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
  const found = unpack(bytes, (name) => name === recordsFile)[recordsFile];
  return found ? strFromU8(found) : null;
}
