import pg from 'pg';
import { cutSilentConnections } from '@/database/connections';
import { log } from './log';

/** What this process knows of the database: the newest edition, and whether it can be reached now. */
export interface EditionWatch {
  edition: () => number | null;
  reachable: () => boolean;
  stop: () => Promise<void>;
}

const retryAfter = 1000;
/** A server can hang without its connections breaking: it has to answer every so often, within so long. */
const askEvery = 1500;
const patience = 3000;
/** When it has gone, the app's connections have so long to go on where they stopped. */
const grace = 10_000;

/**
 * Follows the editions that PostgreSQL announces. When the connection breaks, or the server stops answering, it is made
 * again and the number read anew, so no publication is missed; until then the last number stands.
 */
export function watchEditions(url: string, changed: (edition: number) => void): EditionWatch {
  let edition: number | null = null;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const learn = (number: number) => {
    // A database that was restored from an older copy is believed: the newest edition is what it says.
    if (number === edition) return;
    edition = number;
    log.info({ edition }, 'edition');
    changed(number);
  };
  async function connect(): Promise<void> {
    const attempt = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      application_name: 'edition-watch',
    });
    let over = false;
    const again = () => {
      if (over) return;
      over = true;
      if (client === attempt && !stopped) {
        log.error('database unreachable');
        cutSilentConnections(grace);
      }
      client = null;
      clearTimeout(timer);
      attempt.removeAllListeners('notification');
      // A server that hangs does not answer a farewell either.
      (attempt as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
      if (!stopped) timer = setTimeout(connect, retryAfter);
    };
    const look = async () => {
      const { rows } = await attempt.query('SELECT coalesce(max(number), 0)::int AS number FROM edition');
      if (over || stopped) return;
      learn(rows[0].number);
      timer = setTimeout(() => look().catch(again), askEvery);
    };
    attempt.on('error', again);
    attempt.once('end', again);
    try {
      await attempt.connect();
      attempt.on('notification', ({ payload }) => learn(Number(payload)));
      await attempt.query('LISTEN edition');
      await look();
      if (!over) {
        client = attempt;
        log.info('database reachable');
      }
    } catch {
      again();
    }
  }
  void connect();
  return {
    edition: () => edition,
    reachable: () => client !== null,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
