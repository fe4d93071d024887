/** What the first line of a backup says. */
export interface BackupHead {
  /** The newest migration of its database. */
  migration: string;
  edition: number;
}

const mark = '-- AI Landscape backup ';

/** The last line: a backup that was cut off has none. */
export const backupEnd = '-- the end of the backup';

/** The first line of a backup. */
export function backupHead(head: BackupHead): string {
  return `${mark}${JSON.stringify(head)}`;
}

/** What the first line of a file says; null where it is no backup of ours. */
export function readBackupHead(line: string): BackupHead | null {
  if (!line.startsWith(mark)) return null;
  try {
    const head = JSON.parse(line.slice(mark.length)) as Partial<BackupHead>;
    return typeof head.migration === 'string' && typeof head.edition === 'number'
      ? { migration: head.migration, edition: head.edition }
      : null;
  } catch {
    return null;
  }
}
