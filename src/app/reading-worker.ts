import { exportedRecords } from '@/exchange/import/dataset-file';
import type { OpenedFile, OpenedOrNot, TableTask } from '@/exchange/import/open-file';
import { readTable } from '@/exchange/import/table-file';
import { UnreadableTable } from '@/exchange/import/unreadable-table';
import { readNews } from '@/newswire/read-news';
import type { NewsTask } from '@/newswire/read-news-aside';

/** What reading threads do: texts and files from outside, whose reading may take long or too much memory. */
export default function read(task: NewsTask | TableTask): Promise<unknown> | unknown {
  if ('texts' in task) return task.texts.map((text) => readNews(text, { organizations: task.organizations }));
  return openOrNot(task);
}

async function openOrNot({ bytes, name, choice }: TableTask): Promise<OpenedOrNot> {
  try {
    return { opened: await open(bytes, name, choice) };
  } catch (error) {
    if (error instanceof UnreadableTable) return { unreadable: error.reason };
    throw error;
  }
}

async function open(bytes: Uint8Array, name: string, choice: TableTask['choice']): Promise<OpenedFile> {
  const exported = exportedRecords(bytes);
  return exported ? { exported } : { table: await readTable(bytes, name, choice) };
}
