import { type Clients, clients, replicaClients, type Transaction } from './client';
import { knownEdition, learnEdition } from './known-edition';
import { countRead, replicas, replicasWith } from './replicas';

/** The facts of one edition, inside one transaction: everything read through it belongs together. */
export interface Facts {
  edition: number;
  /** When that edition was published; null before the first. */
  published: Date | null;
  db: Transaction;
}

/** Rehearsals of a publication read facts under numbers from here on, which no edition ever has. */
export const firstRehearsal = 1_000_000_000;

/** Milliseconds that the questions of one answer may take: a first look at a million events on a busy machine. */
const longestRead = 180_000;

interface EditionRow {
  number: number;
  published: Date;
}

/** The server has not reached the edition that is asked for. */
class Behind extends Error {}

/** A busy pool is waited for: the front admits no more than it can keep waiting. */
const wholeRead = { isolationLevel: 'RepeatableRead', timeout: longestRead, maxWait: 10_000 } as const;

async function newestEdition(db: Transaction, least: number): Promise<EditionRow | undefined> {
  const [newest] = await db.$queryRaw<
    EditionRow[]
  >`SELECT number, published FROM public.edition ORDER BY number DESC LIMIT 1`;
  if ((newest?.number ?? 0) < least) throw new Behind();
  if (newest) learnEdition(newest.number);
  return newest;
}

/** What the driver says about a connection in plain errors, which Prisma passes on as they are. */
const lostConnection =
  /^(?:Connection terminated|Client (?:has encountered|was closed)|Query read timeout|timeout e|Cannot use a pool)/;

/** Did the server or the way to it fail, rather than the code that asks? */
function isDatabaseError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    /^(?:PrismaClient(?!Validation)|DriverAdapterError)/.test(error.name) ||
    // ECONNRESET and its like.
    (typeof code === 'string' && /^E[A-Z]+$/.test(code)) ||
    lostConnection.test(error.message)
  );
}

/** The oldest edition that may be answered now: nobody goes back behind what this process has heard of. */
async function leastEdition(): Promise<number> {
  if (replicas().length === 0) return 0;
  return knownEdition() ?? (await editionOnPrimary().catch(() => 0));
}

/**
 * Reads at a replica that has reached `least`; where there is none, or it fails, at the next, and last at the primary.
 * If the question itself is at fault, the primary says so.
 */
async function atServer<T>(least: number, read: (server: Clients, least: number) => Promise<T>): Promise<T> {
  for (const replica of replicasWith(least)) {
    try {
      const answer = await read(replicaClients(replica), least);
      countRead('replicas');
      return answer;
    } catch (error) {
      if (!(error instanceof Behind) && !isDatabaseError(error)) throw error;
    }
  }
  // The primary has the last word, also where it was restored from an older copy.
  const answer = await read(clients(), 0);
  countRead('primary');
  return answer;
}

/** The number of the newest edition that this process can read; 0 before anything is published. */
export async function currentEdition(): Promise<number> {
  return atServer(
    await leastEdition(),
    async ({ current }, least) => (await newestEdition(current, least))?.number ?? 0,
  );
}

/** The same as the primary says it now, for who has just published through whichever process. */
export async function editionOnPrimary(): Promise<number> {
  return (await newestEdition(clients().current, 0))?.number ?? 0;
}

/**
 * Asks a question of the facts as they stand, or as they stood at `edition`. One repeatable-read transaction on one
 * server, so an answer never mixes two editions, whatever is published meanwhile.
 */
export async function readFacts<T>(question: (facts: Facts) => Promise<T>, edition?: number): Promise<T> {
  return atServer(edition ?? (await leastEdition()), async (server, least) => {
    const current = await server.current.$transaction(async (db) => {
      const newest = await newestEdition(db, least);
      const number = newest?.number ?? 0;
      if (edition !== undefined && edition < number) return { earlier: true as const };
      return {
        earlier: false as const,
        answer: await question({ edition: number, published: newest?.published ?? null, db }),
      };
    }, wholeRead);
    if (!current.earlier) return current.answer;
    return readFactsAsOf(server, question, edition as number);
  });
}

async function readFactsAsOf<T>(
  server: Clients,
  question: (facts: Facts) => Promise<T>,
  edition: number,
): Promise<T> {
  return server.asOf.$transaction(async (db) => {
    await db.$executeRaw`SELECT set_config('tracker.edition', ${String(edition)}, true)`;
    const rows = await db.$queryRaw<
      EditionRow[]
    >`SELECT number, published FROM public.edition WHERE number = ${edition}`;
    return question({ edition, published: rows[0]?.published ?? null, db });
  }, wholeRead);
}
