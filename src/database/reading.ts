import { clients, type Transaction } from './client';

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

async function newestEdition(db: Transaction): Promise<EditionRow | undefined> {
  const rows = await db.$queryRaw<
    EditionRow[]
  >`SELECT number, published FROM public.edition ORDER BY number DESC LIMIT 1`;
  return rows[0];
}

/** The number of the newest edition; 0 before anything is published. */
export async function currentEdition(): Promise<number> {
  return (await newestEdition(clients().current))?.number ?? 0;
}

/**
 * Asks a question of the facts as they stand, or as they stood at `edition`. One repeatable-read transaction, so an
 * answer never mixes two editions, whatever is published meanwhile.
 */
export async function readFacts<T>(question: (facts: Facts) => Promise<T>, edition?: number): Promise<T> {
  const current = await clients().current.$transaction(
    async (db) => {
      const newest = await newestEdition(db);
      const number = newest?.number ?? 0;
      if (edition !== undefined && edition < number) return { earlier: true as const };
      return {
        earlier: false as const,
        answer: await question({ edition: number, published: newest?.published ?? null, db }),
      };
    },
    { isolationLevel: 'RepeatableRead', timeout: longestRead },
  );
  if (!current.earlier) return current.answer;
  return readFactsAsOf(question, edition as number);
}

async function readFactsAsOf<T>(question: (facts: Facts) => Promise<T>, edition: number): Promise<T> {
  return clients().asOf.$transaction(
    async (db) => {
      await db.$executeRaw`SELECT set_config('tracker.edition', ${String(edition)}, true)`;
      const rows = await db.$queryRaw<
        EditionRow[]
      >`SELECT number, published FROM public.edition WHERE number = ${edition}`;
      return question({ edition, published: rows[0]?.published ?? null, db });
    },
    { isolationLevel: 'RepeatableRead', timeout: longestRead },
  );
}
