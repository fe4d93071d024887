import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A line between the server and its database that can fail in every way that lines do. */
export interface Link {
  /** The database's address by this line. */
  url: string;
  /** How many connections there are now. */
  connections: () => number;
  /** Everything is cut off, and nobody gets through. */
  close: () => void;
  /** Nothing comes through either way; nothing is lost, and nobody is told. */
  silence: () => void;
  /** Everything comes through again, what was held back too. */
  open: () => void;
  /** Those that are open now stay silent for ever; new ones get through. */
  forget: () => void;
  /** Breaks some of those that are open; `chooses` says which. */
  reset: (chooses: () => boolean) => void;
  end: () => Promise<void>;
}

interface Pair {
  near: Socket;
  far: Socket;
  forgotten: boolean;
}

/** Makes a line to the database. */
export async function makeLink(databaseUrl: string): Promise<Link> {
  const target = new URL(databaseUrl);
  const pairs = new Set<Pair>();
  let state: 'open' | 'closed' | 'silent' = 'open';
  const flow = ({ near, far, forgotten }: Pair) => {
    for (const socket of [near, far])
      if (state === 'silent' || forgotten) socket.pause();
      else socket.resume();
  };
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (state === 'closed') return near.resetAndDestroy();
    const far = connect(Number(target.port || 5432), target.hostname);
    const pair: Pair = { near, far, forgotten: false };
    pairs.add(pair);
    far.on('error', () => near.destroy());
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => near.write(bytes));
    near.on('close', () => {
      pairs.delete(pair);
      far.destroy();
    });
    far.on('close', () => near.end());
    flow(pair);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const become = (next: typeof state) => {
    state = next;
    for (const pair of pairs) flow(pair);
  };
  const destroyAll = () => {
    for (const { near } of pairs) near.resetAndDestroy();
  };
  return {
    url: url.href,
    connections: () => pairs.size,
    close: () => {
      state = 'closed';
      destroyAll();
    },
    silence: () => become('silent'),
    open: () => become('open'),
    forget: () => {
      for (const pair of pairs) pair.forgotten = true;
      become('open');
    },
    reset: (chooses) => {
      for (const { near } of pairs) if (chooses()) near.resetAndDestroy();
    },
    end: async () => {
      destroyAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
