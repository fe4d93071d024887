import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeRole, endsWithAccount, removeAccount } from '@/accounts/account-changes';
import {
  goodLink,
  invite,
  type MadeLink,
  makeResetLink,
  openLinks,
  redeemLink,
  revokeLink,
} from '@/accounts/account-links';
import { createToken, revokeToken, tokensInUse } from '@/accounts/api-tokens';
import { createAccount } from '@/accounts/new-account';
import { logSecurity } from '@/accounts/security-log';
import { setPassword } from '@/accounts/set-password';
import {
  accountsFromAddress,
  forAccountFromAddress,
  forAccountFromStrangers,
  maySignIn,
  wasRight,
} from '@/accounts/sign-in-tries';
import { POST as changePassword } from '@/app/api/account/password/route';
import { POST as changeAccounts } from '@/app/api/accounts/route';
import { POST as choosePassword } from '@/app/api/set-password/route';
import { POST as signIn } from '@/app/api/sign-in/route';
import { clients, connect } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { securityEvents } from '@/database/queries/security-events';
import { hearSecurity, type SecurityLine } from '@/domain/security-line';
import { freshDatabase } from './database';

const site = 'https://landscape.example';
const password = 'correct horse battery';
const another = 'violet lantern teapot';
let client: PrismaClient;
let people = 0;
const lines: SecurityLine[] = [];
const told = Object.assign(process.env, { PUBLIC_URL: site, AUTH_SECRET: randomBytes(24).toString('hex') });

beforeAll(async () => {
  told.DATABASE_URL = await freshDatabase();
  client = connect(told.DATABASE_URL);
  hearSecurity((line) => lines.push(line));
});
afterAll(async () => {
  await client.$disconnect();
  await clients().current.$disconnect();
});
beforeEach(async () => {
  lines.length = 0;
  await client.rateLimit.deleteMany();
});

async function somebody(role: string): Promise<{ id: number; email: string }> {
  people += 1;
  const email = `person-${people}@example.org`;
  const made = await createAccount(client, { email, name: `Number ${people}`, password, role });
  if (made.outcome !== 'created') throw new Error('no account');
  return { id: made.id, email };
}

/** Sends a form as a browser on one of our pages does, and says what the address that it leads to says. */
async function send(
  to: (request: Request) => Promise<Response>,
  fields: Record<string, string>,
  { address = '10.1.1.1', cookie = '' } = {},
) {
  const answer = await to(
    new Request(`${site}/api/form`, {
      method: 'POST',
      headers: {
        origin: site,
        'content-type': 'application/x-www-form-urlencoded',
        'x-client-address': address,
        cookie,
      },
      body: new URLSearchParams({ lang: 'en', ...fields }).toString(),
    }),
  );
  const location = answer.headers.get('location') ?? `${answer.status}`;
  const cookies = answer.headers.getSetCookie();
  return {
    location,
    said: /said=([\w-]+)/.exec(location)?.[1] ?? '',
    cookies,
    cookie: cookies.map((each) => each.split(';', 1)[0]).join('; '),
  };
}

const tokenOf = (made: MadeLink) => ('token' in made ? made.token : `refused: ${made.refused}`);
const kindsSince = async (id: number) =>
  (await client.securityEvent.findMany({ where: { id: { gt: id } }, orderBy: { id: 'asc' } })).map(
    ({ kind }) => kind,
  );
const newestEvent = async () => (await securityEvents(client, null)).events[0]?.id ?? 0;

