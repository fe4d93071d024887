import type { PrismaClient } from '@/database/generated/client';
import type { Facts } from '@/database/reading';
import { ConcurrencyLimiter } from '@/domain/concurrency-limiter';
import { type ProposalHead, type Publication, publishParts } from '@/editorial/publication';
import { openDataset } from './dataset';
import { type OpenedFile, openFile } from './open-file';
import { type ImportWishes, openTable } from './plan';
import {
  type Imported,
  noRows,
  type OpenedImport,
  type PlannedPart,
  type PlannedRow,
} from './planning/planned-row';

/** An export of ours, or a table of somebody's. Throws `UnreadableTable`. */
async function openImport(facts: Facts, file: OpenedFile, wishes: ImportWishes): Promise<OpenedImport> {
  return 'exported' in file ? openDataset(facts, file.exported) : openTable(facts, file.table, wishes);
}

/** What an import is besides its file. */
export interface ImportRun {
  /** What the edition says of itself; null: nothing is written, the rows are only told. */
  head: ProposalHead | null;
  /** Rows that are told afterwards; all of them where this is missing. They fill the memory when there are many. */
  keeps?: (row: PlannedRow) => boolean;
  /** Called after each part: rows that were dealt with, and rows of the file. */
  progress?: (rows: number, size: number) => void;
  /** Ends it; nothing is then written. */
  signal?: AbortSignal;
}

/** An import holds a connection for reading beside that of its publication: several at once could take all that there are. */
const imports = new ConcurrencyLimiter(1);

/**
 * Imports a file as one edition, a part at a time: compares each row with the facts as they stood at the beginning and
 * publishes what is new and changed. Throws `UnreadableTable`.
 */
export async function importFile(
  client: PrismaClient,
  bytes: Uint8Array,
  wishes: ImportWishes,
  { head, keeps = () => true, progress, signal }: ImportRun,
): Promise<{ imported: Imported; publication: Publication | null }> {
  // Read before a connection is taken: that may take a while.
  const file = await openFile(bytes, wishes.file, wishes.table);
  const run = () =>
    client.$transaction(
      async (db) => {
        const { parts, size, ...opened } = await openImport(
          { edition: 0, published: null, db },
          file,
          wishes,
        );
        const imported: Imported = { ...opened, rows: [], counts: noRows() };
        let read = 0;
        const reading = ({ rows, records, refused = 0 }: PlannedPart) => {
          for (const row of rows) {
            if (keeps(row)) imported.rows.push(row);
            imported.counts[row.outcome] = (imported.counts[row.outcome] ?? 0) + 1;
          }
          imported.counts.refused += refused;
          read += rows.length;
          progress?.(read, size);
          return records;
        };
        async function* records() {
          for await (const part of parts()) yield reading(part);
        }
        if (head !== null) {
          const publication = await publishParts(client, head, records(), signal ? { signal } : {});
          return { imported, publication };
        }
        for await (const part of parts()) reading(part);
        return { imported, publication: null };
      },
      { isolationLevel: 'RepeatableRead', timeout: 3_600_000, maxWait: 60_000 },
    );
  return head === null ? run() : imports.run(run);
}
