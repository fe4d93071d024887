import pg, { type ClientConfig } from 'pg';

/** Milliseconds in which a connection is made, or is free to be used, or else whoever waits for it is told. */
const patience = 10_000;

/** An open connection: how many bytes have come from it, and how to break it. */
interface Open {
  received: () => number;
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
    const inside = this as unknown as { connection: { stream: { bytesRead: number; destroy: () => void } } };
    const open = {
      received: () => inside.connection.stream.bytesRead,
      cut: () => inside.connection.stream.destroy(),
    };
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
 * Cuts, after so many milliseconds, the connections that are open now and from which nothing has come until then. Their
 * server may be gone or have forgotten them, and TCP does not say so: whoever asked would wait for ever.
 */
export function cutSilentConnections(grace: number): void {
  const heard = [...all()].map((open) => ({ open, received: open.received() }));
  setTimeout(() => {
    for (const { open, received } of heard) if (open.received() === received) open.cut();
  }, grace).unref();
}
