import { createHash, randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { PrismaClient } from '@/database/generated/client';
import { isRole, may, type Role } from '@/domain/role';
import {
  type AccountCreation,
  type AccountRefusal,
  createAccount,
  emailSchema,
  refusedPassword,
} from './new-account';
import { isRemoved } from './removed-account';
import { logSecurity } from './security-log';
import { writePassword } from './set-password';

/** Days that an invitation may be good for; the first is what is offered. */
export const invitationDays = [7, 1, 30] as const;
/** Hours that a link for another password is good for. */
const resetHours = 24;
const hour = 60 * 60 * 1000;

/** What a good link is for: an account that is yet to be made, or one that is to have another password. */
export type GoodLink =
  | { purpose: 'invitation'; email: string; role: Role }
  | { purpose: 'reset'; email: string; name: string };

/** A link that nobody has used yet, as admins see it: never itself. */
export interface OpenLink {
  id: number;
  purpose: 'invitation' | 'reset';
  email: string;
  role: Role | null;
  maker: string;
  created: Date;
  expires: Date;
}

/** A new link's token, or why there is none. */
export type MadeLink = { token: string } | { refused: 'email' | 'role' | 'days' | 'own' | 'missing' };

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
const newToken = () => randomBytes(24).toString('base64url');

/** Makes a link with which whoever has it makes an account of this address and role, once. One before it for the same address ends. */
export async function invite(
  client: PrismaClient,
  adminId: number,
  wanted: { email: string; role: string; days: number },
  address?: string,
): Promise<MadeLink> {
  const parsed = emailSchema.safeParse(wanted.email.trim());
  if (!parsed.success) return { refused: 'email' };
  const [email, { role, days }] = [parsed.data, wanted];
  if (!isRole(role)) return { refused: 'role' };
  if (!invitationDays.some((each) => each === days)) return { refused: 'days' };
  if (await client.user.findUnique({ where: { email } })) return { refused: 'email' };
  const token = newToken();
  await client.$transaction(async (db) => {
    await db.accountLink.deleteMany({ where: { OR: [{ email }, { expires: { lt: new Date() } }] } });
    await db.accountLink.create({
      data: {
        purpose: 'invitation',
        hash: hashOf(token),
        email,
        role,
        makerId: adminId,
        expires: new Date(Date.now() + days * 24 * hour),
      },
    });
    const by = { id: adminId, address };
    await logSecurity(db, { kind: 'invitation-made', account: email, by, detail: role });
  });
  return { token };
}

/** Makes a link with which whoever has it gives another account another password, once. One before it for the same account ends. */
export async function makeResetLink(
  client: PrismaClient,
  adminId: number,
  userId: number,
  address?: string,
): Promise<MadeLink> {
  // Who is signed in changes their own by naming the present one; a stolen session must not get around that.
  if (userId === adminId) return { refused: 'own' };
  const user = await client.user.findUnique({ where: { id: userId } });
  if (!user || isRemoved(user)) return { refused: 'missing' };
  const token = newToken();
  await client.$transaction(async (db) => {
    await db.accountLink.deleteMany({ where: { OR: [{ userId }, { expires: { lt: new Date() } }] } });
    await db.accountLink.create({
      data: {
        purpose: 'reset',
        hash: hashOf(token),
        userId,
        makerId: adminId,
        expires: new Date(Date.now() + resetHours * hour),
      },
    });
    await logSecurity(db, { kind: 'reset-made', accountId: userId, by: { id: adminId, address } });
  });
  return { token };
}

const withPeople = {
  user: { select: { email: true, name: true } },
  maker: { select: { email: true, name: true, role: true } },
} as const;

/** Links that somebody could still use, the newest first. */
export async function openLinks(client: PrismaClient): Promise<OpenLink[]> {
  const found = await client.accountLink.findMany({
    where: { expires: { gt: new Date() } },
    orderBy: { id: 'desc' },
    include: withPeople,
  });
  return found.map(({ id, purpose, email, role, user, maker, created, expires }) => ({
    id,
    purpose: purpose === 'reset' ? 'reset' : 'invitation',
    email: user?.email ?? email ?? '',
    role: isRole(role) ? role : null,
    maker: maker.name,
    created,
    expires,
  }));
}

/** Makes a link worthless at once. False where there is no such link. */
export async function revokeLink(
  client: PrismaClient,
  adminId: number,
  id: number,
  address?: string,
): Promise<boolean> {
  return client.$transaction(async (db) => {
    const link = await db.accountLink.findUnique({ where: { id }, include: withPeople });
    const { count } = await db.accountLink.deleteMany({ where: { id } });
    if (!link || count === 0) return false;
    const account = link.user?.email ?? link.email ?? '';
    const by = { id: adminId, address };
    await logSecurity(db, { kind: 'link-revoked', account, by, detail: link.purpose });
    return true;
  });
}

async function found(client: PrismaClient, token: string) {
  if (token === '' || token.length > 100) return null;
  const link = await client.accountLink.findUnique({ where: { hash: hashOf(token) }, include: withPeople });
  if (!link || link.expires <= new Date()) return null;
  // A link is worth no more than whoever made it.
  if (isRemoved(link.maker) || !isRole(link.maker.role) || !may(link.maker.role, 'administer')) return null;
  return link;
}

/** What a link is for; null where it is none, or none any more. */
export async function goodLink(client: PrismaClient, token: string): Promise<GoodLink | null> {
  const link = await found(client, token);
  if (link?.user && !isRemoved(link.user)) return { purpose: 'reset', ...link.user };
  if (link?.email && isRole(link.role)) return { purpose: 'invitation', email: link.email, role: link.role };
  return null;
}

/** Ends the transaction that used a link up, so that the link stays good. */
class Refused extends Error {
  constructor(readonly refusal: AccountRefusal) {
    super('refused');
  }
}

/**
 * Uses a link up: makes the account, or gives it another password. Null where the link is not good; after a refusal it still is.
 * Looking at a link uses nothing up, so that programs that look at links in messages do no harm.
 */
export async function redeemLink(
  client: PrismaClient,
  token: string,
  chosen: { name: string; password: string },
  address?: string,
): Promise<AccountCreation | null> {
  const [link, good] = [await found(client, token), await goodLink(client, token)];
  if (!link || !good) return null;
  const name = good.purpose === 'reset' ? good.name : chosen.name;
  const weak = refusedPassword(chosen.password, { email: good.email, name });
  if (weak) return weak;
  const hash = good.purpose === 'reset' ? await hashPassword(chosen.password) : '';
  try {
    return await client.$transaction(
      async (db) => {
        // Whoever deletes the row has it to themselves: of two who use it at once, one finds nothing to delete.
        const { count } = await db.accountLink.deleteMany({
          where: { id: link.id, expires: { gt: new Date() } },
        });
        if (count === 0) return null;
        if (good.purpose === 'reset') {
          const id = link.userId ?? 0;
          await writePassword(db, id, hash);
          await logSecurity(db, { kind: 'reset-used', accountId: id, by: { address } });
          return { outcome: 'created', id };
        }
        const { email, role } = good;
        const made = await createAccount(db, { email, role, name, password: chosen.password }, { address });
        if (made.outcome === 'refused') throw new Refused(made);
        await logSecurity(db, { kind: 'invitation-used', accountId: made.id, by: { address }, detail: role });
        return made;
      },
      // A password is hashed in it.
      { timeout: 30_000 },
    );
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
