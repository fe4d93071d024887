import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeAccount } from '@/accounts/account-changes';
import { invite, makeResetLink } from '@/accounts/account-links';
import { createToken, holderOf, tokenDays, tokensInUse } from '@/accounts/api-tokens';
import { createAccount } from '@/accounts/new-account';
import { connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { mostDraftBytes, mostDrafts } from '@/editorial/drafts';
import { draftKey, findFormDraft, formDraftsOf, isDraftKey, keepFormDraft } from '@/editorial/form-drafts';
import { findImportDraft, keepImportDraft } from '@/editorial/import-drafts';
import { findNewsDraft, keepNewsDraft } from '@/editorial/news-drafts';
import { freshDatabase } from './database';

let client: PrismaClient;
let people = 0;

beforeAll(async () => {
  client = connect(await freshDatabase());
});
afterAll(() => client.$disconnect());

async function somebody(role: string): Promise<number> {
  people += 1;
  const made = await createAccount(client, {
    email: `person-${people}@example.org`,
    name: `Person ${people}`,
    password: 'correct horse battery',
    role,
  });
  if (made.outcome !== 'created') throw new Error('no account');
  return made.id;
}

const signedIn = (userId: number, token: string, expiresAt = new Date(Date.now() + 1e9)) =>
  client.session.create({ data: { userId, token, expiresAt } });
const form = {
  kind: 'industry' as const,
  slug: '',
  baseVersion: 0,
  entries: { 'name.en': 'Half a thought' },
  problems: [],
};
const table = (bytes: Uint8Array) => ({ name: 't.csv', bytes, kind: '', mapping: {}, duplicates: false });
const secret = 'x'.repeat(32);

/** What a removed account may leave: what it published, and who decided. */
const stays = new Set(['proposal.author_id', 'proposal.decider_id']);

describe('with an account', () => {
  it('ends everything that is its own, in every table that names an account', async () => {
    const [admin, id] = [await somebody('admin'), await somebody('contributor')];
    await signedIn(id, 'a-session');
    await client.passkey.create({
      data: { userId: id, publicKey: 'k', credentialID: 'c', counter: 0, deviceType: 'd', backedUp: false },
    });
    const token = (await createToken(client, id, { name: 'robot', scope: 'propose' })) ?? '';
    const key = draftKey(secret, id, 'a-session');
    const drafts = [
      (await keepFormDraft(client, id, null, form)) ?? 0,
      await keepNewsDraft(client, id, 'news'),
      await keepImportDraft(client, id, table(new Uint8Array(10))),
    ];
    const sent = await client.proposal.create({
      data: { state: 'open', origin: 'form', note: 'sent', authorId: id },
    });
    await makeResetLink(client, admin, id);
    await invite(client, id, { email: 'friend@example.org', role: 'admin', days: 30 });
    expect((await holderOf(client, token))?.accountId).toBe(id);
    expect(await isDraftKey(client, secret, id, key)).toBe(true);

    const columns = await client.$queryRaw<{ table: string; column: string }[]>`
      SELECT c.conrelid::regclass::text AS table, a.attname AS column FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = '"user"'::regclass`;
    const rowsOf = async (row: { table: string; column: string }) => {
      const [found] = await client.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM ${row.table} WHERE "${row.column}" = ${id}`,
      );
      return found?.n ?? 0;
    };
    const own = columns.filter(({ table: name, column }) => !stays.has(`${name}.${column}`));
    expect(own.length).toBeGreaterThanOrEqual(6);
    // A table that is new here has to be in this test, and in what ends.
    for (const row of own) expect([row, await rowsOf(row)]).toEqual([row, 1]);

    expect(await removeAccount(client, admin, id)).toBe('removed');
    for (const row of own) expect([row, await rowsOf(row)]).toEqual([row, 0]);
    expect(await holderOf(client, token)).toBeNull();
    expect(await isDraftKey(client, secret, id, key)).toBe(false);
    expect(await client.proposal.findMany({ where: { authorId: id }, select: { id: true } })).toEqual([
      { id: sent.id },
    ]);
    expect(await client.proposalItem.count({ where: { proposalId: { in: drafts } } })).toBe(0);
  });

  it('ends what was made for it while it was being removed', async () => {
    const [admin, id] = [await somebody('admin'), await somebody('contributor')];
    await removeAccount(client, admin, id);
    const late = (await createToken(client, id, { name: 'late', scope: 'propose' })) ?? '';
    expect(await holderOf(client, late)).toBeNull();
  });
});

describe('a token', () => {
  it('has an end, and is listed with its owner until then', async () => {
    const id = await somebody('editor');
    const token = (await createToken(client, id, { name: 'short', scope: 'publish', days: 30 })) ?? '';
    const [listed] = await tokensInUse(client, id);
    expect(listed).toMatchObject({ name: 'short', owner: { id, name: expect.stringMatching(/^Person/) } });
    const inDays = ((listed?.expires.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(Math.round(inDays)).toBe(30);
    await client.apiToken.updateMany({ where: { userId: id }, data: { expires: new Date(Date.now() - 1) } });
    expect(await holderOf(client, token)).toBeNull();
    expect(await tokensInUse(client, id)).toEqual([]);
    for (const days of [0, -1, 1e9, Number.NaN, 3650])
      expect(await createToken(client, id, { name: 'long', scope: 'publish', days })).toBeNull();
    expect(tokenDays).toContain(365);
  });
});

describe('the key of a form', () => {
  it('is worth as much as the session that the form was opened in', async () => {
    const [id, other] = [await somebody('contributor'), await somebody('contributor')];
    await signedIn(id, 'this-one');
    await signedIn(id, 'long-gone', new Date(Date.now() - 3 * 86_400_000));
    const key = draftKey(secret, id, 'this-one');
    expect(await isDraftKey(client, secret, id, key)).toBe(true);
    expect(await isDraftKey(client, secret, other, key)).toBe(false);
    expect(await isDraftKey(client, 'y'.repeat(32), id, key)).toBe(false);
    expect(await isDraftKey(client, secret, id, draftKey(secret, id, 'no-session'))).toBe(false);
    expect(await isDraftKey(client, secret, id, draftKey(secret, id, 'long-gone'))).toBe(false);
    for (const author of [Number.NaN, -1, 2 ** 40, 1.5])
      expect(await isDraftKey(client, secret, author, key)).toBe(false);
    await client.session.deleteMany({ where: { token: 'this-one' } });
    expect(await isDraftKey(client, secret, id, key)).toBe(false);
  });
});

describe('drafts of one person', () => {
  const bytesOf = async (id: number) => {
    const [found] = await client.$queryRaw<{ bytes: number }[]>`
      SELECT sum(pg_column_size(i.payload))::int AS bytes FROM proposal_item i
      JOIN proposal p ON p.id = i.proposal_id WHERE p.author_id = ${id}`;
    return found?.bytes ?? 0;
  };
  const countOf = (authorId: number) => client.proposal.count({ where: { authorId } });

  it('are bounded in number, of all kinds together, and the oldest go', async () => {
    const id = await somebody('contributor');
    const first = await keepNewsDraft(client, id, 'first');
    for (let at = 0; at < mostDrafts - 1; at++)
      await (at % 2 ? keepNewsDraft(client, id, `${at}`) : keepFormDraft(client, id, null, form));
    expect(await countOf(id)).toBe(mostDrafts);
    expect(await findNewsDraft(client, id, first)).not.toBeNull();
    const last = (await keepFormDraft(client, id, null, form)) ?? 0;
    expect(await countOf(id)).toBe(mostDrafts);
    expect(await findNewsDraft(client, id, first)).toBeNull();
    expect(await findFormDraft(client, id, last)).not.toBeNull();
    expect((await formDraftsOf(client, id)).length).toBeGreaterThan(10);
  }, 120_000);

  it('are bounded in bytes, whoever writes them at once, and what was written last stays', async () => {
    const id = await somebody('editor');
    const noise = () => {
      const bytes = new Uint8Array(9 * 1024 * 1024);
      for (let at = 0; at < bytes.length; at += 65_536)
        crypto.getRandomValues(bytes.subarray(at, at + 65_536));
      return table(bytes);
    };
    let last = 0;
    for (let at = 0; at < 4; at++)
      [, last = 0] = await Promise.all([
        keepImportDraft(client, id, noise()),
        keepImportDraft(client, id, noise()),
      ]);
    expect(await bytesOf(id)).toBeGreaterThan(mostDraftBytes / 2);
    expect(await bytesOf(id)).toBeLessThanOrEqual(mostDraftBytes);
    expect([await findImportDraft(client, id, last), await countOf(id)]).toEqual([expect.anything(), 5]);
  }, 120_000);
});
