import { Zip, ZipDeflate } from 'fflate';

/** One file of an archive; its bytes are asked for when it is written. */
export interface ZipEntry {
  name: string;
  bytes: () => AsyncIterable<Uint8Array>;
}

/** A ZIP archive, written as its files are read: nothing of it is kept. */
export async function* zipStream(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else ready.push(chunk);
  });
  const drained = () => {
    if (failure) throw failure;
    return ready.splice(0);
  };
  for (const { name, bytes } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    // A fixed time: an archive of the same edition is the same file, whenever it is made.
    file.mtime = '1990-01-01T00:00:00Z';
    zip.add(file);
    for await (const chunk of bytes()) {
      file.push(chunk);
      yield* drained();
    }
    file.push(new Uint8Array(), true);
    yield* drained();
  }
  zip.end();
  yield* drained();
}
