import pg from 'pg';
import { setting } from '@/domain/settings';
import { dataDirectory } from './data-directory';
import { startEmbedded, statedAddress } from './embedded';

/** A database for one command: `giveBack` stops what was started for it. */
export interface BorrowedDatabase {
  url: string;
  giveBack: () => Promise<void>;
}

/** The embedded server that another process of ours runs in this directory, if it answers. */
async function runningIn(directory: string): Promise<string | null> {
  const url = await statedAddress(directory);
  if (url === null) return null;
  const probe = new pg.Client({ connectionString: url });
  try {
    await probe.connect();
    await probe.end();
    return url;
  } catch {
    return null;
  }
}

/** The database for a command: that of `DATABASE_URL`, the one that is running, or one started for the command. */
export async function borrowDatabase(): Promise<BorrowedDatabase> {
  const given = setting('DATABASE_URL');
  if (given) return { url: given, giveBack: async () => undefined };
  const running = await runningIn(dataDirectory());
  if (running) return { url: running, giveBack: async () => undefined };
  const embedded = await startEmbedded(dataDirectory());
  return { url: embedded.url, giveBack: embedded.stop };
}
