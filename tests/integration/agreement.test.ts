import { expect, it } from 'vitest';
import { disagreements, disagreementsIn, wrongSearchNames } from '../../torture/agreement';
import { connected } from '../../torture/stage';
import { freshDatabaseWithFacts } from './database';

// What the torments look for is found where it is there: each of these is what a write that happened by half would leave.
const halves: readonly [rule: RegExp, sql: string][] = [
  [/organization is what the log says/, `UPDATE organization SET name_en = 'X' WHERE slug = 'baidu'`],
  [
    /funding_statement is what/,
    `DELETE FROM funding_statement WHERE record_id = (SELECT min(record_id) FROM funding_statement)`,
  ],
  [/a record that stands has its row/, `DELETE FROM thesis`],
  [/numbered without a gap/, `UPDATE edition SET number = 3`],
  [/each change belongs to an edition/, `UPDATE edition SET number = 3`],
  [
    /each edition changes something/,
    `INSERT INTO edition (number, origin, note_zh, note_en) VALUES (2, 'form', '', '')`,
  ],
  [
    /comes from a published proposal/,
    `INSERT INTO edition (number, origin, note_zh, note_en) VALUES (2, 'form', '', '')`,
  ],
  [
    /no edition is older/,
    `INSERT INTO edition (number, published, origin, note_zh, note_en) VALUES (2, '2001-01-01', 'form', '', '')`,
  ],
  [
    /published proposal has its edition/,
    `INSERT INTO proposal (state, origin, note) VALUES ('published', 'form', '')`,
  ],
  [/records of its proposal/, `DELETE FROM proposal_item WHERE position = 0`],
  [/version of a record rises/, `UPDATE record SET version = 2 WHERE slug = 'baidu'`],
  [/the log of a row is a chain/, `UPDATE change SET before = after WHERE id = (SELECT min(id) FROM change)`],
  [
    /short link is there once/,
    `ALTER TABLE share DROP CONSTRAINT share_pinned_has_snapshot; INSERT INTO share (code, path, state, edition) VALUES ('bbbbbbbb', '/x', '', 1)`,
  ],
  [
    /told of each edition once/,
    `INSERT INTO webhook (url, secret) VALUES ('https://x.example', 's'); INSERT INTO webhook_delivery (webhook_id, edition) VALUES (1, 1), (1, 1)`,
  ],
];

it('finds everything that a write by half would leave behind, and nothing in what is whole', async () => {
  const whole = await freshDatabaseWithFacts();
  const db = await connected(whole);
  expect(await disagreements(db)).toEqual([]);
  expect(await wrongSearchNames(whole)).toEqual([]);
  await db.query('DELETE FROM search_name WHERE record_id = (SELECT min(record_id) FROM search_name)');
  expect(await wrongSearchNames(whole)).not.toEqual([]);
  for (const [rule, sql] of halves) {
    await db.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}`);
    expect((await disagreementsIn(db)).join('\n'), sql).toMatch(rule);
    await db.query('ROLLBACK');
  }
  await db.end();
});
