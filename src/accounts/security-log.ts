import type { Transaction } from '@/database/client';
import type { PrismaClient } from '@/database/generated/client';
import { type SecurityKind, tellSecurity } from '@/domain/security-line';

/** Who did something, and from which network address; neither on the command line. */
export interface By {
  id?: number;
  address?: string;
}

/** Something that happened to an account. */
export interface SecurityEvent {
  kind: SecurityKind;
  /** Whom it concerns: an account, or an e-mail address that has none. */
  accountId?: number;
  account?: string;
  by?: By;
  /** A role, the name of a token. Never a password, a token, a link or a hash of one. */
  detail?: string;
}

/** Days that an event is kept, and days that tries to sign in are, of which anybody can make many. The trigger holds them too. */
export const keptDays = { event: 365, signInTry: 90 } as const;
const longestText = 200;
/** Rows that one event takes away at most when their time has come. */
const mostForgotten = 500;

const cut = (text: string | undefined) => text?.slice(0, longestText) ?? null;

/** Adds an event to the log of the accounts, and to the server's. In a transaction it is there if what it tells of is. */
export async function logSecurity(
  db: PrismaClient | Transaction,
  { kind, accountId, account, by = {}, detail }: SecurityEvent,
): Promise<void> {
  const rows = await db.$queryRaw<{ account: string | null; by: string | null }[]>`
    INSERT INTO security_event (kind, account_id, account, by_id, by_account, address, detail)
    VALUES (${kind}, ${accountId ?? null}::int,
      coalesce((SELECT email FROM "user" WHERE id = ${accountId ?? null}::int), ${cut(account)}::text),
      ${by.id ?? null}::int, (SELECT email FROM "user" WHERE id = ${by.id ?? null}::int),
      ${cut(by.address)}::text, ${cut(detail)}::text)
    RETURNING account, by_account AS by`;
  const named = rows[0] ?? { account: null, by: null };
  tellSecurity({ kind, ...named, address: cut(by.address), detail: cut(detail) });
  await forgetOld(db);
}

async function forgetOld(db: PrismaClient | Transaction): Promise<void> {
  await db.$executeRaw`
    DELETE FROM security_event WHERE id IN (
      SELECT id FROM security_event
      WHERE at < now() - make_interval(days => ${keptDays.event}::int)
        OR (at < now() - make_interval(days => ${keptDays.signInTry}::int) AND kind LIKE 'sign-in-%')
      ORDER BY at LIMIT ${mostForgotten}::int)`;
}

/** Has this account signed in from this network address within the time that tries are kept? */
export async function hasSignedInFrom(
  client: PrismaClient,
  email: string,
  address: string,
): Promise<boolean> {
  const since = new Date(Date.now() - keptDays.signInTry * 86_400_000);
  const found = await client.securityEvent.findFirst({
    where: { kind: 'signed-in', account: email, address, at: { gt: since }, accountId: { not: null } },
    select: { id: true },
  });
  return found !== null;
}
