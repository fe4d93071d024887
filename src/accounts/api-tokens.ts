import { createHash, randomBytes } from 'node:crypto';
import type { PrismaClient } from '@/database/generated/client';
import { isRole, may } from '@/domain/role';
import { isRemoved } from './removed-account';
import { type By, logSecurity } from './security-log';

/** What a token allows; `publish` includes `propose`. */
export const tokenScopes = ['propose', 'publish'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Who calls with a token. */
export interface TokenHolder {
  accountId: number;
  scope: TokenScope;
}

/** A token as the admin sees it: never itself. */
export interface ApiToken {
  id: number;
  name: string;
  scope: string;
  created: Date;
  lastUsed: Date | null;
  expires: Date;
  /** Whose it is: what it writes is written in that name. */
  owner: { id: number; name: string; email: string };
}

/** Days that a token may be good for; the first is what is offered. */
export const tokenDays = [90, 30, 365] as const;
const day = 24 * 60 * 60 * 1000;

/** So that scanners of leaked secrets know it for one. */
const prefix = 'ailandscape_';
const longestName = 80;

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

function isTokenScope(word: string): word is TokenScope {
  return tokenScopes.some((scope) => scope === word);
}

/** Makes a token for a program; it is shown once and kept as its hash. Null where the name or the scope is none. */
export async function createToken(
  client: PrismaClient,
  accountId: number,
  { name, scope, days = tokenDays[0] }: { name: string; scope: string; days?: number },
  address?: string,
): Promise<string | null> {
  const named = name.trim().slice(0, longestName);
  if (named === '' || !isTokenScope(scope) || !tokenDays.some((each) => each === days)) return null;
  const token = `${prefix}${randomBytes(24).toString('base64url')}`;
  const expires = new Date(Date.now() + days * day);
  await client.$transaction(async (db) => {
    await db.apiToken.create({
      data: { name: named, scope, userId: accountId, hash: hashOf(token), expires },
    });
    const by = { id: accountId, address };
    await logSecurity(db, { kind: 'token-made', accountId, by, detail: `${named} (${scope})` });
  });
  return token;
}

/** The tokens that are good, of everybody or of one account, the newest first. */
export async function tokensInUse(client: PrismaClient, accountId?: number): Promise<ApiToken[]> {
  const found = await client.apiToken.findMany({
    where: {
      revoked: null,
      expires: { gt: new Date() },
      ...(accountId === undefined ? {} : { userId: accountId }),
    },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      name: true,
      scope: true,
      created: true,
      lastUsed: true,
      expires: true,
      user: { select: { id: true, name: true, email: true } },
    },
  });
  return found.map(({ user, ...token }) => ({ ...token, owner: user }));
}

/** Makes a token worthless at once, of anybody or of one account. False where there is no such token. */
export async function revokeToken(
  client: PrismaClient,
  id: number,
  accountId?: number,
  by: By = {},
): Promise<boolean> {
  return client.$transaction(async (db) => {
    const [revoked] = await db.apiToken.updateManyAndReturn({
      where: { id, revoked: null, ...(accountId === undefined ? {} : { userId: accountId }) },
      data: { revoked: new Date() },
    });
    if (!revoked) return false;
    const { userId, name, scope } = revoked;
    await logSecurity(db, { kind: 'token-revoked', accountId: userId, by, detail: `${name} (${scope})` });
    return true;
  });
}

/**
 * Whose token it is; null where it is none, or none any more. A token allows no more than the account that it was made with:
 * when that loses its role, so does the token, and it ends with the account.
 */
export async function holderOf(client: PrismaClient, token: string): Promise<TokenHolder | null> {
  if (!token.startsWith(prefix) || token.length > 200) return null;
  const found = await client.apiToken.findUnique({
    where: { hash: hashOf(token) },
    include: { user: { select: { role: true, email: true } } },
  });
  if (!found || found.revoked !== null || !isTokenScope(found.scope)) return null;
  if (found.expires <= new Date() || isRemoved(found.user)) return null;
  const role = isRole(found.user.role) ? found.user.role : null;
  if (!may(role, found.scope)) return null;
  await client.apiToken.update({ where: { id: found.id }, data: { lastUsed: new Date() } });
  return { accountId: found.userId, scope: found.scope };
}
