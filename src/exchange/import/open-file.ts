import type { Bilingual } from '@/domain/bilingual';
import { NotDone, runInWorker, type WorkerLimits } from '@/domain/worker-pool';
import type { ExportedRecord } from './dataset-file';
import type { RawTable, TableChoice } from './reading/raw-table';
import { UnreadableTable } from './unreadable-table';

/** A file to be read on a thread of its own. */
export interface TableTask {
  bytes: Uint8Array;
  name: string;
  choice?: TableChoice;
}

/** What a file holds: records that an export of ours wrote, or a table of somebody's. */
export type OpenedFile = { exported: ExportedRecord[] } | { table: RawTable };
/** The same from another thread, where errors lose what they know. */
export type OpenedOrNot = { opened: OpenedFile } | { unreadable: Bilingual };

const program = { file: 'reading-worker.mjs', variable: 'READING_WORKER' } as const;
/** Files that come by a form. */
const limits: WorkerLimits = {
  ...program,
  name: 'tables',
  threads: 2,
  longestQueue: 16,
  longestTask: 60_000,
  megabytes: 1024,
};
/** Larger ones come from the command line, to somebody who waits. */
const largeFrom = 16 * 1024 * 1024;
const largeLimits: WorkerLimits = {
  ...program,
  name: 'large tables',
  threads: 1,
  longestQueue: 4,
  longestTask: 900_000,
  megabytes: 4096,
};

const sentences: Readonly<Record<NotDone['why'], Bilingual>> = {
  queue: {
    zh: '现在有很多文件在等着读，请过一会儿再试',
    en: 'Many files are waiting to be read; try again in a while.',
  },
  time: {
    zh: '这个文件读得太久，没有读完；请拆成几个小一些的，或另存为 CSV',
    en: 'Reading this file took too long and was given up; split it, or save it as CSV.',
  },
  memory: {
    zh: '读这个文件需要的内存太多；请拆成几个小一些的，或另存为 CSV',
    en: 'Reading this file needs too much memory; split it, or save it as CSV.',
  },
};

/** Reads a file beside the server's own thread, so that nobody else waits for it. Throws `UnreadableTable`. */
export async function openFile(
  bytes: Uint8Array,
  name: string,
  choice: TableChoice = {},
): Promise<OpenedFile> {
  const within = bytes.length > largeFrom ? largeLimits : limits;
  let answer: OpenedOrNot;
  try {
    answer = await runInWorker<TableTask, OpenedOrNot>(within, { bytes, name, choice });
  } catch (error) {
    if (error instanceof NotDone) throw new UnreadableTable(sentences[error.why]);
    throw error;
  }
  if ('unreadable' in answer) throw new UnreadableTable(answer.unreadable);
  return answer.opened;
}
