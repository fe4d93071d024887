import { Socket } from 'node:net';
import type { PoolConfig } from 'pg';

/** The open connections to a server, so that they can be cut when nobody answers at their other end. */
export class Connections {
  readonly #opened = new Map<Socket, number>();

  /** How a pool connects there. `patience`: milliseconds in which a connection is made, or free to be used. */
  settings(patience: number): PoolConfig {
    return {
      keepAlive: true,
      connectionTimeoutMillis: patience,
      stream: () => {
        const socket = new Socket();
        this.#opened.set(socket, performance.now());
        return socket.once('close', () => this.#opened.delete(socket));
      },
    };
  }

  /**
   * Cuts those that were open at that moment, or all. After an outage they may wait for ever for a server that has
   * forgotten them; nothing in TCP says so.
   */
  cut(before = Number.POSITIVE_INFINITY): void {
    for (const [socket, since] of this.#opened) if (since < before) socket.destroy();
  }
}

// On globalThis: the front, which watches the database, and the app, which asks it, are bundled apart.
const kept = globalThis as typeof globalThis & { trackerConnections?: Connections };

/** This process's connections to the primary. */
export function primaryConnections(): Connections {
  kept.trackerConnections ??= new Connections();
  return kept.trackerConnections;
}
