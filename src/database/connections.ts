import { Socket } from 'node:net';
import type { PoolConfig } from 'pg';
import { remember } from '@/domain/remember';

/** Settings of a session: PostgreSQL notices within half a minute that we are gone, and with it our locks. */
export const sessionOptions =
  '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4';

/** The open connections to a server, so that they can be cut when nobody answers at their other end. */
export class Connections {
  readonly #open = new Set<Socket>();

  /** How a pool connects there. `patience`: milliseconds in which a connection is made, or free to be used. */
  settings(patience: number): PoolConfig {
    return {
      keepAlive: true,
      connectionTimeoutMillis: patience,
      options: sessionOptions,
      stream: () => {
        const socket = new Socket();
        this.#open.add(socket);
        return socket.once('close', () => this.#open.delete(socket));
      },
    };
  }

  /** Cuts all of them. */
  cut(): void {
    for (const socket of this.#open) socket.destroy();
  }

  /**
   * Cuts, after so many milliseconds, those that are open now and from which nothing has come until then. Their server
   * may be gone or have forgotten them, and TCP does not say so: whoever asked would wait for ever.
   */
  cutSilent(grace: number): void {
    const heard = [...this.#open].map((socket) => ({ socket, received: socket.bytesRead }));
    setTimeout(() => {
      for (const { socket, received } of heard) if (socket.bytesRead === received) socket.destroy();
    }, grace).unref();
  }
}

/** This process's connections to the primary. */
export const primaryConnections = () => remember('primary connections', () => new Connections());
