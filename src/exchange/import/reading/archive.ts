import { type Unzipped, unzipSync } from 'fflate';
import { UnreadableTable, unreadable } from '../unreadable-table';

/** Largest file, unpacked, in bytes; larger ones are refused before they fill the memory. */
export const largest = 200 * 1024 * 1024;
/** Files in one archive: a workbook has some for each sheet. */
const mostFiles = 5000;

/**
 * Unpacks the `wanted` files of an archive. The list at its end says how large each is: no more is taken of a file, whatever
 * else it holds, and the sum is known before anything is unpacked beyond it. Throws `UnreadableTable`.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Unzipped {
  let [size, files] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        files += 1;
        if (files > mostFiles)
          throw unreadable(
            `压缩文件里的文件超过 ${mostFiles} 个；表格不会有这么多`,
            `The archive holds more than ${mostFiles} files; no table has so many.`,
          );
        if (!wanted(name)) return false;
        size += originalSize;
        if (size > largest)
          throw unreadable('文件解开后超过 200 MB', 'Unpacked, the file is larger than 200 MB.');
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw unreadable('不是完整的压缩文件', 'This is no whole archive.');
  }
}
