import { createHash } from 'node:crypto';
import type { Transaction } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { hasSignedInFrom } from './security-log';
import { countTry, forgetTriesOfOtherDays, giveTryBack, type Limit, triesUnder } from './tries';

/** Wrong passwords for one account from one address. */
export const forAccountFromAddress: Limit = { tries: 6, seconds: 600 };
/**
 * Accounts that one address may get wrong. Accounts, not tries: whoever mistypes ten times behind an address that others
 * share is one of them.
 */
export const accountsFromAddress: Limit = { tries: 20, seconds: 600 };
/** Wrong passwords for one account from all addresses at which it has not signed in before. */
export const forAccountFromStrangers: Limit = { tries: 30, seconds: 3600 };
/** Wrong passwords of somebody who is signed in and changes it. */
const forChange: Limit = { tries: 6, seconds: 600 };

/** `counted`: the keys that count this try, for when it turns out to be none. `first`: the first that is refused. */
export type Permission = { granted: true; counted: string[] } | { granted: false; first: boolean };

// Whoever signs in chooses what stands there: it has one length, and nobody reads it in the database.
const named = (email: string) => createHash('sha256').update(email).digest('base64url').slice(0, 24);
const accountKey = (email: string) => `sign-in account:${named(email)}`;
const pairPrefix = (email: string) => `sign-in from:${named(email)} `;

/**
 * May this account's password be tried from this address? Counted before the password is looked at, so that many at once are no way
 * around. Three things are bounded, each by itself: one account from one address, how many accounts one address gets wrong,
 * and one account from everywhere at once, where addresses that it is known at keep their own.
 */
export async function maySignIn(client: PrismaClient, email: string, address: string): Promise<Permission> {
  await forgetTriesOfOtherDays(client);
  const [pair, from, account] = [
    pairPrefix(email) + address,
    `sign-in address:${address}`,
    accountKey(email),
  ];
  const known = await hasSignedInFrom(client, email, address);
  const counted: string[] = [];
  const refused = async (first: boolean): Promise<Permission> => {
    for (const key of counted) await giveTryBack(client, key);
    return { granted: false, first };
  };
  const before = await triesUnder(client, pair, forAccountFromAddress.seconds);
  // Its first wrong try makes an account one of those that this address got wrong.
  if (before === 0 && !known) {
    const accounts = await countTry(client, from, accountsFromAddress.seconds);
    if (accounts > accountsFromAddress.tries) return refused(accounts === accountsFromAddress.tries + 1);
    counted.push(from);
  }
  const tries = await countTry(client, pair, forAccountFromAddress.seconds);
  if (tries > forAccountFromAddress.tries) return refused(tries === forAccountFromAddress.tries + 1);
  counted.push(pair);
  if (!known) {
    const all = await countTry(client, account, forAccountFromStrangers.seconds);
    if (all > forAccountFromStrangers.tries) return refused(all === forAccountFromStrangers.tries + 1);
    counted.push(account);
  }
  return { granted: true, counted };
}

/** The password was right: the try counts nowhere, and the account begins anew at this address. */
export async function wasRight(
  client: PrismaClient,
  email: string,
  address: string,
  counted: readonly string[],
): Promise<void> {
  const pair = pairPrefix(email) + address;
  const wrongBefore = (await triesUnder(client, pair, forAccountFromAddress.seconds)) > 1;
  await client.rateLimit.deleteMany({ where: { key: pair } });
  for (const key of counted) if (key !== pair) await giveTryBack(client, key);
  const from = `sign-in address:${address}`;
  const wasStrange = counted.includes(accountKey(email));
  // It is none of those any more that this address got wrong.
  if (wasStrange && wrongBefore && !counted.includes(from)) await giveTryBack(client, from);
}

/** Whoever was given another password may try it at once, from anywhere. */
export async function forgetSignInTries(db: PrismaClient | Transaction, email: string): Promise<void> {
  await db.rateLimit.deleteMany({
    where: { OR: [{ key: accountKey(email) }, { key: { startsWith: pairPrefix(email) } }] },
  });
}

const changeKey = (accountId: number) => `password of:${accountId}`;

/** May whoever is signed in name their present password once more? Counted by account: a session is one, wherever it is used. */
export async function mayChangePassword(client: PrismaClient, accountId: number): Promise<Permission> {
  const key = changeKey(accountId);
  const tries = await countTry(client, key, forChange.seconds);
  return tries > forChange.tries
    ? { granted: false, first: tries === forChange.tries + 1 }
    : { granted: true, counted: [key] };
}

/** The present password was right. */
export async function forgetChangeTries(client: PrismaClient, accountId: number): Promise<void> {
  await client.rateLimit.deleteMany({ where: { key: changeKey(accountId) } });
}
