import pg, { type ClientConfig } from 'pg';

/** Milliseconds in which a connection is made, or is free to be used, or else whoever waits for it is told. */
const patience = 10_000;

/** An open connection, and when it was opened. */
interface Open {
  since: number;
  cut: () => void;
}

// On globalThis: the front, which watches the database, and the app, which asks it, are bundled apart.
const kept = globalThis as typeof globalThis & { trackerConnections?: Set<Open> };

function all(): Set<Open> {
  kept.trackerConnections ??= new Set();
  return kept.trackerConnections;
}

/** A connection that is known, so that it can be cut when nobody answers at its other end. */
class KnownClient extends pg.Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const inside = this as unknown as { connection: { stream: { destroy: () => void } } };
    const open = { since: performance.now(), cut: () => inside.connection.stream.destroy() };
    all().add(open);
    this.once('end', () => all().delete(open));
  }
}

/** How every pool of this process connects. */
export const connectionSettings = {
  keepAlive: true,
  connectionTimeoutMillis: patience,
  Client: KnownClient,
};

/** Settings of a session: PostgreSQL notices within half a minute that we are gone, and with it our locks. */
export const sessionOptions =
  '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4';

/**
 * Cuts the connections that were open at that moment. After an outage they may wait for ever for a server that has
 * forgotten them; nothing in TCP says so.
 */
export function cutConnectionsOpenedBefore(moment: number): void {
  for (const { since, cut } of all()) if (since < moment) cut();
}
