import type { PrismaClient } from '@/database/generated/client';
import { isRole } from '@/domain/role';
import { isRemoved, removedAddress } from './removed-account';

/** What became of a change to an account. `role`: no such role; `own`: nobody changes their own account. */
export type AccountChange = 'changed' | 'removed' | 'role' | 'own' | 'missing';

/** Gives another account another role, and ends its sessions, so that the new role holds at once. */
export async function changeRole(
  client: PrismaClient,
  adminId: number,
  id: number,
  role: string,
): Promise<AccountChange> {
  if (!isRole(role)) return 'role';
  // An admin who could take the role from the last admin would lock everybody out; nobody changes their own.
  if (id === adminId) return 'own';
  return client.$transaction(async (db) => {
    const { count } = await db.user.updateMany({ where: { id }, data: { role } });
    await db.session.deleteMany({ where: { userId: id } });
    return count === 0 ? 'missing' : 'changed';
  });
}

/**
 * Takes an account's ways in away, and whatever of it was nobody else's business: sessions and with them the keys of forms, passkeys,
 * password, tokens, drafts. The person stays in the history of what they published; the account is renamed so that the address
 * can be used again.
 */
export async function removeAccount(
  client: PrismaClient,
  adminId: number,
  id: number,
): Promise<AccountChange> {
  if (id === adminId) return 'own';
  return client.$transaction(async (db) => {
    const user = await db.user.findUnique({ where: { id } });
    if (!user || isRemoved(user)) return 'missing';
    await db.session.deleteMany({ where: { userId: id } });
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
