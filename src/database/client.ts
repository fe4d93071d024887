import { PrismaPg } from '@prisma/adapter-pg';
import { connectionSettings, sessionOptions } from './connections';
import { type Prisma, PrismaClient } from './generated/client';

/** A Prisma client inside one transaction. */
export type Transaction = Prisma.TransactionClient;

/** Connections that one process keeps open for each of its two clients. */
const poolSize = 8;

/** The server that `DATABASE_URL` names. The start scripts set it, also for the embedded server. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error('DATABASE_URL is not set: start with `npm run up` or `npm run dev`, which set it.');
  return url;
}

/** A client for the published facts as they stand. */
export function connect(url: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({
      ...connectionSettings,
      connectionString: url,
      max: poolSize,
      options: sessionOptions,
    }),
  });
}

/**
 * A client for the facts as they stood at an earlier edition: the same tables as views over the log, in schema
 * `asof`. Each transaction says which edition it means with the setting `tracker.edition`.
 */
export function connectAsOf(url: string): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(
      {
        ...connectionSettings,
        connectionString: url,
        max: poolSize,
        options: `-c search_path=asof,public ${sessionOptions}`,
      },
      { schema: 'asof' },
    ),
  });
}

interface Clients {
  url: string;
  current: PrismaClient;
  asOf: PrismaClient;
}

// Kept on globalThis: a reload during development must not open a second pool.
const kept = globalThis as typeof globalThis & { trackerClients?: Clients };

/** The two clients of this process. */
export function clients(): Clients {
  const url = databaseUrl();
  if (kept.trackerClients?.url !== url) {
    kept.trackerClients = { url, current: connect(url), asOf: connectAsOf(url) };
  }
  return kept.trackerClients;
}
