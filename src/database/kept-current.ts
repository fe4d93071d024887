import { LimitedCache } from '@/domain/limited-cache';
import { remember } from '@/domain/remember';
import { setting } from '@/domain/settings';
import { type Facts, firstRehearsal } from './reading';

/** How an answer about all facts is made, and how it is brought from one edition to another. */
export interface CurrentAnswer<T> {
  /** Reads everything. */
  whole(facts: Facts): Promise<T>;
  /** The answer at the edition of the facts, from that of another; null where it is no less work than `whole`. */
  carried(facts: Facts, known: T, from: number): Promise<T | null>;
}

interface Kept {
  answers: LimitedCache<unknown>;
  /** Answers that are there, by edition. */
  ready: Map<number, unknown>;
}

/** Editions of one answer that are kept. */
const mostKept = 2;

/**
 * Asks once a process and brings the answer up to date with the log after that: a publication costs what it changed,
 * not what there is. Nobody may change an answer.
 */
export function keptCurrent<T>(
  name: string,
  { whole, carried }: CurrentAnswer<T>,
): (facts: Facts) => Promise<T> {
  return async (facts) => {
    const kept = remember<Kept>(`current ${setting('DATABASE_URL') ?? ''} ${name}`, () => ({
      answers: new LimitedCache(mostKept, () => 1),
      ready: new Map(),
    }));
    const make = async () => {
      const near = [...kept.ready.keys()].sort(
        (a, b) => Math.abs(a - facts.edition) - Math.abs(b - facts.edition),
      )[0];
      const from = near === undefined ? null : await carried(facts, kept.ready.get(near) as T, near);
      return from ?? (await whole(facts));
    };
    // What a rehearsal sees is nobody else's.
    if (facts.edition >= firstRehearsal) return make();
    return kept.answers.get(String(facts.edition), async () => {
      const answer = await make();
      kept.ready.set(facts.edition, answer);
      for (const edition of kept.ready.keys())
        if (kept.ready.size > mostKept && edition !== facts.edition) kept.ready.delete(edition);
      return answer;
    }) as Promise<T>;
  };
}

/** More changed records than this are read anew together with all others. */
const mostCarried = 20_000;

/**
 * Records with a row in one of these tables that differs between an edition and that of the facts; null where the log
 * of the difference cannot be seen, or holds too many.
 */
export async function changedBetween(
  facts: Facts,
  edition: number,
  tables: readonly string[],
): Promise<number[] | null> {
  const [low, high] = [Math.min(edition, facts.edition), Math.max(edition, facts.edition)];
  // A transaction does not see editions that were published after it began.
  if (edition > facts.edition) {
    const seen = await facts.db.$queryRaw<unknown[]>`SELECT FROM public.edition WHERE number = ${edition}`;
    if (seen.length === 0) return null;
  }
  const rows = await facts.db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT record_id AS id FROM (
      SELECT record_id FROM public.change
      WHERE edition > ${low} AND edition <= ${high} AND "table" = ANY(${tables}::text[]) LIMIT ${mostCarried * 4}
    ) AS changed`;
  return rows.length > mostCarried ? null : rows.map(({ id }) => id);
}