describe('an invitation', () => {
  it('makes one account of its address and role, with the name and password that were chosen', async () => {
    const admin = await somebody('admin');
    const token = tokenOf(
      await invite(client, admin.id, { email: 'New@Example.org', role: 'editor', days: 7 }),
    );
    const [open] = await openLinks(client);
    expect(open).toMatchObject({ purpose: 'invitation', email: 'new@example.org', role: 'editor' });
    expect(Math.round(((open?.expires.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(7);
    expect(await goodLink(client, token)).toMatchObject({ email: 'new@example.org', role: 'editor' });
    // Looking uses nothing up, a mistake neither.
    for (const chosen of [
      { name: 'New', password: 'short' },
      { name: ' ', password: another },
      { name: 'New', password: 'new@example.org' },
    ])
      expect(await redeemLink(client, token, chosen)).toMatchObject({ outcome: 'refused' });
    const chosen = { name: 'New', password: another };
    const both = await Promise.all([redeemLink(client, token, chosen), redeemLink(client, token, chosen)]);
    expect(both.filter((made) => made?.outcome === 'created')).toHaveLength(1);
    expect(await redeemLink(client, token, chosen)).toBeNull();
    expect(await openLinks(client)).toEqual([]);
    expect(await client.user.findUnique({ where: { email: 'new@example.org' } })).toMatchObject({
      name: 'New',
      role: 'editor',
    });
    expect((await send(signIn, { email: 'new@example.org', password: another })).location).toBe('/en/editor');
  });

  it('ends by itself, when it is taken back, when there is a newer one, and with the rights of who made it', async () => {
    const [admin, other] = [await somebody('admin'), await somebody('admin')];
    const wanted = { email: 'late@example.org', role: 'admin', days: 1 };
    const first = tokenOf(await invite(client, admin.id, wanted));
    const second = tokenOf(await invite(client, admin.id, wanted));
    expect(await goodLink(client, first)).toBeNull();
    await client.accountLink.updateMany({ data: { expires: new Date(Date.now() - 1) } });
    expect(await goodLink(client, second)).toBeNull();
    expect(await redeemLink(client, second, { name: 'x', password: another })).toBeNull();
    const third = tokenOf(await invite(client, admin.id, wanted));
    const [open] = await openLinks(client);
    expect(await revokeLink(client, admin.id, open?.id ?? 0)).toBe(true);
    expect(await revokeLink(client, admin.id, open?.id ?? 0)).toBe(false);
    expect(await goodLink(client, third)).toBeNull();
    const fourth = tokenOf(await invite(client, admin.id, wanted));
    await changeRole(client, other.id, admin.id, 'editor');
    expect(await goodLink(client, fourth)).toBeNull();
    // Also where it was made at the very moment.
    const fifth = tokenOf(await invite(client, admin.id, wanted));
    expect(await goodLink(client, fifth)).toBeNull();
    expect(await client.user.findUnique({ where: { email: 'late@example.org' } })).toBeNull();
  });

  it('is not made for an address that has an account, for no address, no role, no such time', async () => {
    const admin = await somebody('admin');
    const wanted = { email: 'x@example.org', role: 'editor', days: 7 };
    expect(await invite(client, admin.id, { ...wanted, email: admin.email.toUpperCase() })).toEqual({
      refused: 'email',
    });
    expect(await invite(client, admin.id, { ...wanted, email: 'none' })).toEqual({ refused: 'email' });
    expect(await invite(client, admin.id, { ...wanted, role: 'king' })).toEqual({ refused: 'role' });
    for (const days of [0, 365, Number.NaN])
      expect(await invite(client, admin.id, { ...wanted, days })).toEqual({ refused: 'days' });
  });
});

describe('a forgotten password', () => {
  it('is replaced with a link of an admin, once; sessions end, and who was locked out is let in', async () => {
    const [admin, person] = [await somebody('admin'), await somebody('editor')];
    const wrong = { email: person.email, password: 'I forgot it, sorry' };
    let said = '';
    for (let at = 0; at <= forAccountFromAddress.tries; at++) said = (await send(signIn, wrong)).said;
    expect(said).toBe('too-often');
    await client.session.create({
      data: { userId: person.id, token: 'old', expiresAt: new Date(Date.now() + 1e9) },
    });
    const before = await newestEvent();
    const first = tokenOf(await makeResetLink(client, admin.id, person.id, '10.2.2.2'));
    const token = tokenOf(await makeResetLink(client, admin.id, person.id, '10.2.2.2'));
    expect((await send(choosePassword, { token: first, password: another })).location).not.toContain(
      'sign-in',
    );
    expect((await send(choosePassword, { token, password: person.email })).said).toBe('password-personal');
    expect((await send(choosePassword, { token, password: another })).location).toBe('/en/sign-in?said=set');
    expect((await send(choosePassword, { token, password: another })).location).toContain('/set-password');
    expect(await client.session.count({ where: { userId: person.id } })).toBe(0);
    expect((await send(signIn, { email: person.email, password })).said).toBe('wrong');
    expect((await send(signIn, { email: person.email, password: another })).location).toBe('/en/editor');
    expect(await kindsSince(before)).toEqual([
      'reset-made',
      'reset-made',
      'reset-used',
      'sign-in-failed',
      'signed-in',
    ]);
  });

  it('is set from the command line, also where there was none', async () => {
    const person = await somebody('admin');
    await client.account.deleteMany({ where: { userId: person.id } });
    expect(await setPassword(client, 'nobody@example.org', another)).toBe('missing');
    expect(await setPassword(client, person.email, 'password1234')).toMatchObject({ weakness: 'common' });
    expect(await setPassword(client, person.email.toUpperCase(), another)).toBe('set');
    expect((await send(signIn, { email: person.email, password: another })).location).toBe('/en/editor');
  });

  it('is nobody’s own business while signed in, nor a removed account’s', async () => {
    const [admin, gone] = [await somebody('admin'), await somebody('editor')];
    expect(await makeResetLink(client, admin.id, admin.id)).toEqual({ refused: 'own' });
    const token = tokenOf(await makeResetLink(client, admin.id, gone.id));
    await removeAccount(client, admin.id, gone.id);
    expect(await goodLink(client, token)).toBeNull();
    expect(await makeResetLink(client, admin.id, gone.id)).toEqual({ refused: 'missing' });
    expect(await makeResetLink(client, admin.id, 2 ** 30)).toEqual({ refused: 'missing' });
  });
});

describe('changing a password', () => {
  it('takes few wrong present ones, and tells why a new one is refused', async () => {
    const person = await somebody('contributor');
    const { cookie } = await send(signIn, { email: person.email, password });
    const change = (current: string, next: string) =>
      send(changePassword, { current, password: next }, { cookie });
    expect((await change(password, 'Password1234')).said).toBe('password-common');
    expect((await change(password, 'x')).said).toBe('password-short');
    const before = await newestEvent();
    const said: string[] = [];
    for (let at = 0; at < 9; at++) said.push((await change(`wrong number ${at}`, another)).said);
    expect(said).toEqual([...Array(6).fill('wrong-current'), ...Array(3).fill('too-often')]);
    // Neither does the right one help now: whoever guesses must not learn which it is.
    expect((await change(password, another)).said).toBe('too-often');
    expect(await kindsSince(before)).toEqual([
      ...Array(6).fill('password-change-failed'),
      'password-change-refused',
    ]);
    await client.rateLimit.deleteMany();
    expect((await change(password, another)).said).toBe('changed');
    expect(lines.at(-1)).toMatchObject({ kind: 'password-changed', account: person.email, by: person.email });
  });
});

describe('removing an account', () => {
  it('asks first and says what ends, and only removes the account that was named', async () => {
    const [admin, person] = [await somebody('admin'), await somebody('editor')];
    const { cookie } = await send(signIn, { email: admin.email, password });
    await send(signIn, { email: person.email, password });
    await createToken(client, person.id, { name: 'robot', scope: 'propose' });
    await makeResetLink(client, admin.id, person.id);
    expect(await endsWithAccount(client, person.id)).toMatchObject({
      email: person.email,
      ends: { sessions: 1, passkeys: 0, tokens: 1, drafts: 0, links: 1 },
    });
    const remove = (fields: Record<string, string>) =>
      send(changeAccounts, { do: 'remove', id: String(person.id), ...fields }, { cookie });
    for (const fields of [{}, { sure: 'yes' }, { sure: admin.email }] as Record<string, string>[])
      expect((await remove(fields)).location).toBe(`/en/editor/accounts/remove?id=${person.id}`);
    expect(await endsWithAccount(client, person.id)).not.toBeNull();
    expect((await remove({ sure: person.email })).said).toBe('removed');
    expect(await endsWithAccount(client, person.id)).toBeNull();
    expect((await remove({ sure: person.email })).said).toBe('missing');
    const own = { id: String(admin.id), sure: admin.email };
    expect((await remove(own)).said).toBe('own');
    expect(lines.find(({ kind }) => kind === 'account-removed')).toMatchObject({
      account: person.email,
      by: admin.email,
      address: '10.1.1.1',
    });
  });

  it('shows links once, in a cookie that scripts cannot read and the log does not have', async () => {
    const admin = await somebody('admin');
    const { cookie } = await send(signIn, { email: admin.email, password });
    const invited = await send(
      changeAccounts,
      { do: 'invite', email: 'cookie@example.org', role: 'editor', days: '7' },
      { cookie },
    );
    const token = /made-link=([\w-]+)/.exec(invited.cookies.join())?.[1] ?? '';
    expect(invited.location).not.toContain(token);
    expect(invited.cookies.join()).toMatch(/HttpOnly; SameSite=Strict; Secure/);
    expect(await goodLink(client, token)).toMatchObject({ email: 'cookie@example.org' });
    const kept = await client.$queryRaw<{ all: string }[]>`
      SELECT string_agg(e::text, ' ') AS all FROM security_event e`;
    const [{ hash }] = (await client.accountLink.findMany({ select: { hash: true } })) as [{ hash: string }];
    for (const secret of [token, hash, password, another]) {
      expect(secret.length).toBeGreaterThan(8);
      expect(kept[0]?.all).not.toContain(secret);
      expect(JSON.stringify(lines)).not.toContain(secret);
    }
  });
});

describe('signing in is counted', () => {
  const office = '198.51.100.7';
  const wrong = (email: string, address: string) => maySignIn(client, email, address);
  const granted = async (email: string, address: string) => (await wrong(email, address)).granted;

  it('so that three behind one address do not lock each other out, whoever mistypes how often', async () => {
    const colleagues = [await somebody('editor'), await somebody('editor'), await somebody('contributor')];
    const [first, second, third] = colleagues.map(({ email }) => email) as [string, string, string];
    for (let at = 0; at < 40; at++) {
      await send(signIn, { email: first, password: `wrong ${at} wrong` }, { address: office });
      if (at < 10) await send(signIn, { email: second, password: 'wrong, wrong' }, { address: office });
    }
    expect((await send(signIn, { email: first, password }, { address: office })).said).toBe('too-often');
    expect((await send(signIn, { email: third, password }, { address: office })).location).toBe('/en/editor');
    // From elsewhere the first one is not locked out either.
    expect((await send(signIn, { email: first, password }, { address: '203.0.113.5' })).location).toBe(
      '/en/editor',
    );
  });

  it('so that forty who sign in behind one address in one minute all may', async () => {
    for (let at = 0; at < 2 * accountsFromAddress.tries; at++) {
      const email = `desk-${at}@example.org`;
      const slips = at % 3;
      for (let slip = 0; slip < slips; slip++) expect(await granted(email, office)).toBe(true);
      const permission = await wrong(email, office);
      if (!permission.granted) throw new Error(`number ${at} was refused`);
      await wasRight(client, email, office, permission.counted);
    }
  });

  it('so that one account is not guessed from one address, also with many tries at once', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, () => granted('one@example.org', '10.5.0.1')));
    expect(all.filter(Boolean).length).toBeLessThanOrEqual(forAccountFromAddress.tries);
    expect(await granted('one@example.org', '10.5.0.1')).toBe(false);
  });

  it('so that many accounts are not tried from one address, but who was at it goes on', async () => {
    const attacker = '10.6.0.1';
    const email = (at: number) => `name-${at}@example.org`;
    for (let at = 0; at < accountsFromAddress.tries; at++)
      expect(await granted(email(at), attacker)).toBe(true);
    const next = [];
    for (let at = 20; at < 60; at++) next.push(await wrong(email(at), attacker));
    expect(next.filter((each) => each.granted)).toEqual([]);
    expect(next.filter((each) => !each.granted && each.first)).toHaveLength(1);
    // Asking twice is no way around.
    expect(await granted(email(30), attacker)).toBe(false);
    expect(await granted(email(3), attacker)).toBe(true);
    // Who has signed in there before is not kept out by a neighbour.
    const person = await somebody('editor');
    await logSecurity(client, { kind: 'signed-in', accountId: person.id, by: { address: attacker } });
    expect(await granted(person.email, attacker)).toBe(true);
    expect(await granted('somebody-else@example.org', attacker)).toBe(false);
  });

  it('so that one account is not guessed from many addresses, and its owner still comes in at the usual one', async () => {
    const person = await somebody('editor');
    await logSecurity(client, { kind: 'signed-in', accountId: person.id, by: { address: office } });
    let tried = 0;
    for (let at = 0; at < 60; at++) if (await granted(person.email, `10.7.0.${at}`)) tried += 1;
    expect(tried).toBe(forAccountFromStrangers.tries);
    expect(await granted(person.email, office)).toBe(true);
    for (let at = 0; at < 10; at++) await granted(person.email, office);
    expect(await granted(person.email, office)).toBe(false);
  });
});

describe('the security log', () => {
  it('tells roles, tokens, accounts and tries, with who, whom and from where, in the table and in the server’s log', async () => {
    const [admin, person] = [await somebody('admin'), await somebody('editor')];
    const by = { id: admin.id, address: '10.8.0.1' };
    lines.length = 0;
    await changeRole(client, admin.id, person.id, 'contributor', '10.8.0.1');
    await createToken(client, person.id, { name: 'robot', scope: 'propose' }, '10.8.0.2');
    const [token] = await tokensInUse(client, person.id);
    await revokeToken(client, token?.id ?? 0, undefined, by);
    await revokeToken(client, token?.id ?? 0, undefined, by);
    await send(signIn, { email: person.email, password: 'not the password' }, { address: '10.8.0.3' });
    await send(
      signIn,
      { email: 'nobody@example.org', password: 'not the password' },
      { address: '10.8.0.3' },
    );
    // A password in the wrong field.
    await send(signIn, { email: another, password: '' }, { address: '10.8.0.3' });
    const made = { email: 'logged@example.org', name: 'x', password, role: 'editor' };
    await createAccount(client, made, by);
    const expected = [
      ['role-changed', person.email, admin.email, '10.8.0.1', 'editor → contributor'],
      ['token-made', person.email, person.email, '10.8.0.2', 'robot (propose)'],
      ['token-revoked', person.email, admin.email, '10.8.0.1', 'robot (propose)'],
      ['sign-in-failed', person.email, null, '10.8.0.3', null],
      ['sign-in-failed', 'nobody@example.org', null, '10.8.0.3', null],
      ['sign-in-failed', null, null, '10.8.0.3', null],
      ['account-made', 'logged@example.org', admin.email, '10.8.0.1', 'editor'],
    ];
    expect(
      lines.map(({ kind, account, by: who, address, detail }) => [kind, account, who, address, detail]),
    ).toEqual(expected);
    const { events } = await securityEvents(client, null);
    expect(
      events
        .slice(0, expected.length)
        .reverse()
        .map(({ kind, account, byAccount, address, detail }) => [kind, account, byAccount, address, detail]),
    ).toEqual(expected);
  });

  it('is read in pages', async () => {
    for (let at = 0; at < 60; at++)
      await logSecurity(client, { kind: 'sign-in-failed', account: `page-${at}@example.org` });
    const first = await securityEvents(client, null);
    const second = await securityEvents(client, first.next);
    expect(first.events).toHaveLength(50);
    expect(first.events[0]?.account).toBe('page-59@example.org');
    expect(second.events[0]?.account).toBe('page-9@example.org');
    expect((await securityEvents(client, 1)).next).toBeNull();
  });

  it('is only added to, and forgets what is old, tries sooner', async () => {
    await expect(client.$executeRaw`UPDATE security_event SET address = ''`).rejects.toThrow(/only added to/);
    await expect(client.$executeRaw`DELETE FROM security_event`).rejects.toThrow(/only added to/);
    await expect(client.$executeRaw`TRUNCATE security_event`).rejects.toThrow(/only added to/);
    const days = (ago: number) => new Date(Date.now() - ago * 86_400_000);
    await client.securityEvent.createMany({
      data: [
        { kind: 'role-changed', detail: 'old', at: days(366) },
        { kind: 'role-changed', detail: 'kept', at: days(364) },
        { kind: 'sign-in-failed', detail: 'old', at: days(91) },
        { kind: 'sign-in-failed', detail: 'kept', at: days(89) },
        { kind: 'signed-in', detail: 'kept', at: days(91) },
      ],
    });
    await logSecurity(client, { kind: 'passkey-added' });
    const left = await client.securityEvent.groupBy({
      by: ['detail'],
      where: { detail: { in: ['old', 'kept'] } },
      _count: true,
    });
    expect(left.map(({ detail, _count }) => [detail, _count])).toEqual([['kept', 3]]);
  });
});
