import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { UnreadableTable, unreadable } from './unreadable-table';

/** Largest file, unpacked, in bytes; larger ones are refused before they fill the memory. */
export const largest = 200 * 1024 * 1024;
/** Files in one archive: a workbook has some for each sheet. */
const mostFiles = 5000;

type Wanted = (name: string) => boolean;

/** How large an archive says that it unpacks, and how many files it says that it holds. */
function stated(bytes: Uint8Array, wanted: Wanted): { size: number; files: number } {
  let [size, files] = [0, 0];
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      files += 1;
      if (wanted(name)) size += originalSize;
      return false;
    },
  });
  return { size, files };
}

/** How large it does unpack; no more is unpacked than has to be to know that it is too much. */
function unpackedSize(bytes: Uint8Array, wanted: Wanted, look?: Look): number {
  const step = 16 * 1024;
  let total = 0;
  const unzip = new Unzip((file) => {
    if (!wanted(file.name)) return;
    file.ondata = (error, chunk) => {
      if (error) throw error;
      total += chunk.length;
      look?.(file.name, chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && total <= largest; at += step)
    unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  return total;
}

/** Sees what is unpacked, piece by piece; what it throws ends the unpacking. */
export type Look = (name: string, chunk: Uint8Array) => void;

/** Refuses an archive whose `wanted` files unpack to more than is read, whatever it says about its size. */
export function refuseBomb(bytes: Uint8Array, wanted: Wanted = () => true, look?: Look): void {
  let size: number;
  try {
    const said = stated(bytes, wanted);
    if (said.files > mostFiles)
      throw unreadable(
        `压缩文件里有 ${said.files} 个文件；表格不会有这么多`,
        `The archive holds ${said.files} files; no table has so many.`,
      );
    size = said.size <= largest ? unpackedSize(bytes, wanted, look) : said.size;
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw unreadable('不是完整的压缩文件', 'This is no whole archive.');
  }
  if (size > largest) throw unreadable('文件解开后超过 200 MB', 'Unpacked, the file is larger than 200 MB.');
}
