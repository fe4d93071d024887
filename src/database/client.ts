import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { remember, rememberFor } from '@/domain/remember';
import { setting } from '@/domain/settings';
import { primaryConnections, sessionOptions } from './connections';
import { type Prisma, PrismaClient } from './generated/client';
import { type Replica, replicaConnection } from './replicas';
import { inRootContext } from './root-async-context';

/** Milliseconds in which a connection is made, or is free to be used, or else whoever waits for it is told. */
const patience = 10_000;

/** A Prisma client inside one transaction. */
export type Transaction = Prisma.TransactionClient;

/**
 * Connections that one process opens at most to each server for the facts as they stand, and as many for the facts as
 * they stood: `DATABASE_CONNECTIONS`.
 */
function connectionsOfPool(): number {
  return setting('DATABASE_CONNECTIONS');
}

/** The server that `DATABASE_URL` names. The start scripts set it, also for the embedded server. */
export function databaseUrl(): string {
  const url = setting('DATABASE_URL');
  if (!url)
    throw new Error('DATABASE_URL is not set: start with `npm run up` or `npm run dev`, which set it.');
  return url;
}

/** A client that remembers its transactions, but not the requests that they were for. */
function clientWith(adapter: PrismaPg): PrismaClient {
  const client = new PrismaClient({ adapter });
  const transaction = client.$transaction.bind(client) as (...given: unknown[]) => Promise<unknown>;
  client.$transaction = ((...given: unknown[]) =>
    inRootContext(() => transaction(...given))) as typeof client.$transaction;
  return client;
}

function currentClient(connection: PoolConfig): PrismaClient {
  return clientWith(new PrismaPg({ max: connectionsOfPool(), ...connection }));
}

function asOfClient(connection: PoolConfig): PrismaClient {
  return clientWith(
    new PrismaPg(
      { max: connectionsOfPool(), ...connection, options: `-c search_path=asof,public ${sessionOptions}` },
      { schema: 'asof' },
    ),
  );
}

function toPrimary(url: string): PoolConfig {
  return { ...primaryConnections().settings(patience), connectionString: url };
}

/** A client for the published facts as they stand. */
export function connect(url: string, connections = connectionsOfPool()): PrismaClient {
  return currentClient({ ...toPrimary(url), max: connections });
}

/**
 * A client for the facts as they stood at an earlier edition: the same tables as views over the log, in schema `asof`. Each
 * transaction says which edition it means with the setting `tracker.edition`.
 */
export function connectAsOf(url: string): PrismaClient {
  return asOfClient(toPrimary(url));
}

/** The two clients of a server. */
export interface Clients {
  url: string;
  /** For the published facts as they stand. */
  current: PrismaClient;
  /** For the facts as they stood at an earlier edition: see `connectAsOf`. */
  asOf: PrismaClient;
}

function clientsOf(url: string, connection: PoolConfig): Clients {
  return { url, current: currentClient(connection), asOf: asOfClient(connection) };
}

/** The two clients of this process for the primary, which alone can be written to. */
export function clients(): Clients {
  const url = databaseUrl();
  return rememberFor('clients', url, () => clientsOf(url, toPrimary(url)));
}

/** The two clients of this process for a replica. */
export function replicaClients(replica: Replica): Clients {
  const all = remember('replica clients', () => new WeakMap<Replica, Clients>());
  const known = all.get(replica) ?? clientsOf(replica.url, replicaConnection(replica));
  all.set(replica, known);
  return known;
}
