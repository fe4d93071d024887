import pg from 'pg';

/** What this process knows of the database: the newest edition, and whether it can be reached now. */
export interface EditionWatch {
  edition: () => number | null;
  reachable: () => boolean;
  stop: () => Promise<void>;
}

const retryAfter = 1000;

/**
 * Follows the editions that PostgreSQL announces. When the connection breaks it is made again, and the number read anew,
 * so no publication is missed; until then the last number stands.
 */
export function watchEditions(url: string, changed: (edition: number) => void): EditionWatch {
  let edition: number | null = null;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const learn = (number: number) => {
    if (number === edition) return;
    edition = number;
    changed(number);
  };
  const again = () => {
    client?.removeAllListeners('notification');
    client = null;
    if (!stopped) timer = setTimeout(connect, retryAfter);
  };
  async function connect(): Promise<void> {
    const attempt = new pg.Client({
      connectionString: url,
      keepAlive: true,
      application_name: 'edition-watch',
    });
    attempt.on('error', () => undefined);
    try {
      await attempt.connect();
      attempt.on('notification', ({ payload }) => learn(Number(payload)));
      await attempt.query('LISTEN edition');
      const { rows } = await attempt.query('SELECT coalesce(max(number), 0)::int AS number FROM edition');
      client = attempt;
      attempt.once('end', again);
      learn(rows[0].number);
    } catch {
      await attempt.end().catch(() => undefined);
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
