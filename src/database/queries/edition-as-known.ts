import { type Facts, readFacts } from '../reading';

/** An edition that was asked for, or the limits that the wish broke. */
export type EditionAsKnown =
  | { found: true; edition: number; published: Date }
  | { found: false; first: { edition: number; day: string } | null; newest: number };

type Known = { kind: 'edition'; edition: number } | { kind: 'day'; day: string };

/**
 * Which edition did a reader know by then? A day counts to its end in China. Editions are never rewritten, so this
 * needs no transaction with the question that follows.
 */
export function editionAsKnown(known: Known): Promise<EditionAsKnown> {
  return readFacts((facts) => editionKnownIn(facts, known));
}

async function editionKnownIn({ db }: Facts, known: Known): Promise<EditionAsKnown> {
  const day = known.kind === 'day' ? known.day : null;
  const number = known.kind === 'edition' ? known.edition : null;
  const rows = await db.$queryRaw<{ edition: number; published: Date }[]>`
    SELECT number AS edition, published FROM edition
    WHERE (${number}::int IS NULL OR number = ${number}::int)
      AND (${day}::date IS NULL OR (published AT TIME ZONE 'Asia/Shanghai')::date <= ${day}::date)
      AND (${day}::date IS NULL OR ${day}::date <= (now() AT TIME ZONE 'Asia/Shanghai')::date)
    ORDER BY number DESC LIMIT 1`;
  const [row] = rows;
  if (row) return { found: true, ...row };
  const limits = await db.$queryRaw<{ first: number | null; day: string | null; newest: number | null }[]>`
    SELECT min(number) AS first, (min(published) AT TIME ZONE 'Asia/Shanghai')::date::text AS day, max(number) AS newest
    FROM edition`;
  const { first = null, day: firstDay = null, newest = null } = limits[0] ?? {};
  return {
    found: false,
    first: first === null || firstDay === null ? null : { edition: first, day: firstDay },
    newest: newest ?? 0,
  };
}
