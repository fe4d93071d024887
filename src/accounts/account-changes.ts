import type { PrismaClient } from '@/database/generated/client';
import { isRole } from '@/domain/role';
import { isRemoved, removedAddress } from './removed-account';
import { logSecurity } from './security-log';

/** What became of a change to an account. `role`: no such role; `own`: nobody changes their own account. */
export type AccountChange = 'changed' | 'removed' | 'role' | 'own' | 'missing';

/** Gives another account another role, and ends its sessions and the links that it made, so that the new role holds at once. */
export async function changeRole(
  client: PrismaClient,
  adminId: number,
  id: number,
  role: string,
  address?: string,
): Promise<AccountChange> {
  if (!isRole(role)) return 'role';
  // An admin who could take the role from the last admin would lock everybody out; nobody changes their own.
  if (id === adminId) return 'own';
  return client.$transaction(async (db) => {
    const user = await db.user.findUnique({ where: { id } });
    if (!user || isRemoved(user)) return 'missing';
    await db.user.update({ where: { id }, data: { role } });
    await db.session.deleteMany({ where: { userId: id } });
    await db.accountLink.deleteMany({ where: { makerId: id } });
    const detail = `${user.role} → ${role}`;
    await logSecurity(db, { kind: 'role-changed', accountId: id, by: { id: adminId, address }, detail });
    return 'changed';
  });
}

/**
 * Takes an account's ways in away, and whatever of it was nobody else's business: sessions and with them the keys of forms, passkeys,
 * password, tokens, drafts, links that work once. The person stays in the history of what they published; the account is renamed so that the address
 * can be used again.
 */
export async function removeAccount(
  client: PrismaClient,
  adminId: number,
  id: number,
  address?: string,
): Promise<AccountChange> {
  if (id === adminId) return 'own';
  return client.$transaction(async (db) => {
    const user = await db.user.findUnique({ where: { id } });
    if (!user || isRemoved(user)) return 'missing';
    // While it still has its address.
    await logSecurity(db, { kind: 'account-removed', accountId: id, by: { id: adminId, address } });
    await db.session.deleteMany({ where: { userId: id } });
    await db.accountLink.deleteMany({ where: { OR: [{ userId: id }, { makerId: id }] } });
    await db.passkey.deleteMany({ where: { userId: id } });
    await db.account.deleteMany({ where: { userId: id } });
    await db.apiToken.deleteMany({ where: { userId: id } });
    const drafts = { authorId: id, state: 'draft' };
    await db.proposalItem.deleteMany({ where: { proposal: drafts } });
    await db.proposal.deleteMany({ where: drafts });
    await db.user.update({
      where: { id },
      data: { email: `removed-${id}${removedAddress}`, role: 'contributor' },
    });
    return 'removed';
  });
}

/** What an account has that ends when it is removed. */
export interface EndsWithAccount {
  sessions: number;
  passkeys: number;
  tokens: number;
  drafts: number;
  links: number;
}

/** What would end with an account, in numbers; null where there is no such account, or it is removed already. */
export async function endsWithAccount(
  client: PrismaClient,
  id: number,
): Promise<{ name: string; email: string; role: string; ends: EndsWithAccount } | null> {
  const user = await client.user.findUnique({ where: { id } });
  if (!user || isRemoved(user)) return null;
  const good = { gt: new Date() };
  const [sessions, passkeys, tokens, drafts, links] = await Promise.all([
    client.session.count({ where: { userId: id, expiresAt: good } }),
    client.passkey.count({ where: { userId: id } }),
    client.apiToken.count({ where: { userId: id, revoked: null, expires: good } }),
    client.proposal.count({ where: { authorId: id, state: 'draft' } }),
    client.accountLink.count({ where: { expires: good, OR: [{ userId: id }, { makerId: id }] } }),
  ]);
  const { name, email, role } = user;
  return { name, email, role, ends: { sessions, passkeys, tokens, drafts, links } };
}
