import type pg from 'pg';
import { connect } from '@/database/client';
import { storage, tablesOf } from '@/database/record-storage';
import { wantedSearchNames } from '@/database/search-names';
import { recordKinds } from '@/records/record';

/** A question to the database whose every answer is something that must not be. */
interface Rule {
  what: string;
  sql: string;
}

const fixedRules: readonly Rule[] = [
  {
    what: 'editions are numbered without a gap, from 1',
    sql: `SELECT count(*), max(number) FROM edition HAVING count(*) <> coalesce(max(number), 0) OR min(number) <> 1`,
  },
  {
    what: 'no edition is older than the one before it',
    sql: `SELECT number, published, before FROM (
      SELECT number, published, lag(published) OVER (ORDER BY number) AS before FROM edition) e WHERE published < before`,
  },
  {
    what: 'each edition changes something',
    sql: `SELECT number FROM edition e WHERE NOT EXISTS (SELECT FROM change c WHERE c.edition = e.number)`,
  },
  {
    what: 'each change belongs to an edition',
    sql: `SELECT id, edition FROM change c WHERE NOT EXISTS (SELECT FROM edition e WHERE e.number = c.edition)`,
  },
  {
    what: 'the log of a row is a chain: each change begins where the one before it ended',
    sql: `SELECT id, "table", key FROM (
        SELECT id, "table", key, operation, before, after,
          lag(after) OVER (PARTITION BY "table", key ORDER BY edition, id) AS was FROM change) c
      WHERE before IS DISTINCT FROM was
        OR operation <> CASE WHEN before IS NULL THEN 'insert' WHEN after IS NULL THEN 'delete' ELSE 'update' END`,
  },
  {
    what: 'no edition was written past the app',
    sql: `SELECT number FROM edition WHERE origin = 'outside'`,
  },
  {
    what: 'each edition comes from a published proposal',
    sql: `SELECT e.number, e.proposal_id, p.state FROM edition e LEFT JOIN proposal p ON p.id = e.proposal_id
      WHERE p.state IS DISTINCT FROM 'published'`,
  },
  {
    what: 'each published proposal has its edition and its items',
    sql: `SELECT p.id, p.note FROM proposal p WHERE p.state = 'published' AND (
        NOT EXISTS (SELECT FROM edition e WHERE e.proposal_id = p.id)
        OR NOT EXISTS (SELECT FROM proposal_item i WHERE i.proposal_id = p.id)
        OR EXISTS (SELECT FROM proposal_item i WHERE i.proposal_id = p.id AND i.record_id IS NULL))`,
  },
  {
    what: 'what an edition changed are records of its proposal, or such that these were merged with',
    sql: `SELECT DISTINCT c.edition, c.record_id FROM change c JOIN edition e ON e.number = c.edition
      WHERE NOT EXISTS (SELECT FROM proposal_item i WHERE i.proposal_id = e.proposal_id AND i.record_id = c.record_id)
        AND NOT (c."table" = 'record' AND c.before->>'merged_into' IS DISTINCT FROM c.after->>'merged_into')`,
  },
  {
    what: 'the version of a record rises by one with each edition that changes it',
    sql: `SELECT r.id, r.kind, r.slug, r.version, n.editions FROM record r JOIN (
        SELECT record_id, count(DISTINCT edition) AS editions FROM change
        WHERE NOT ("table" = 'record' AND operation = 'update' AND before->'version' = after->'version')
        GROUP BY record_id) n ON n.record_id = r.id
      WHERE r.version <> n.editions`,
  },
  {
    what: 'a short link is there once, and a pinned one has kept what it showed',
    sql: `SELECT path, state, edition FROM share GROUP BY path, state, edition
      HAVING count(*) > 1 OR bool_or((edition IS NULL) <> (snapshot IS NULL))`,
  },
  {
    what: 'each webhook is told of each edition once',
    sql: `SELECT w.id, e.number, count(d.id) FROM webhook w
      JOIN edition e ON e.number >= (SELECT min(edition) FROM webhook_delivery WHERE webhook_id = w.id)
      LEFT JOIN webhook_delivery d ON d.webhook_id = w.id AND d.edition = e.number
      WHERE w.active GROUP BY w.id, e.number HAVING count(d.id) <> 1`,
  },
];

/** A record that stands has one row in the table of its kind and none in the others; a retracted one has none. */
const standing: Rule = {
  what: 'a record that stands has its row, and a retracted one has none',
  sql: recordKinds
    .map((kind) => {
      const { table } = storage[kind];
      return `SELECT r.kind, r.slug FROM record r LEFT JOIN "${table}" t ON t.id = r.id
        WHERE r.kind = '${kind}' AND (r.retracted IS NULL) <> (t.id IS NOT NULL)`;
    })
    .join(' UNION ALL '),
};

const factTables = ['record', ...new Set(recordKinds.flatMap((kind) => tablesOf(storage[kind])))];

/** The table as it stands, and what the log makes of it: what is in one and not in the other. */
function replayed(table: string): Rule {
  const differing = (one: string, other: string) =>
    `(SELECT '${one}' AS only_in, to_jsonb(t) AS row FROM ${one}."${table}" t EXCEPT ALL SELECT '${one}', to_jsonb(t) FROM ${other}."${table}" t)`;
  return {
    what: `${table} is what the log says`,
    sql: `${differing('public', 'asof')} UNION ALL ${differing('asof', 'public')}`,
  };
}

const rules = [...fixedRules, standing, ...factTables.map(replayed)];

/** What does not agree, as the transaction sees it. */
export async function disagreementsIn(transaction: pg.Client): Promise<string[]> {
  const found: string[] = [];
  await transaction.query(
    `SELECT set_config('tracker.edition', (SELECT coalesce(max(number), 0) FROM edition)::text, true)`,
  );
  for (const { what, sql } of rules) {
    const { rows } = await transaction.query(`SELECT * FROM (${sql}) AS broken LIMIT 3`);
    if (rows.length > 0) found.push(`${what}: not so: ${JSON.stringify(rows).slice(0, 600)}`);
  }
  return found;
}

/**
 * Do facts, log, editions, proposals, short links and deliveries agree? Everything is looked at in one transaction, so it
 * may be asked at any moment. What does not hold is told with the first rows that show it.
 */
export async function disagreements(db: pg.Client): Promise<string[]> {
  await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    return await disagreementsIn(db);
  } finally {
    await db.query('ROLLBACK');
  }
}

/** Are the names to search by those that the facts give? Made anew by the app's own code, and compared. */
export async function wrongSearchNames(databaseUrl: string): Promise<string[]> {
  const client = connect(databaseUrl);
  try {
    return await client.$transaction(
      async (db) => {
        const wanted = new Set((await wantedSearchNames(db, null)).map((row) => JSON.stringify(row)));
        const rows = await db.$queryRaw<object[]>`
          SELECT record_id, position, kind, owner_id, form, shown, folded FROM search_name`;
        const there = new Set(rows.map((row) => JSON.stringify(row)));
        const wrong = [
          ...[...wanted].filter((each) => !there.has(each)).map((each) => `missing ${each}`),
          ...[...there].filter((each) => !wanted.has(each)).map((each) => `too many ${each}`),
        ];
        return wrong.slice(0, 3).map((each) => `names to search by match the facts: not so: ${each}`);
      },
      { isolationLevel: 'RepeatableRead', timeout: 120_000 },
    );
  } finally {
    await client.$disconnect();
  }
}
