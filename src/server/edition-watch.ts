import pg from 'pg';
import { primaryConnections } from '@/database/connections';
import { knownEdition, learnEdition, setKnownEdition } from '@/database/known-edition';
import { replicasWith } from '@/database/replicas';
import { log } from './log';

/** What this process knows of the database. */
export interface EditionWatch {
  /** The newest edition, whichever server told it. */
  edition: () => number | null;
  /** Does the primary answer now? Without it nothing can be written. */
  reachable: () => boolean;
  /** Can the newest edition be read now, at the primary or at a replica? */
  readable: () => boolean;
  /** Ends when the database has answered for the first time. */
  met: Promise<void>;
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
  let meet: () => void = () => undefined;
  const met = new Promise<void>((resolve) => {
    meet = resolve;
  });

  const learn = (number: number) => {
    // A database that was restored from an older copy is believed: the newest edition is what it says.
    if (number === edition) return;
    if (number < (edition ?? 0)) setKnownEdition(number);
    else learnEdition(number);
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
        primaryConnections().cutSilent(grace);
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
        meet();
      }
    } catch {
      again();
    }
  }
  void connect();
  const reachable = () => client !== null;
  return {
    edition: knownEdition,
    reachable,
    readable: () => reachable() || replicasWith(knownEdition() ?? 0).length > 0,
    met,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
